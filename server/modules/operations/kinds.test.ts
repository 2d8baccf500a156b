/** What is no money: goods that come back and go out, addresses, sizes, gifts, closed orders. */
import { describe, expect, test } from 'vitest';
import type { ThreadAnswer } from '../../../core/api.ts';
import type { FoundParcel, OperationRow, Page } from '../../../core/commerce/operation-api.ts';
import type { OperationWish } from '../../../core/commerce/operations/operation.ts';
import type { OrderPersonal, ProductView } from '../../../core/commerce/order-api.ts';
import { factsOf } from '../../../test/rule-cases.ts';
import { check } from '../../../core/standard/check.ts';
import {
  agree,
  askFor,
  counter,
  historyOf,
  pay,
  refund,
  said,
  stageCounter,
  step,
  yuan,
} from '../../../test/operations.ts';
import { smallPng } from '../../../test/files.ts';

stageCounter();

const bookIn = (trackingNo: string, skuCode = 'BODY-90', photos: string[] = []): OperationWish => ({
  kind: 'book-in',
  trackingNo,
  carrier: null,
  items: [{ skuCode, quantity: 1, condition: 'as-new' }],
  photos,
});
const goBack: OperationWish = { kind: 'return', items: [{ line: 0, quantity: 1 }], trackingNo: null };
const refundOfLine = (fen: number): OperationWish => ({
  kind: 'refund',
  items: [{ line: 0, quantity: 1 }],
  amountFen: fen,
  currency: 'CNY',
});
const swap = (toSkuCode: string): OperationWish => ({
  kind: 'exchange',
  items: [{ line: 0, quantity: 1, toSkuCode }],
});
async function stockOf(code: string): Promise<number | null> {
  const { body } = await counter.by.agent.get<ProductView[]>('/api/v1/products?q=BODY-90');
  return body[0]!.skus.find((sku) => sku.code === code)!.stock;
}

describe('a parcel that comes back', () => {
  test('is awaited, found by its number, booked in with photos, compared, and frees the refund of approval', async () => {
    const { agent, warehouse } = counter.by;
    const orderId = await counter.order({ tracking: 'OUT-1001' });
    const awaited = await askFor(agent, orderId, { ...goBack, trackingNo: 'back-1001' } as OperationWish);
    expect(awaited.body).toMatchObject({ state: 'ready', trackingNo: 'BACK-1001', countsFen: 0 });
    const before = await askFor(agent, orderId, refundOfLine(100_00));
    expect(before.body.needs, 'before the goods are back').toEqual(['lead']);
    await step(agent, before.body, 'undo', { words: '等包裹' });

    for (const q of ['BACK-1001', 'out-1001']) {
      const { body } = await warehouse.get<FoundParcel>(`/api/v1/parcels/find?q=${q}`);
      expect(body.orders.map((order) => [order.orderId, order.expected?.operationId])).toEqual([
        [orderId, awaited.body.operationId],
      ]);
    }
    const { body: upload } = await warehouse.post<{ attachmentId: string }>(
      `/api/v1/orders/${orderId}/photos`,
      {
        name: '包裹.png',
        size: smallPng.length,
      },
    );
    await warehouse.upload(`/api/v1/parcel-photos/${upload.attachmentId}`, smallPng);
    const booked = await askFor(warehouse, orderId, bookIn('BACK-1001', 'BODY-90', [upload.attachmentId]));
    expect(booked.body).toMatchObject({ state: 'done', comparison: { matches: true }, sentence: null });
    const picture = await agent.get(`/api/v1/orders/${orderId}/photos/${upload.attachmentId}`);
    expect(picture.status).toBe(200);
    expect(said(await askFor(warehouse, orderId, bookIn('BACK-1001')))).toBe('409 conflict parcel-known');

    const { operations } = await historyOf(orderId);
    expect(operations.find(({ kind }) => kind === 'return')!.state, 'it has come').toBe('done');
    const back = await askFor(agent, orderId, refundOfLine(100_00));
    expect(back.body).toMatchObject({ state: 'ready', needs: [], countsFen: 0 });
    expect(said(await step(warehouse, booked.body, 'undo', { words: '登错' }))).toBe(
      '409 conflict relied-on',
    );
  });

  test('booked in by whoever refunds, or with something else in it, leaves the refund to be approved', async () => {
    const { supervisor, agent, warehouse } = counter.by;
    const own = await counter.order({ paid: '6000.00' });
    await askFor(supervisor, own, bookIn('BACK-2001'));
    expect((await askFor(supervisor, own, refundOfLine(6000_00))).body.needs).toEqual([
      'supervisor',
      'finance',
    ]);
    const wrong = await counter.order();
    const booked = await askFor(warehouse, wrong, bookIn('BACK-2002', 'BODY-80'));
    expect(booked.body.comparison).toEqual({
      matches: false,
      wrong: [{ skuCode: 'BODY-80', quantity: 1 }],
      missing: [],
      extra: [],
    });
    expect((await askFor(agent, wrong, refundOfLine(100_00))).body.needs).toEqual(['lead']);
    const { zh, en } = booked.body.sentence!;
    expect(zh).toContain('云朵连体衣 80 码 1 件');
    for (const [lang, text] of [
      ['zh', zh],
      ['en', en],
    ] as const)
      expect(check({ text }, { ...factsOf({ text: '', before: [] }), lang }, Date.now()), text).toEqual([]);
  });
});

