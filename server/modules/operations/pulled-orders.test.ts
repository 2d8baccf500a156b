/** A connected shop system changes orders between two readings: what the desk did to them, what is short and what is said of it follow. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ShortageView } from '../../../core/commerce/buying-api.ts';
import type { OperationView } from '../../../core/commerce/operation-api.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import type { SourceView } from '../../../core/commerce/source-api.ts';
import type { Thread } from '../../../core/conversations/thread.ts';
import type { FakeShopSystems } from '../../../test/fake-shop-systems.ts';
import { fakeShopSystems, shopifyHost, shopifyKeys, shopifyOrder } from '../../../test/fake-shop-systems.ts';
import type { Counter } from '../../../test/operations.ts';
import { askFor, openCounter, step } from '../../../test/operations.ts';
import { until } from '../../../test/until.ts';
import { inShop } from '../../platform/database/pool.ts';

let fake: FakeShopSystems;
let counter: Counter;
let later = 0;
const now = () => Date.parse('2026-11-02T08:00:00Z') + later;

beforeAll(async () => {
  fake = await fakeShopSystems();
  fake.now = now;
  counter = await openCounter({ now, fetch: fake.fetch });
});
afterAll(async () => {
  expect(counter.desk.failures).toEqual([]);
  await counter.stop();
  await fake.stop();
});

/** More than a page holds; ours stands in the second. */
const ours = 280;
const account = 'ann@mail.example';
const told = (more: object) => shopifyOrder(ours, { currency: 'CNY', email: account, ...more });
const lineOf = (sku: string, quantity = 3) => ({
  line_items: [{ id: 1, title: '云朵连体衣', sku, product_id: 7, quantity, price: '100.00' }],
});
const changedNow = () => ({ updated_at: new Date(now()).toISOString() });

const only = async () => (await counter.by.supervisor.get<SourceView[]>('/api/v1/sources')).body[0]!;
const lookUp = async (number: string) =>
  (
    await counter.by.agent.get<{ orders: OrderView[] }>(
      `/api/v1/lookup?q=${encodeURIComponent(`#${number}`)}`,
    )
  ).body.orders[0]!;
const linesOf = ({ lines }: OrderView) => lines.map(({ skuCode, quantity }) => `${skuCode}×${quantity}`);
const shortagesOf = async (orderId: string) =>
  (await counter.by.agent.get<ShortageView[]>('/api/v1/shortages')).body.filter(
    (one) => one.orderId === orderId,
  );
const operationOf = async ({ operationId, orderId }: OperationView) => {
  const path = `/api/v1/orders/${orderId}/operations`;
  const { operations } = (await counter.by.agent.get<{ operations: OperationView[] }>(path)).body;
  return operations.find((one) => one.operationId === operationId)!;
};

async function counted(orderId: string) {
  const { desk, shop } = counter;
  const [row] = await inShop(desk.app.pool, shop.shopId, (tx) =>
    tx.query<{ orders: number; lines: number; parcels: number; ended: number }>(
      `select (select count(*)::int from orders where shop_id = $1) as orders,
        (select count(*)::int from order_lines where shop_id = $1 and order_id = $2) as lines,
        (select count(*)::int from shipments where shop_id = $1 and order_id = $2) as parcels,
        (select count(*)::int from order_events where shop_id = $1 and order_id = $2 and type = 'shortage.ended') as ended`,
      [shop.shopId, orderId],
    ),
  );
  return row!;
}

/** The desk's own rounds bring it about: read at once, and to the end. */
async function read(): Promise<void> {
  const { sourceId, standing } = await only();
  later += 1000;
  await counter.by.supervisor.post(`/api/v1/sources/${sourceId}/pull`, { whole: false });
  await readToTheEnd(standing.toldAt);
}
const readToTheEnd = (before: number | null) =>
  until('the reading to end', async () => {
    const view = await only();
    return view.reading === null && view.standing.toldAt !== before;
  });

