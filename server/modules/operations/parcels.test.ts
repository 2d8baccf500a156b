/** Parcels that fit no order, and bookings that were wrong: each parcel is in one place, and who waits for it is told. */
import { expect, test } from 'vitest';
import type { ThreadAnswer } from '../../../core/api.ts';
import type { OperationView, OrderOperations, Page } from '../../../core/commerce/operation-api.ts';
import type { OperationWish } from '../../../core/commerce/operations/operation.ts';
import type { StrayBooking, StrayParcel } from '../../../core/commerce/stray-api.ts';
import { smallPng } from '../../../test/files.ts';
import { askFor, counter, newKey, said, stageCounter, step } from '../../../test/operations.ts';
import { inShop } from '../../platform/database/pool.ts';

stageCounter();

const stray = (trackingNo: string, more: Partial<StrayBooking> = {}): StrayBooking => ({
  key: newKey(),
  trackingNo,
  carrier: '中通',
  items: [{ skuCode: 'BODY-90', quantity: 1, condition: 'opened' }],
  sender: '叶女士 139****2222',
  photos: [],
  ...more,
});
const book = (booking: StrayBooking) =>
  counter.by.warehouse.post<StrayParcel>('/api/v1/stray-parcels', booking);
const list = async (show: 'waiting' | 'ended') =>
  (await counter.by.warehouse.get<Page<StrayParcel>>(`/api/v1/stray-parcels?show=${show}`)).body.rows;
const tie = (parcelId: string, orderId: string, who = counter.by.warehouse) =>
  who.post<OperationView>(`/api/v1/stray-parcels/${parcelId}/tie`, { orderId, words: '面单电话对上了' });
const bookings = async (orderId: string) =>
  (await counter.by.agent.get<OrderOperations>(`/api/v1/orders/${orderId}/operations`)).body.operations
    .filter(({ kind }) => kind === 'book-in')
    .map(({ state }) => state);

async function photoOf(path: string): Promise<string> {
  const { warehouse } = counter.by;
  const { body } = await warehouse.post<{ attachmentId: string }>(path, {
    name: '面单.png',
    size: smallPng.length,
  });
  await warehouse.upload(`/api/v1/parcel-photos/${body.attachmentId}`, smallPng);
  return body.attachmentId;
}

test('booked in with its photos, listed, tied to its order by hand: compared as usual, and who sent it is forgotten', async () => {
  const { warehouse, agent } = counter.by;
  const photo = await photoOf('/api/v1/stray-photos');
  const booked = await book(stray('stray-1', { photos: [photo] }));
  expect(booked.body).toMatchObject({
    state: 'waiting',
    trackingNo: 'STRAY-1',
    sender: '叶女士 139****2222',
    photos: [photo],
    bookedBy: warehouse.person.name,
    order: null,
  });
  expect((await warehouse.get(`/api/v1/stray-photos/${photo}`)).status).toBe(200);
  expect((await agent.get(`/api/v1/stray-photos/${photo}`)).status).toBe(403);

  const orderId = await counter.order({ sku: 'BODY-80' });
  const tied = await tie(booked.body.parcelId, orderId);
  expect(tied.body).toMatchObject({
    kind: 'book-in',
    state: 'done',
    trackingNo: 'STRAY-1',
    photos: [photo],
    comparison: { matches: false, wrong: [{ skuCode: 'BODY-90', quantity: 1 }] },
  });
  expect(tied.body.sentence!.zh).toContain('AY-1');
  expect((await agent.get(`/api/v1/orders/${orderId}/photos/${photo}`)).status).toBe(200);
  expect(await list('waiting')).toEqual([]);
  expect(await list('ended')).toMatchObject([
    { state: 'tied', sender: null, order: { orderId, number: expect.stringContaining('****') } },
  ]);
  expect((await tie(booked.body.parcelId, orderId)).body.operationId, 'said twice').toBe(
    tied.body.operationId,
  );
  expect(said(await tie(booked.body.parcelId, await counter.order()))).toBe('409 conflict parcel-over');

  // Undone it waits for its order again, and is tied to the right one.
  await step(warehouse, tied.body, 'undo', { words: '不是这个订单的' });
  expect(await list('waiting')).toMatchObject([{ trackingNo: 'STRAY-1' }]);
  expect((await warehouse.get(`/api/v1/stray-photos/${photo}`)).status).toBe(200);
  const right = await counter.order({ sku: 'BODY-90' });
  expect((await tie(booked.body.parcelId, right)).body.comparison!.matches).toBe(true);
});

test('a double click books one; the same parcel is in one list; ten who tie it at once book it in once', async () => {
  const { warehouse, supervisor, agent } = counter.by;
  const booking = stray('STRAY-2');
  const clicks = await Promise.all(Array.from({ length: 8 }, () => book(booking)));
  expect(new Set(clicks.map(({ status, body }) => `${status} ${body.parcelId}`)).size).toBe(1);
  const one = clicks[0]!;
  expect(said(await book({ ...booking, sender: null }))).toBe('409 conflict key-reused');
  expect(said(await book(stray('STRAY-2')))).toBe('409 conflict parcel-known');
  expect(said(await counter.by.agent.post('/api/v1/stray-parcels', stray('STRAY-9')))).toBe('403 forbidden');
  const orders = [await counter.order(), await counter.order()] as const;
  const bookIn: OperationWish = { kind: 'book-in', ...stray('STRAY-2'), photos: [] } as never;
  const { key: _key, sender: _sender, ...wish } = bookIn as OperationWish & StrayBooking;
  expect(said(await askFor(warehouse, orders[0], wish as OperationWish))).toBe('409 conflict parcel-stray');

  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      tie(one.body.parcelId, orders[i % 2]!, i % 3 ? warehouse : supervisor),
    ),
  );
  expect(answers.some(({ status }) => status === 200)).toBe(true);
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
  const all = [...(await bookings(orders[0])), ...(await bookings(orders[1]))];
  expect(all).toEqual(['done']);
  expect(said(await book(stray('STRAY-2'))), 'it has an order').toBe('409 conflict parcel-known');
  expect((await agent.get('/api/v1/stray-parcels?show=waiting')).status).toBe(403);
});