describe('an exchange', () => {
  test('takes from the shelf at once, gives back when undone, and stays off it when sent', async () => {
    const { agent, warehouse } = counter.by;
    const before = (await stockOf('BODY-90'))!;
    const one = await askFor(agent, await counter.order(), swap('BODY-90'));
    const two = await askFor(agent, await counter.order(), swap('BODY-90'));
    expect(await stockOf('BODY-90')).toBe(before - 2);
    await step(agent, one.body, 'undo', { words: '不换了' });
    expect(await stockOf('BODY-90')).toBe(before - 1);
    expect(said(await step(warehouse, two.body, 'send', { trackingNo: null }))).toBe('400 invalid');
    const sent = await step(warehouse, two.body, 'send', { trackingNo: 'SF-EX-1' });
    expect(sent.body).toMatchObject({ state: 'done', trackingNo: 'SF-EX-1' });
    expect(await stockOf('BODY-90')).toBe(before - 1);
    expect(said(await step(agent, two.body, 'undo', { words: '撤' }))).toBe('409 conflict operation-settled');
    const { body: gone } = await warehouse.get<Page<OperationRow>>('/api/v1/sendings?show=sent');
    expect(gone.rows.map(({ operationId }) => operationId)).toContain(two.body.operationId);
  });

  test('ten at once for the last three: three get it, and the shelf is never below nothing', async () => {
    const { agent, supervisor } = counter.by;
    const orders = await Promise.all(Array.from({ length: 10 }, () => counter.order()));
    const answers = await Promise.all(
      orders.map((orderId, i) => askFor(i % 2 ? agent : supervisor, orderId, swap('BODY-80'))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(said))).toEqual(
      new Set(['409 conflict out-of-stock']),
    );
    expect(await stockOf('BODY-80')).toBe(0);
    expect(said(await askFor(agent, orders[0]!, swap('BODY-100')))).toBe('409 conflict stock-uncounted');
  });
});