test('an order changed there between two readings, one of them broken off, is changed here once', async () => {
  const { by, desk, shop } = counter;
  fake.shopify.orders = Array.from({ length: 300 }, (_, i) => shopifyOrder(i + 1));
  fake.shopify.orders[ours - 1] = told(lineOf('BODY-80'));
  const connected = await by.supervisor.post<SourceView>('/api/v1/sources', {
    kind: 'shopify',
    address: shopifyHost,
    keys: shopifyKeys,
  });
  expect(connected.status).toBeLessThan(300);
  await readToTheEnd(null);
  const { orderId } = await lookUp(String(1000 + ours));

  // One is short, the customer takes another size, and one of the three is swapped.
  const served = await desk.served(shop, 'agent', {
    text: '那就换 90 的吧',
    identityToken: await shop.sign(account),
  });
  expect((await by.agent.post(`/api/v1/orders/${orderId}/shortages`, { line: 0, units: 1 })).status).toBe(
    201,
  );
  const [short] = await shortagesOf(orderId);
  const answer = { choice: 'swap', seq: 1 };
  await served.agent.post(`${served.path}/shortages/${short!.shortageId}/answer`, answer);
  const swap = await askFor(
    by.agent,
    orderId,
    { kind: 'size-change', line: 0, toSkuCode: 'BODY-90', quantity: 1 },
    { conversationId: served.conversationId },
  );
  expect(swap.status).toBe(201);

  // All are changed there, ours to another size; the reading breaks off between its pages.
  later += 3_600_000;
  fake.shopify.orders = fake.shopify.orders.map((one) => ({ ...one, ...changedNow() }));
  fake.shopify.orders[ours - 1] = told({ ...lineOf('BODY-100'), ...changedNow() });
  let pages = 0;
  fake.instead = (path) => (path.includes('/orders') && ++pages === 2 ? 'cut' : null);
  const { sourceId, standing } = await only();
  await by.supervisor.post(`/api/v1/sources/${sourceId}/pull`, { whole: false });
  await until('the trouble', async () => (await only()).standing.trouble);
  expect(linesOf(await lookUp(String(1000 + ours))), 'not read yet').toEqual(['BODY-80×2', 'BODY-90×1']);
  fake.instead = null;
  fake.asked.length = 0;
  later += 20_000;
  await readToTheEnd(standing.toldAt);
  const pagesAsked = fake.asked.filter((path) => path.includes('/orders'));
  expect(pagesAsked.length, 'it goes on where it was').toBe(1);
  const changed = await lookUp(String(1000 + ours));
  expect([changed.orderId, linesOf(changed)]).toEqual([orderId, ['BODY-100×3']]);

  const marks = async () =>
    (await served.agent.get<Thread>(served.path)).body.marks.flatMap(({ event }) =>
      event.type === 'order.operated' ? [[event.state, event.overtaken ?? false]] : [],
    );
  later += 11_000;
  await until('the conversation to be told', async () => (await marks()).length > 1);
  await step(by.agent, swap.body, 'keep');
  expect(linesOf(await lookUp(String(1000 + ours)))).toEqual(['BODY-100×2', 'BODY-90×1']);
  expect(await shortagesOf(orderId)).toMatchObject([
    { state: 'answered', operation: { operationId: swap.body.operationId, state: 'ready' } },
  ]);

  // It leaves, as that system knows it.
  later += 60_000;
  const sent = { id: 1, order_id: 5_000_000_000 + ours, status: 'success', tracking_number: 'DHL280' };
  fake.shopify.orders[ours - 1] = told({
    ...lineOf('BODY-100'),
    ...changedNow(),
    fulfillment_status: 'fulfilled',
    fulfillments: [{ ...sent, created_at: new Date(now()).toISOString(), ...lineOf('BODY-100') }],
  });
  await read();
  later += 11_000;
  await until('the swap to be sent', async () => (await operationOf(swap.body)).state === 'done');
  expect((await operationOf(swap.body)).trackingNo).toBe('DHL280');
  expect(await shortagesOf(orderId), 'not short any more').toEqual([]);
  expect(await marks(), 'asked, overtaken, kept, sent; each once').toEqual([
    ['ready', false],
    ['ready', true],
    ['ready', false],
    ['done', false],
  ]);

  // Everything again says nothing new, and doubles nothing.
  const before = await counted(orderId);
  await read();
  expect(await counted(orderId)).toEqual(before);
  expect(before).toEqual({ orders: 300, lines: 2, parcels: 1, ended: 1 });
});
