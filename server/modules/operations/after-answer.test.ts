/** What the customer chose for a line that can't be sent, done: once, and never before they chose. */
import { expect, test } from 'vitest';
import type { ShortageView } from '../../../core/commerce/buying-api.ts';
import type { OperationPreview } from '../../../core/commerce/operation-api.ts';
import type { OperationWish } from '../../../core/commerce/operations/operation.ts';
import type { Choice } from '../../../core/commerce/shortage/shortage.ts';
import { bring } from '../../../test/goods.ts';
import { askFor, counter, pay, said, stageCounter, step } from '../../../test/operations.ts';
import { inShop } from '../../platform/database/pool.ts';
import { findShortages, readOrders } from '../commerce/index.ts';

stageCounter();

let customers = 0;

/** An order of which one unit is marked short, and whose customer chose. */
async function short(choice: Choice, quantity = 1) {
  const { desk, shop, order, by } = counter;
  const account = `short-${++customers}`;
  const orderId = await order({
    state: '待发货',
    account,
    quantity,
    paid: `${quantity}00.00`,
    sku: 'BODY-100',
  });
  const identityToken = await shop.sign(account);
  const served = await desk.served(shop, 'agent', { text: '那按你说的办', identityToken });
  await by.agent.post(`/api/v1/orders/${orderId}/shortages`, { line: 0, units: 1 });
  const [{ shortageId }] = (await of(orderId)) as [ShortageView];
  const answered = await served.agent.post(`${served.path}/shortages/${shortageId}/answer`, {
    choice,
    seq: 1,
  });
  expect(answered.status).toBe(204);
  return { orderId, shortageId };
}

const of = async (orderId: string) =>
  (await counter.by.agent.get<ShortageView[]>('/api/v1/shortages')).body.filter(
    (one) => one.orderId === orderId,
  );
const ended = (shortageId: string) =>
  inShop(counter.desk.app.pool, counter.shop.shopId, (tx) =>
    tx.query<{ data: object }>(
      `select data from order_events where shop_id = $1 and type = 'shortage.ended' and data ->> 'shortageId' = $2`,
      [counter.shop.shopId, shortageId],
    ),
  );
const lookAgain = () => findShortages(counter.desk.app.pool, counter.shop.shopId, counter.desk.app.now());

const refundOf = (quantity: number, fen: number, line = 0): OperationWish => ({
  kind: 'refund',
  items: [{ line, quantity }],
  amountFen: fen,
  currency: 'CNY',
});

test('a refund settles it when the money has gone, not before, and once', async () => {
  const { agent, finance } = counter.by;
  const { orderId, shortageId } = await short('refund', 2);
  const asked = await askFor(agent, orderId, refundOf(1, 100_00));
  expect(asked.body).toMatchObject({ state: 'ready', needs: [] });
  expect(await of(orderId)).toMatchObject([
    { state: 'answered', operation: { operationId: asked.body.operationId, kind: 'refund', state: 'ready' } },
  ]);
  // Undone, nothing is under way any more; asked for anew and paid twice over, it ends once.
  await step(agent, asked.body, 'undo', { words: '金额写错' });
  expect(await of(orderId)).toMatchObject([{ state: 'answered', operation: null }]);
  const again = await askFor(agent, orderId, refundOf(1, 100_00));
  await Promise.all([pay(finance, again.body, 'ALI-SHORT-1'), pay(finance, again.body, 'ALI-SHORT-1')]);
  expect(await of(orderId)).toEqual([]);
  expect(await ended(shortageId)).toEqual([
    {
      data: expect.objectContaining({ as: 'settled', operationId: again.body.operationId }),
    },
  ]);
  // What is left of the line is there: the unit that money went back for is not short again.
  await bring(counter.desk.app, counter.shop.shopId, 'stock', ['SKU 编码,仓库,库存', 'BODY-100,杭州,1']);
  await lookAgain();
  expect(await of(orderId)).toEqual([]);
});

test('two at once refund each unit once, though the order has money left', async () => {
  const { agent, supervisor } = counter.by;
  const { orderId } = await short('refund', 2);
  const answers = await Promise.all(
    [agent, supervisor, agent].map((who) => askFor(who, orderId, refundOf(2, 60_00))),
  );
  expect(answers.map(said).toSorted()).toEqual([
    '201',
    '409 conflict line-refunded',
    '409 conflict line-refunded',
  ]);
});

