/** Help before the sale and what goes wrong after it, as the desk answers: by the shop's own rows, masked, within reach. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  BatchView,
  Companions,
  PricedBasket,
  PromotionsAnswer,
  ShortagesBeside,
  ShortageView,
  SizeAnswer,
} from '../../../../core/commerce/buying-api.ts';
import type { OrderView, ProductView } from '../../../../core/commerce/order-api.ts';
import { defaultStacking } from '../../../../core/commerce/price/offer.ts';
import type { RiskSign } from '../../../../core/commerce/risk/signs.ts';
import type { DeskClient } from '../../../../test/client.ts';
import type { Desk } from '../../../../test/desk.ts';
import { startDesk } from '../../../../test/desk.ts';
import { bring } from '../../../../test/goods.ts';
import type { TestShop } from '../../../../test/shops.ts';
import { until } from '../../../../test/until.ts';
import { inShop } from '../../../platform/database/pool.ts';
import { fillAddresses, findShortages } from '../../commerce/index.ts';

const now = Date.parse('2026-11-22T10:00:00+08:00');
const door = '浙江省杭州市余杭区 桃源路 88 号 3 幢 502 室';
let desk: Desk;
let shop: TestShop;
let far: TestShop;
let agent: DeskClient;
let supervisor: DeskClient;
let body: ProductView;
let cap: ProductView;

const goods = [
  '商品编码,商品名称,SKU 编码,规格,尺码,售价,尺码表',
  'BODY,云朵连体衣,BODY-80,80 码,80,100.00,80码 75-85cm 10-12kg；90码 85-95cm 12-14kg',
  'BODY,云朵连体衣,BODY-90,90 码,90,120.00,',
  'CAP,毛球帽,CAP-1,均码,均码,50.00,',
];
const orderColumns =
  '订单编号,买家账号,收货人,手机号,收货地址,订单状态,实付金额,退款金额,下单时间,付款时间,子订单编号,商品名称,SKU 编码,规格,数量,单价,子订单实付';
const order = (
  number: string,
  who: number,
  state: string,
  { sku = 'BODY-80', quantity = 1, refunded = '', at = '2026-11-18 10:00:00', address = '' } = {},
) =>
  [
    `2026112200${number},member-${who},客人${who},1390000000${who},${address},${state},${100 * quantity}.00,${refunded},${at},${at}`,
    `${number}-1,云朵连体衣,${sku},${sku.slice(-2)} 码,${quantity},100.00,${100 * quantity}.00`,
  ].join(',');

const bringIn = (kind: Parameters<typeof bring>[2], lines: string[]) =>
  bring(desk.app, shop.shopId, kind, lines);

beforeAll(async () => {
  desk = await startDesk({ now: () => now });
  shop = await desk.addShop();
  far = await desk.addShop();
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

const price = async (lines: { productId: string; sku: string; quantity: number }[]) =>
  (await agent.post<PricedBasket>('/api/v1/basket/price', { lines })).body;
const dayMs = 86_400_000;
const offer = (more: object = {}) => ({
  name: '满199减20',
  layer: 'threshold',
  form: { form: 'off', tiers: [{ fromFen: 199_00, offFen: 20_00 }], repeats: false },
  currency: 'CNY',
  productIds: null,
  onPromoted: true,
  alone: false,
  startsAt: now - dayMs,
  endsAt: now + dayMs,
  ...more,
});

describe('the best price', () => {
  test('promotion, offers and rules of now; ended it counts no more, and a file does not bring it back', async () => {
    const basket = [
      { productId: body.productId, sku: 'BODY-80', quantity: 2 },
      { productId: cap.productId, sku: 'CAP-1', quantity: 1 },
    ];
    expect((await price(basket)).price).toMatchObject({
      listFen: 250_00,
      beforeFen: 210_00,
      totalFen: 210_00,
    });
    const made = await supervisor.post<{ offerId: string }>('/api/v1/offers', offer());
    expect(made.status).toBe(201);
    const coupon = { form: 'off', tiers: [{ fromFen: 0, offFen: 15_00 }], repeats: false };
    await supervisor.post(
      '/api/v1/offers',
      offer({ name: '新客券', layer: 'coupon', form: coupon, productIds: [cap.productId] }),
    );
    expect((await price(basket)).price).toMatchObject({
      totalFen: 175_00,
      steps: [{ offFen: 20_00 }, { offFen: 15_00 }],
    });
    const stacking = { ...defaultStacking, apart: [['threshold', 'coupon']] };
    const saved = await supervisor.put('/api/v1/stacking', { stacking, basedOn: 0 });
    expect(saved.body).toEqual({ stackingVersion: 1 });
    expect((await supervisor.put('/api/v1/stacking', { stacking, basedOn: 0 })).status).toBe(409);
    expect((await price(basket)).price.totalFen).toBe(190_00);

    const { body: all } = await agent.get<PromotionsAnswer>('/api/v1/promotions');
    expect(all.promotions).toMatchObject([
      { name: '暖身周', source: 'yinuo', prices: [{ title: '云朵连体衣 80', listFen: 100_00 }] },
    ]);
    const { promotionId } = all.promotions[0]!;
    expect((await supervisor.post(`/api/v1/promotions/${promotionId}/end`)).status).toBe(204);
    expect((await supervisor.post(`/api/v1/promotions/${promotionId}/end`)).status).toBe(409);
    expect((await supervisor.post(`/api/v1/offers/${made.body.offerId}/end`)).status).toBe(204);
    expect((await supervisor.post(`/api/v1/offers/${made.body.offerId}/end`)).status).toBe(409);
    await bringIn('promotions', [
      '活动编号,活动名称,SKU 编码,活动价,开始时间,结束时间,保价截止',
      'P1,暖身周,BODY-80,79.00,2026-11-20 00:00:00,2026-11-30 00:00:00,2026-12-05 00:00:00',
    ]);
    expect((await price(basket)).price).toMatchObject({ beforeFen: 250_00, totalFen: 235_00 });
  });

  test('a promotion made at the desk: whole, of known goods, in a sound order of times', async () => {
    const promotion = { name: '周末', prices: [{ skuCode: 'CAP-1', priceFen: 40_00 }], currency: 'CNY' };
    const times = { startsAt: now - 1, endsAt: now + dayMs, guaranteedUntil: now + 2 * dayMs };
    const post = (more: object) => supervisor.post('/api/v1/promotions', { ...promotion, ...times, ...more });
    expect((await post({ endsAt: now - 2 })).status).toBe(400);
    expect((await post({ prices: [{ skuCode: 'NONE', priceFen: 1 }] })).status).toBe(404);
    expect((await post({ prices: [{ skuCode: 'CAP-1', priceFen: -1 }] })).status).toBe(400);
    expect((await post({ prices: [{ skuCode: 'CAP-1', priceFen: 39.5 }] })).status).toBe(400);
    expect((await post({})).status).toBe(201);
    const line = { productId: cap.productId, sku: 'CAP-1', quantity: 1 };
    expect((await price([line])).lines[0]).toMatchObject({
      listFen: 50_00,
      unitFen: 40_00,
      promotion: { name: '周末' },
    });
    expect(
      (
        await supervisor.post(
          '/api/v1/offers',
          offer({ form: { form: 'off', tiers: [{ fromFen: 1, offFen: 2 }], repeats: false } }),
        )
      ).status,
    ).toBe(400);
    expect((await agent.post('/api/v1/offers', offer())).status).toBe(403);
    const unknown = await agent.post('/api/v1/basket/price', { lines: [{ ...line, sku: 'BODY-80' }] });
    expect(unknown.status).toBe(404);
  });
});

describe('a product', () => {
  test('a size by its own table, with stock; outside of it none', async () => {
    const path = `/api/v1/products/${body.productId}/size`;
    const inside = await agent.get<SizeAnswer>(`${path}?height=90&weight=13`);
    expect(inside.body).toMatchObject({
      advice: { size: '90', confidence: 'sure' },
      stock: { '80': 2, '90': 3 },
    });
    expect((await agent.get<SizeAnswer>(`${path}?height=120`)).body.advice).toMatchObject({ size: null });
    expect((await agent.get<SizeAnswer>(path)).body.advice).toBeNull();
    expect((await agent.get(`${path}?height=9000`)).status).toBe(400);
    expect(
      (await agent.get<SizeAnswer>(`/api/v1/products/${cap.productId}/size?height=90`)).body,
    ).toMatchObject({ table: null, advice: null });
  });

  test('what goes with it, counted; not what too few bought, not what is gone', async () => {
    const path = `/api/v1/products/${body.productId}/companions`;
    expect((await agent.get<Companions>(path)).body.companions).toEqual([]);
    const both = Array.from({ length: 6 }, (_, at) => [
      `20261101000${at},member-9,客人,13900000009,,交易成功,150.00,,2026-11-01 10:00:00,,${at}-1,云朵连体衣,BODY-90,90 码,1,100.00,100.00`,
      `20261101000${at},member-9,客人,13900000009,,交易成功,150.00,,2026-11-01 10:00:00,,${at}-2,毛球帽,CAP-1,均码,1,50.00,50.00`,
    ]).flat();
    const others = Array.from({ length: 20 }, (_, at) =>
      order(`1${10_000 + at}`, 8, '交易成功', { sku: 'HAT-1' }),
    );
    await bringIn('orders', [orderColumns, ...both, ...others]);
    const { body: found } = await agent.get<Companions>(path);
    expect(found).toMatchObject({
      name: '云朵连体衣',
      days: 180,
      companions: [{ name: '毛球帽', together: 6 }],
    });
    await bringIn('stock', ['SKU 编码,仓库,库存', 'CAP-1,杭州,0']);
    expect((await agent.get<Companions>(path)).body.companions).toEqual([]);
  });
});

const list = async () => (await agent.get<ShortageView[]>('/api/v1/shortages')).body;
const events = () =>
  inShop(desk.app.pool, shop.shopId, (tx) =>
    tx.query<{ type: string; data: object }>(
      'select type, data from order_events where shop_id = $1 order by event_id',
      [shop.shopId],
    ),
  );

describe('a shortage', () => {
  test('two of four are there: the oldest is served, the others are marked, with their choices, and each is an event', async () => {
    const found = await list();
    expect(
      found.map(({ number, units, by, swaps }) => [
        number.slice(-4),
        units,
        by,
        swaps.map(({ code }) => code),
      ]),
    ).toEqual([
      ['0002', 1, 'stock', ['BODY-90']],
      ['0003', 1, 'stock', ['BODY-90']],
    ]);
    expect(found[0]!.decision.plans.map(({ kind, amount, apart }) => [kind, amount, apart])).toEqual([
      ['exchange', null, 0],
      ['refund', 100_00, 10_00],
      ['wait', null, 0],
    ]);
    expect((await events()).map(({ type }) => type)).toEqual(['shortage.marked', 'shortage.marked']);
    // Looked at again nothing is new.
    await findShortages(desk.app.pool, shop.shopId, now);
    expect(await events()).toHaveLength(2);
  });

  test('the answer is a message of the customer who ordered, and the order stays as it was', async () => {
    const identityToken = await shop.sign('member-2');
    const {
      agent: own,
      visitor,
      path,
    } = await desk.served(shop, 'agent', { text: '那就退款吧', identityToken });
    const beside = await until('the shortage', async () => {
      const answer = await own.get<ShortagesBeside>(`${path}/shortages`);
      return answer.body.shortages.length > 0 && answer.body;
    });
    const [shortage] = beside.shortages;
    expect(beside.said[0]).toMatchObject({ seq: 1, text: '那就退款吧' });
    const answer = (seq: number, at = path) =>
      own.post<{ code: string; reason?: string }>(`${at}/shortages/${shortage!.shortageId}/answer`, {
        choice: 'refund',
        seq,
      });
    const before = await orderOf(2);
    expect((await answer(9)).status).toBe(404);
    const another = await desk.served(shop, 'agent', {
      text: `我的订单 2026112200000002，退款`,
      identityToken: await shop.sign('member-3'),
    });
    // They see it by the number they wrote; that makes it no order of theirs.
    expect((await answer(1, another.path)).body).toMatchObject({
      code: 'conflict',
      reason: 'not-their-order',
    });
    await own.post(`${path}/messages`, { clientId: 'answer-0001', text: '好的，我来帮您办理。' });
    expect((await answer(2)).status).toBe(400);
    expect((await answer(1)).status).toBe(204);
    const [answered] = (await list()).filter(({ orderId }) => orderId === shortage!.orderId);
    expect(answered).toMatchObject({
      state: 'answered',
      answer: { choice: 'refund', conversationId: visitor.conversationId, messageSeq: 1 },
      conversationId: visitor.conversationId,
    });
    expect(await orderOf(2)).toEqual(before);
    expect((await events()).at(-1)).toMatchObject({
      type: 'shortage.answered',
      data: { choice: 'refund', messageSeq: 1 },
    });
  });

  test('goods came: what was only found is let go, what the customer answered stays; dispatched it is settled', async () => {
    await bringIn('stock', ['SKU 编码,仓库,库存,批次', 'BODY-80,杭州,9,B1']);
    await findShortages(desk.app.pool, shop.shopId, now);
    expect((await list()).map(({ number, state }) => [number.slice(-4), state])).toEqual([
      ['0002', 'answered'],
    ]);
    await bringIn('shipments', [
      '订单编号,快递单号,发货时间,SKU 编码,数量',
      '2026112200000002,SF2,2026-11-22 09:00:00,BODY-90,2',
    ]);
    await findShortages(desk.app.pool, shop.shopId, now);
    expect(await list()).toEqual([]);
    expect((await events()).slice(-2).map(({ data }) => (data as { as: string }).as)).toEqual([
      'withdrawn',
      'settled',
    ]);
  });

  test('by hand: once, of a line that waits, no more than it has; withdrawn once', async () => {
    const [first, dispatched] = await Promise.all([idOf(1), idOf(7)]);
    const mark = (orderId: string, units = 1, line = 0) =>
      agent.post<{ shortageId: string }>(`/api/v1/orders/${orderId}/shortages`, { line, units });
    expect((await mark(dispatched)).status).toBe(409);
    expect((await mark(first, 2)).status).toBe(400);
    expect((await mark(first, 1, 5)).status).toBe(400);
    const both = await Promise.all([mark(first), mark(first)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    await findShortages(desk.app.pool, shop.shopId, now);
    const [one] = await list();
    expect(one).toMatchObject({ by: 'hand', markedByName: agent.person.name });
    const withdraw = () => agent.post(`/api/v1/shortages/${one!.shortageId}/withdraw`);
    expect([(await withdraw()).status, (await withdraw()).status]).toEqual([204, 409]);
  });
});

const found = async (who: number) =>
  (await agent.get<{ orders: OrderView[] }>(`/api/v1/lookup?q=202611220000000${who}`)).body.orders[0]!;
const idOf = async (who: number) => (await found(who)).orderId;
const orderOf = async (who: number) => found(who);

test('a batch: who got some of it, and who reported harm; masked, and linked only within reach', async () => {
  const identityToken = await shop.sign('member-5');
  const { visitor } = await desk.served(shop, 'agent', {
    text: '宝宝穿了这件起红疹，去医院了',
    identityToken,
  });
  await desk.served(shop, 'agent', { text: '孩子穿了起红疹', identityToken: await shop.sign('member-77') });
  const read = (client: DeskClient) => client.get<BatchView>('/api/v1/batches?sku=BODY-80&batch=B1');
  const view = await until('the report', async () => {
    const { body: batch } = await read(supervisor);
    return batch.complaints.length > 0 && batch;
  });
  expect(view).toMatchObject({ title: '云朵连体衣 80', orders: 2, units: 2, inStock: 9 });
  expect(view.complaints).toMatchObject([{ conversationId: visitor.conversationId, number: '2026****0007' }]);
  expect(view.newest.map(({ number, receiver }) => [number, receiver])).toEqual([
    ['2026****0008', '客**'],
    ['2026****0007', '客**'],
  ]);
  const outside = await read(await desk.signIn(shop, 'warehouse'));
  expect(outside.body.complaints).toMatchObject([{ conversationId: null }]);
  expect(
    (await (await desk.signIn(far, 'supervisor')).get<BatchView>('/api/v1/batches?sku=BODY-80&batch=B1'))
      .body,
  ).toMatchObject({ orders: 0, complaints: [], title: null });
  const all = await supervisor.get<BatchView>('/api/v1/batches?sku=BODY-80&batch=');
  expect(all.body.orders).toBeGreaterThanOrEqual(2);
});

describe('risk signs', () => {
  const signsOf = async (member: number, client?: DeskClient) => {
    const { path } = await desk.served(shop, 'agent', {
      text: '你好',
      identityToken: await shop.sign(`member-${member}`),
    });
    return (client ?? supervisor).get<RiskSign[]>(`${path}/risk-signs`);
  };

  test('for the lead, with their counts; an agent is not told', async () => {
    expect((await signsOf(4)).body).toEqual([
      { sign: 'serial-refunds', refunded: 3, of: 3, refundedFen: 300_00, currency: 'CNY' },
    ]);
    expect((await signsOf(5)).body).toEqual([]);
    expect((await signsOf(4, agent)).status).toBe(403);
  });

  test('one door however it is written; filled in for orders of before, and gone with the customer', async () => {
    const sign = {
      sign: 'shared-address',
      address: '浙江省杭州市****',
      accounts: 3,
      orders: 3,
      refundedOrders: 0,
    };
    expect((await signsOf(1)).body).toEqual([sign]);
    const own = (sql: string) => inShop(desk.app.pool, shop.shopId, (tx) => tx.query<{ n: number }>(sql));
    await own(`update orders set address_index = null`);
    expect((await signsOf(1)).body).toEqual([]);
    while (await fillAddresses(desk.app.pool, desk.app.vault, shop.shopId));
    expect((await signsOf(1)).body).toEqual([sign]);
    const { path } = await desk.served(shop, 'agent', {
      text: '再见',
      identityToken: await shop.sign('member-3', { name: '客人三', phones: ['13900000003'] }),
    });
    await supervisor.post(`${path}/resolve`);
    const erased = await supervisor.post(`${path}/customer/erase`, {
      confirm: '客人三',
      reason: 'customer-asked',
    });
    expect(erased.text).toBe('');
    await until('the erasure', async () => {
      const [left] = await own(`select count(*)::int as n from orders where address_index <> '' `);
      return left!.n === 2;
    });
    expect((await signsOf(1)).body).toEqual([]);
  });
});
