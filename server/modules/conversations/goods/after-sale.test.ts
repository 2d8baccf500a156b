/** What goes wrong after the sale, as the desk answers: shortages, a batch, risk signs; masked, within reach. */
import { describe, expect, test } from 'vitest';
import type { BatchView, ShortagesBeside, ShortageView } from '../../../../core/commerce/buying-api.ts';
import type { OrderView } from '../../../../core/commerce/order-api.ts';
import type { RiskSign } from '../../../../core/commerce/risk/signs.ts';
import type { DeskClient } from '../../../../test/client.ts';
import { until } from '../../../../test/until.ts';
import { inShop } from '../../../platform/database/pool.ts';
import { fillAddresses, findShortages } from '../../commerce/index.ts';
import { agent, bringIn, desk, now, shop, stageGoods, supervisor } from './testing.ts';

stageGoods();

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

const orderOf = async (who: number) =>
  (await agent.get<{ orders: OrderView[] }>(`/api/v1/lookup?q=202611220000000${who}`)).body.orders[0]!;
const idOf = async (who: number) => (await orderOf(who)).orderId;

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
  const far = await desk.addShop();
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
