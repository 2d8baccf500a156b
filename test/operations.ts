/** For the tests: a shop with goods on the shelf and orders as they are wanted, and people who ask, sign and pay. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import type { OperationRequest, OperationView, OrderOperations } from '../core/commerce/operation-api.ts';
import type { OperationWish } from '../core/commerce/operations/operation.ts';
import type { Answer, DeskClient } from './client.ts';
import type { Desk, DeskOptions } from './desk.ts';
import { startDesk } from './desk.ts';
import { bring } from './goods.ts';
import type { TestShop } from './shops.ts';
import type { Role } from '../core/team/roles.ts';

export interface Counter {
  desk: Desk;
  shop: TestShop;
  by: Record<'agent' | 'lead' | 'supervisor' | 'finance' | 'warehouse' | 'administrator', DeskClient>;
  /** A new order of one line; the id of it. */
  order(options?: OrderOptions): Promise<string>;
  stop(): Promise<void>;
}

interface OrderOptions {
  paid?: string;
  quantity?: number;
  sku?: string;
  state?: string;
  account?: string;
  tracking?: string;
}

const people = [
  'agent',
  'lead',
  'supervisor',
  'finance',
  'warehouse',
  'administrator',
] as const satisfies Role[];

export let counter: Counter;

/** The counter of a file of tests, in which nothing of the desk may fail. */
export function stageCounter(): void {
  beforeAll(async () => void (counter = await openCounter()));
  afterAll(async () => {
    expect(counter.desk.failures).toEqual([]);
    await counter.stop();
  });
}

/** All that was done to an order. */
export const historyOf = async (orderId: string): Promise<OrderOperations> =>
  (await counter.by.supervisor.get<OrderOperations>(`/api/v1/orders/${orderId}/operations`)).body;

export async function openCounter(options: DeskOptions = {}): Promise<Counter> {
  const desk = await startDesk(options);
  const shop = await desk.addShop();
  await bring(desk.app, shop.shopId, 'products', [
    '商品编码,商品名称,SKU 编码,规格,尺码,售价',
    'BODY,云朵连体衣,BODY-80,80 码,80,100.00',
    'BODY,云朵连体衣,BODY-90,90 码,90,100.00',
    'BODY,云朵连体衣,BODY-100,100 码,100,100.00',
  ]);
  await bring(desk.app, shop.shopId, 'stock', ['SKU 编码,仓库,库存', 'BODY-80,杭州,3', 'BODY-90,杭州,5']);
  const signedIn = await Promise.all(
    people.map(async (role) => [role, await desk.signIn(shop, role)] as const),
  );
  let orders = 0;
  return {
    desk,
    shop,
    by: Object.fromEntries(signedIn) as Counter['by'],
    async order({
      paid = '100.00',
      quantity = 1,
      sku = 'BODY-90',
      state = '已签收',
      account,
      tracking,
    } = {}) {
      const number = `20261122${randomBytes(4).readUInt32BE(0).toString().padStart(10, '0')}`;
      orders += 1;
      const buyer = account ?? `buyer-${orders}`;
      const days = { placed: dayBefore(desk, 9), sent: dayBefore(desk, 8), got: dayBefore(desk, 5) };
      const gone = state === '已签收' || state === '已发货';
      await bring(desk.app, shop.shopId, 'orders', [
        '订单编号,买家账号,收货人,手机号,收货地址,订单状态,实付金额,下单时间,付款时间,发货时间,收货时间,商品名称,SKU 编码,规格,数量,子订单实付',
        [
          number,
          buyer,
          '叶知秋',
          '13911112222',
          '杭州市西湖区文三路 88 号',
          state,
          state === '待付款' ? '' : paid,
          days.placed,
          state === '待付款' ? '' : days.placed,
          gone ? days.sent : '',
          state === '已签收' ? days.got : '',
          '云朵连体衣',
          sku,
          sku.slice(5),
          quantity,
          state === '待付款' ? '' : paid,
        ].join(','),
      ]);
      if (gone)
        await bring(desk.app, shop.shopId, 'shipments', [
          '订单编号,快递单号,快递公司,扫描时间,物流说明',
          `${number},${tracking ?? `SF${number.slice(-9)}`},顺丰,${days.sent},已揽收`,
        ]);
      const found = await Promise.resolve(
        (await desk.signIn(shop, 'supervisor')).get<{ orders: { orderId: string }[] }>(
          `/api/v1/lookup?q=${number}`,
        ),
      );
      return found.body.orders[0]!.orderId;
    },
    stop: () => desk.stop(),
  };
}

const dayBefore = ({ app }: Desk, days: number) =>
  new Date(app.now() - days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

export const newKey = () => randomBytes(8).toString('hex');
export const yuan = (amount: number) => ({ amountFen: Math.round(amount * 100), currency: 'CNY' });
export const refund = (amount: number): OperationWish => ({ kind: 'refund', items: [], ...yuan(amount) });
export const compensation = (amount: number): OperationWish => ({
  kind: 'compensation',
  line: null,
  ...yuan(amount),
});

export const request = (wish: OperationWish, more: Partial<OperationRequest> = {}): OperationRequest => ({
  key: newKey(),
  wish,
  reason: { code: 'defect', words: '线头脱落，顾客发了照片' },
  conversationId: null,
  ...more,
});

export const askFor = (
  client: DeskClient,
  orderId: string,
  wish: OperationWish,
  more?: Partial<OperationRequest>,
): Promise<Answer<OperationView>> =>
  client.post<OperationView>(`/api/v1/orders/${orderId}/operations`, request(wish, more));

/** Does something to an operation. */
export const step = (
  client: DeskClient,
  { operationId }: Pick<OperationView, 'operationId'>,
  act: string,
  body: object = {},
): Promise<Answer<OperationView>> =>
  client.post<OperationView>(`/api/v1/operations/${operationId}/${act}`, body);

export const agree = (client: DeskClient, one: OperationView, act: 'approve' | 'refuse' = 'approve') =>
  step(client, one, act, { fingerprint: one.fingerprint, words: '看过了，情况属实' });

export const pay = (client: DeskClient, one: OperationView, reference = `ALI${newKey()}`) =>
  step(client, one, 'pay', { amountFen: one.amountFen, currency: one.currency, reference });

/** What a problem answer says: its code, and why. */
export const said = ({ status, body }: Answer<unknown>): string => {
  const { code, reason } = (body ?? {}) as { code?: string; reason?: string };
  return [status, code, reason].filter((part) => ['number', 'string'].includes(typeof part)).join(' ');
};