test('a refund of something else, or of fewer, leaves it open; so does an answer that was to wait', async () => {
  const { agent, finance } = counter.by;
  const waiting = await short('wait');
  const asked = await askFor(agent, waiting.orderId, refundOf(1, 100));
  await pay(finance, asked.body, 'ALI-SHORT-2');
  expect(await of(waiting.orderId)).toMatchObject([{ state: 'answered', answer: { choice: 'wait' } }]);
  const refunded = await short('refund');
  const part = await askFor(agent, refunded.orderId, { ...refundOf(1, 100), items: [] } as OperationWish);
  await pay(finance, part.body, 'ALI-SHORT-3');
  expect(await of(refunded.orderId)).toMatchObject([{ state: 'answered', operation: null }]);
});

test('a swap settles it when it has left; undone, it is short as before', async () => {
  const { agent, warehouse } = counter.by;
  const { orderId, shortageId } = await short('swap');
  const wish: OperationWish = { kind: 'size-change', line: 0, toSkuCode: 'BODY-90' };
  const first = await askFor(agent, orderId, wish);
  expect(said(await askFor(agent, orderId, wish))).toBe('409 conflict change-stands');
  await step(agent, first.body, 'undo', { words: '顾客要另一个颜色' });
  expect(await of(orderId)).toMatchObject([{ state: 'answered', operation: null }]);
  const second = await askFor(agent, orderId, wish);
  await lookAgain();
  expect(await of(orderId), 'what was short, not what it became').toMatchObject([
    { skuCode: 'BODY-100', operation: { kind: 'size-change', state: 'ready' } },
  ]);
  await step(warehouse, second.body, 'send', { trackingNo: null });
  expect(await of(orderId)).toEqual([]);
  expect(await ended(shortageId)).toHaveLength(1);
});

test('a swap of the one that is short leaves the others: reserved, undone and settled by itself', async () => {
  const { agent, warehouse, finance } = counter.by;
  const { orderId, shortageId } = await short('swap', 3);
  const wish = (quantity: number, line = 0): OperationWish => ({
    kind: 'size-change',
    line,
    toSkuCode: 'BODY-80',
    quantity,
  });
  const lines = async () => {
    const { pool, vault } = counter.desk.app;
    const [order] = await inShop(pool, counter.shop.shopId, (tx) =>
      readOrders(tx, vault, counter.shop.shopId, [orderId]),
    );
    return order!.lines.map((one) => `${one.skuCode}×${one.quantity} ${one.paidFen! / 100}`);
  };
  const free = async () => {
    const { body } = await agent.post<OperationPreview>(`/api/v1/orders/${orderId}/operations/preview`, {
      wish: wish(1),
      reason: { code: 'oversell', words: '缺一件' },
      conversationId: null,
    });
    return body.stock[0];
  };
  const before = await free();
  expect(before).toMatchObject({ skuCode: 'BODY-80', takes: 1 });
  expect(said(await askFor(agent, orderId, wish(4)))).toBe('400 invalid');
  const first = await askFor(agent, orderId, wish(1));
  expect(await lines()).toEqual(['BODY-100×2 200', 'BODY-80×1 100']);
  expect((await free())?.availableNow).toBe(before!.availableNow - 1);
  expect(await of(orderId)).toMatchObject([
    {
      skuCode: 'BODY-100',
      units: 1,
      quantity: 3,
      operation: { operationId: first.body.operationId, state: 'ready' },
    },
  ]);
  expect(said(await askFor(agent, orderId, wish(1))), 'of the same line').toBe('409 conflict change-stands');
  expect(said(await askFor(agent, orderId, wish(1, 1))), 'of what was swapped').toBe(
    '409 conflict change-stands',
  );
  // What was done since to the unit that was swapped holds it.
  const refunded = await askFor(agent, orderId, refundOf(1, 100, 1));
  expect(said(await step(agent, first.body, 'undo', { words: '顾客不换了' }))).toBe(
    '409 conflict units-in-use',
  );
  await step(agent, refunded.body, 'undo', { words: '退错了' });
  await step(agent, first.body, 'undo', { words: '顾客不换了' });
  expect([await lines(), (await free())?.availableNow]).toEqual([['BODY-100×3 300'], before!.availableNow]);

  const second = await askFor(agent, orderId, wish(1));
  await lookAgain();
  expect(await of(orderId)).toMatchObject([{ state: 'answered', operation: { state: 'ready' } }]);
  await step(warehouse, second.body, 'send', { trackingNo: null });
  expect([await of(orderId), (await ended(shortageId)).length]).toEqual([[], 1]);
  // All that was paid can still go back, and no more.
  expect(said(await askFor(agent, orderId, refundOf(3, 300_00)))).toBe('400 invalid');
  const rest = await askFor(agent, orderId, refundOf(2, 200_00));
  await pay(finance, rest.body, 'ALI-SHORT-5');
  expect(await lines()).toEqual(['BODY-100×2 200', 'BODY-80×1 100']);
});