test('killed between the booking and the parcel’s end, neither has happened', async () => {
  const { body } = await book(stray('STRAY-3'));
  const orderId = await counter.order();
  const { pool } = counter.desk.app;
  const { shopId } = counter.shop;
  // Whoever holds the parcel's row keeps the tying waiting after the booking was written; then its line is cut.
  let release = () => {};
  const held = inShop(pool, shopId, async (tx) => {
    await tx.query('select from stray_parcels where shop_id = $1 and parcel_id = $2 for update', [
      shopId,
      body.parcelId,
    ]);
    await new Promise<void>((resolve) => (release = resolve));
  });
  const tying = tie(body.parcelId, orderId);
  await expect
    .poll(async () => {
      const rows = await inShop(pool, shopId, (tx) =>
        tx.query<{ pid: number }>(
          `select pid, pg_terminate_backend(pid) from pg_stat_activity
          where wait_event_type = 'Lock' and query like '%stray_parcels%' and pid <> pg_backend_pid()`,
        ),
      );
      return rows.length;
    })
    .toBe(1);
  expect((await tying).status).toBeGreaterThanOrEqual(500);
  release();
  await held;
  expect(await bookings(orderId)).toEqual([]);
  expect(await list('waiting')).toMatchObject([{ trackingNo: 'STRAY-3' }]);
  counter.desk.failures.length = 0;
  expect((await tie(body.parcelId, orderId)).status).toBe(200);
  expect(await bookings(orderId)).toEqual(['done']);
});

test('given up, it is over, and says what became of it', async () => {
  const { warehouse } = counter.by;
  const { body } = await book(stray('STRAY-4'));
  const giveUp = () =>
    warehouse.post<StrayParcel>(`/api/v1/stray-parcels/${body.parcelId}/give-up`, { words: '退回快递' });
  expect((await giveUp()).body).toMatchObject({ state: 'given-up', words: '退回快递', sender: null });
  expect(said(await giveUp())).toBe('409 conflict parcel-over');
  expect(said(await tie(body.parcelId, await counter.order()))).toBe('409 conflict parcel-over');
});

test('a booking undone: the return waits as before, and the agent’s conversation is told', async () => {
  const { warehouse, finance } = counter.by;
  const { desk, shop } = counter;
  const orderId = await counter.order({ account: 'returner' });
  const served = await desk.served(shop, 'agent', {
    text: '我要退货',
    identityToken: await shop.sign('returner'),
  });
  const { agent, conversationId, path } = served;
  const back: OperationWish = { kind: 'return', items: [{ line: 0, quantity: 1 }], trackingNo: 'BACK-U' };
  const asked = await askFor(agent, orderId, back, { conversationId });
  const booked = await askFor(warehouse, orderId, {
    kind: 'book-in',
    trackingNo: 'BACK-U',
    carrier: null,
    items: [{ skuCode: 'BODY-90', quantity: 1, condition: 'as-new' }],
    photos: [],
  });
  const history = async () => (await agent.get<OrderOperations>(`/api/v1/orders/${orderId}/operations`)).body;
  const stateOf = async () =>
    (await history()).operations.find(({ operationId }) => operationId === asked.body.operationId)!.state;
  expect(await stateOf()).toBe('done');
  const words = { words: '扫错了包裹' };
  const undone = await Promise.all([1, 2].map(() => step(warehouse, booked.body, 'undo', words)));
  expect(undone.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await stateOf()).toBe('ready');
  const { chain } = await history();
  expect(chain.lines.map(({ act }) => act)).toEqual(['asked', 'asked', 'arrived', 'awaited-again', 'undone']);
  expect(chain.broken).toBeNull();
  const told = async () =>
    (await agent.get<ThreadAnswer>(path)).body.marks.flatMap(({ event }) =>
      event.type === 'order.operated' ? [`${event.kind} ${event.state}`] : [],
    );
  await expect.poll(told).toEqual(['return ready', 'book-in done', 'book-in undone']);
  expect(said(await step(finance, booked.body, 'undo', words))).toBe('403 forbidden');
});

test('a conversation’s file is not shown by its id as if it were an order', async () => {
  const { desk, shop, by } = counter;
  const { conversationId, agent, path } = await desk.served(shop, 'agent', { text: '你好' });
  const { body } = await agent.post<{ attachmentId: string }>(`${path}/uploads`, {
    name: '内部.png',
    size: smallPng.length,
  });
  expect(
    (await by.finance.get(`/api/v1/orders/${conversationId}/photos/${body.attachmentId}`)).body,
  ).toMatchObject({
    code: 'not-found',
    what: 'order',
  });
});
