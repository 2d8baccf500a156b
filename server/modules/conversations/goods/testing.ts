/** What tests of goods stand on: a shop with goods, stock, a promotion and orders of eight customers. */
import { afterAll, beforeAll } from 'vitest';
import type { ProductView } from '../../../../core/commerce/order-api.ts';
import type { DeskClient } from '../../../../test/client.ts';
import type { Desk } from '../../../../test/desk.ts';
import { startDesk } from '../../../../test/desk.ts';
import { bring } from '../../../../test/goods.ts';
import type { TestShop } from '../../../../test/shops.ts';
import { findShortages } from '../../commerce/index.ts';

export const now = Date.parse('2026-11-22T10:00:00+08:00');
export let desk: Desk;
export let shop: TestShop;
export let agent: DeskClient;
export let supervisor: DeskClient;
/** A garment with sizes, and a cap without. */
export let body: ProductView;
export let cap: ProductView;

/** The shop, its goods and its people, for a file of tests. */
export function stageGoods(): void {
  beforeAll(async () => {
    desk = await startDesk({ now: () => now });
    shop = await desk.addShop();
    await bringIn('products', goods);
    await bringIn('stock', [
      'SKU 编码,仓库,库存,批次',
      'BODY-80,杭州,2,B1',
      'BODY-90,杭州,3,B1',
      'CAP-1,杭州,9,',
    ]);
    await bringIn('promotions', [
      '活动编号,活动名称,SKU 编码,活动价,开始时间,结束时间,保价截止',
      'P1,暖身周,BODY-80,80.00,2026-11-20 00:00:00,2026-11-30 00:00:00,2026-12-05 00:00:00',
    ]);
    await bringIn('orders', [
      orderColumns,
      order('000001', 1, '待发货', { quantity: 1, at: '2026-11-18 10:00:00', address: `"${door}"` }),
      order('000002', 2, '待发货', {
        quantity: 2,
        at: '2026-11-19 10:00:00',
        address: '"浙江省杭州市余杭区桃源路８８号3幢-502室"',
      }),
      order('000003', 3, '待发货', { quantity: 1, at: '2026-11-20 10:00:00', address: `"${door}"` }),
      ...['4', '5', '6'].map((n) => order(`00000${n}`, 4, '交易成功', { refunded: '100.00' })),
      order('000007', 5, '已发货', { at: '2026-11-10 10:00:00' }),
      order('000008', 6, '已发货', { at: '2026-11-11 10:00:00' }),
    ]);
    await bringIn('shipments', [
      '订单编号,快递单号,发货时间,SKU 编码,批次,数量',
      '2026112200000007,SF7,2026-11-11 10:00:00,BODY-80,B1,1',
      '2026112200000008,SF8,2026-11-12 10:00:00,BODY-80,B1,1',
    ]);
    await findShortages(desk.app.pool, shop.shopId, now);
    agent = await desk.signIn(shop, 'agent');
    supervisor = await desk.signIn(shop, 'supervisor');
    const { body: found } = await agent.get<ProductView[]>('/api/v1/products?q=');
    body = found.find(({ name }) => name === '云朵连体衣')!;
    cap = found.find(({ name }) => name === '毛球帽')!;
  });
  afterAll(() => desk?.stop());
}

export const bringIn = (kind: Parameters<typeof bring>[2], lines: string[]) =>
  bring(desk.app, shop.shopId, kind, lines);

const door = '浙江省杭州市余杭区 桃源路 88 号 3 幢 502 室';
const goods = [
  '商品编码,商品名称,SKU 编码,规格,尺码,售价,尺码表',
  'BODY,云朵连体衣,BODY-80,80 码,80,100.00,80码 75-85cm 10-12kg；90码 85-95cm 12-14kg',
  'BODY,云朵连体衣,BODY-90,90 码,90,120.00,',
  'CAP,毛球帽,CAP-1,均码,均码,50.00,',
];
export const orderColumns =
  '订单编号,买家账号,收货人,手机号,收货地址,订单状态,实付金额,退款金额,下单时间,付款时间,子订单编号,商品名称,SKU 编码,规格,数量,单价,子订单实付';
export const order = (
  number: string,
  who: number,
  state: string,
  { sku = 'BODY-80', quantity = 1, refunded = '', at = '2026-11-18 10:00:00', address = '' } = {},
) =>
  [
    `2026112200${number},member-${who},客人${who},1390000000${who},${address},${state},${100 * quantity}.00,${refunded},${at},${at}`,
    `${number}-1,云朵连体衣,${sku},${sku.slice(-2)} 码,${quantity},100.00,${100 * quantity}.00`,
  ].join(',');