describe('before it leaves', () => {
  test('the address changes, is masked everywhere, and is put back', async () => {
    const { agent } = counter.by;
    const orderId = await counter.order({ state: '待发货' });
    const address = '宁波市鄞州区百丈东路 7 号';
    const changed = await askFor(agent, orderId, {
      kind: 'address-change',
      address,
      receiver: null,
      phone: '13655556666',
    });
    expect(changed.body.state).toBe('done');
    expect(changed.text).not.toContain('百丈');
    const whole = async () => (await agent.post<OrderPersonal>(`/api/v1/orders/${orderId}/unmask`)).body;
    expect(await whole()).toMatchObject({ address, phone: '13655556666', receiver: '叶知秋' });
    await step(agent, changed.body, 'undo', { words: '顾客又改主意' });
    expect(await whole()).toMatchObject({ address: '杭州市西湖区文三路 88 号', phone: '13911112222' });
  });

  test('afterwards it does not, nor is anything closed or resized', async () => {
    const { agent } = counter.by;
    const orderId = await counter.order({ state: '已发货' });
    const wishes: OperationWish[] = [
      { kind: 'address-change', address: '别处', receiver: null, phone: null },
      { kind: 'size-change', line: 0, toSkuCode: 'BODY-90' },
      { kind: 'close', request: { conversationId: counter.shop.shopId, seq: 1 } },
    ];
    for (const wish of wishes)
      expect(said(await askFor(agent, orderId, wish)), wish.kind).toBe('409 conflict already-dispatched');
    const { menu } = await historyOf(orderId);
    expect(menu['close']).toBe('already-dispatched');
  });

  test('it is closed at the customer’s recorded request alone, and told in their conversation', async () => {
    const { shop, desk } = counter;
    const identityToken = await shop.sign('closer');
    const orderId = await counter.order({ state: '待发货', account: 'closer' });
    const strange = await counter.order({ state: '待发货' });
    const served = await desk.served(shop, 'agent', { identityToken, text: '什么时候发货呀' });
    const { agent, conversationId, visitor, path } = served;
    const close = (id: string, seq: number) =>
      askFor(agent, id, { kind: 'close', request: { conversationId, seq } }, { conversationId });
    expect(said(await close(orderId, 1)), 'asked nothing of the kind').toBe(
      '409 conflict not-asked-to-close',
    );
    expect(said(await close(orderId, 9)), 'no such message').toBe('409 conflict not-asked-to-close');
    await visitor.say('拍重复了，这单不要了，麻烦帮我取消');
    expect(said(await close(strange, 2)), 'not their order').toBe('409 conflict not-beside');
    const closed = await close(orderId, 2);
    expect(closed.body).toMatchObject({ state: 'ready', amountFen: 100_00, countsFen: 0, needs: [] });
    const { body: thread } = await agent.get<ThreadAnswer>(path);
    expect(thread.marks.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ type: 'order.operated', kind: 'close', state: 'ready', amountFen: 100_00 }),
    );
    expect(said(await askFor(agent, orderId, swap('BODY-90')))).toBe('409 conflict order-closed');
    expect((await pay(counter.by.finance, closed.body)).body.state).toBe('done');
    expect((await historyOf(orderId)).money).toMatchObject({ refundedFen: 100_00, pendingFen: 0 });
  });
});

test('a gift counts what it costs; a difference is paid once a line', async () => {
  const { agent, lead, warehouse } = counter.by;
  const orderId = await counter.order();
  const gift = await askFor(agent, orderId, { kind: 'gift', gift: '小夜灯', ...yuan(60) });
  expect(gift.body).toMatchObject({ state: 'waiting', countsFen: 60_00, till: null });
  await agree(lead, gift.body);
  expect((await step(warehouse, gift.body, 'send', { trackingNo: null })).body.state).toBe('done');
  const difference: OperationWish = { kind: 'price-difference', line: 0, ...yuan(5) };
  const answers = await Promise.all([1, 2, 3].map(() => askFor(agent, orderId, difference)));
  expect(answers.map(said).toSorted()).toEqual([
    '201',
    '409 conflict difference-once',
    '409 conflict difference-once',
  ]);
});

test('what an account is named for a payout is for finance alone, on record, and goes with the buyer', async () => {
  const { agent, finance, lead } = counter.by;
  const orderId = await counter.order();
  const payee = '支付宝 ye@example.com 叶知秋';
  const asked = await askFor(agent, orderId, { kind: 'payout', items: [], payee, ...yuan(20) });
  expect(asked.text).not.toContain('ye@example');
  expect(said(await step(lead, asked.body, 'payee'))).toBe('403 forbidden');
  const { body } = await finance.post<{ payee: string }>(
    `/api/v1/operations/${asked.body.operationId}/payee`,
  );
  expect(body.payee).toBe(payee);
});

test('the warehouse serves no customers, and nobody else books parcels in', async () => {
  const { agent, lead, warehouse } = counter.by;
  const orderId = await counter.order();
  expect(said(await askFor(warehouse, orderId, refund(1)))).toBe('403 forbidden');
  expect(said(await askFor(agent, orderId, bookIn('BACK-9')))).toBe('403 forbidden');
  expect(said(await askFor(lead, orderId, bookIn('BACK-9')))).toBe('403 forbidden');
});
