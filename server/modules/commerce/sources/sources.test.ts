/** Connected shop systems: read whole and once however they fail, believed where they signed, never younger than they are. */
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SourceView } from '../../../../core/commerce/source-api.ts';
import { Refused } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import type { FakeShopSystems } from '../../../../test/fake-shop-systems.ts';
import {
  fakeShopSystems,
  shopifyHost,
  shopifyKeys,
  shopifyOrder,
  woocommerceHost,
  woocommerceKeys,
  woocommerceOrder,
} from '../../../../test/fake-shop-systems.ts';
import { until } from '../../../../test/until.ts';
import type { Pool } from '../../../platform/database/pool.ts';
import { inShop, openPool } from '../../../platform/database/pool.ts';
import type { TestDatabase } from '../../../platform/database/testing.ts';
import { testDatabase, testSecret } from '../../../platform/database/testing.ts';
import { guardedFetch } from '../../../platform/http/guarded-fetch.ts';
import { openVault } from '../../../platform/vault.ts';
import { lookUp } from '../look-up.ts';
import type { Sources } from './context.ts';
import {
  changeSource,
  connectSource,
  listSources,
  pullNow,
  removeSource,
  testSource,
  writesOf,
} from './keep-source.ts';
import type { SourceReader } from './pull.ts';
import { readSourcesOf } from './pull.ts';
import { ageOf } from './source-age.ts';
import { forgetDeliveries, takeDelivery } from './take-delivery.ts';

const shopId = uuid();
const person = { shopId, agentId: uuid() } as Person;
const vault = openVault(testSecret);
let database: TestDatabase;
let owner: pg.Client;
let pool: Pool;
let fake: FakeShopSystems;
let later: number;
let failures: unknown[];
let readers: SourceReader[];

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  pool = openPool(database.appUrl, 6);
  await inShop(pool, shopId, async (tx) => {
    tx.send(`insert into shops (shop_id, slug, name, settings) values ($1, 'mine', 'mine', '{}')`, [shopId]);
    tx.send(
      `insert into agents (shop_id, agent_id, login, name, work_number, role, password_hash)
      values ($1, $2, 'shen', '沈', '1', 'supervisor', '-')`,
      [shopId, person.agentId],
    );
  });
});
afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.drop();
});
beforeEach(async () => {
  fake = await fakeShopSystems();
  [later, failures, readers] = [0, [], []];
  fake.now = now;
});
afterEach(async () => {
  await Promise.all(readers.map((one) => one.stop()));
  await fake.stop();
  expect(failures).toEqual([]);
  await owner.query('truncate sources, source_changes, orders, buyers, products cascade');
});

const now = () => Date.parse('2026-11-02T00:00:00Z') + later;
const sources = (): Sources => ({
  pool,
  vault,
  fetch: fake.fetch,
  files: null as never,
  largestImport: 0,
  zone: async () => '+08:00',
  shopBySlug: async (slug) => (slug === 'mine' ? shopId : null),
  slugOf: async () => 'mine',
  now,
  onFailure: (error) => void failures.push(error),
});
function reader(): SourceReader {
  const one = readSourcesOf(sources());
  readers.push(one);
  return one;
}
const connectShopify = (keys: Record<string, string> = shopifyKeys) =>
  connectSource(sources(), person, { kind: 'shopify', address: shopifyHost, keys });
const connectWoocommerce = () =>
  connectSource(sources(), person, {
    kind: 'woocommerce',
    address: `https://${woocommerceHost}/wp-admin/`,
    keys: woocommerceKeys,
  });
const only = async (): Promise<SourceView> => (await listSources(sources(), shopId))[0]!;
/** Until it has read all that there is, since it was last asked to. */
async function wholeRead(by = reader()): Promise<SourceView> {
  const before = (await only()).standing.toldAt;
  return until('the reading to end', async () => {
    await by.resume(shopId);
    const view = await only();
    return view.reading === null && view.standing.toldAt !== before && view;
  });
}
const countOf = async (table: string) =>
  Number((await owner.query(`select count(*) from ${table}`)).rows[0].count);
const ordersAsked = () => fake.asked.filter((path) => path.includes('/orders'));
const find = async (number: string) => (await lookUp({ pool, vault }, shopId, number)).orders[0];
async function refusal(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof Refused)) throw new Error(`not refused but ${String(error)}`);
  return error.refusal;
}

describe('connecting', () => {
  test('asks first, keeps the keys sealed, and gives none back', async () => {
    const view = await connectShopify();
    expect(view).toMatchObject({
      name: 'shopify',
      address: `https://${shopifyHost}`,
      currency: 'EUR',
      has: ['clientId', 'clientSecret', 'hookSecret'],
      hookPath: `/hooks/mine/${view.sourceId}`,
      state: 'on',
    });
    const { rows } = await owner.query(`select string_agg(s::text, '') as all from sources s`);
    const kept = `${JSON.stringify(await listSources(sources(), shopId))}${String(rows[0].all)}`;
    for (const secret of Object.values(shopifyKeys)) expect(kept).not.toContain(secret);
    expect(
      (await writesOf(sources(), shopId, view.sourceId)).map(({ what, byName }) => [what, byName]),
    ).toEqual([['connected', '沈']]);
  });

  test.for<[string, string, Record<string, string>, object]>([
    [
      'a wrong key',
      shopifyHost,
      { ...shopifyKeys, clientSecret: 'no' },
      { field: 'keys', problem: 'source-key' },
    ],
    ['no key', shopifyHost, { clientId: 'app-1' }, { field: 'keys.clientSecret', problem: 'missing' }],
    [
      'a key of another system',
      shopifyHost,
      { consumerKey: 'x' },
      { field: 'keys.consumerKey', problem: 'unknown-field' },
    ],
    [
      'the house’s own address',
      '169.254.169.254',
      shopifyKeys,
      { field: 'address', problem: 'source-private' },
    ],
    [
      'the house’s own address as a number',
      '0x7f.1',
      shopifyKeys,
      { field: 'address', problem: 'source-private' },
    ],
  ])('is refused with %s', async ([, address, keys, problem]) => {
    const guarded = { ...sources(), fetch: address === shopifyHost ? fake.fetch : guardedFetch() };
    expect(await refusal(connectSource(guarded, person, { kind: 'shopify', address, keys }))).toEqual({
      code: 'invalid',
      problems: [problem],
    });
    expect(await countOf('sources')).toBe(0);
  });

  test.for<[number, string]>([
    [302, 'redirect'],
    [403, 'scope'],
    [404, 'not-found'],
    [503, 'server'],
    [200, 'no-answer'],
  ])('%i is told as %s', async ([status, trouble]) => {
    fake.instead = () => ({ status, headers: { location: 'http://127.0.0.1/' }, body: '<html>' });
    expect(await refusal(connectShopify())).toMatchObject({ problems: [{ problem: `source-${trouble}` }] });
    expect(fake.asked).toHaveLength(1);
  });

  test('with other keys it must answer too; paused it is left alone; removed its orders stay', async () => {
    fake.shopify.orders = [shopifyOrder(1)];
    const { sourceId } = await connectShopify();
    await wholeRead();
    const wrong = changeSource(sources(), person, sourceId, { keys: { clientSecret: 'no' } });
    expect((await refusal(wrong)).code).toBe('invalid');
    await changeSource(sources(), person, sourceId, { state: 'paused' });
    const asked = fake.asked.length;
    later = 3600_000;
    await reader().resume(shopId);
    expect(fake.asked).toHaveLength(asked);
    await testSource(sources(), shopId, sourceId);
    await removeSource(sources(), person, sourceId);
    expect([await countOf('sources'), await countOf('orders'), await countOf('source_changes')]).toEqual([
      0, 1, 3,
    ]);
  });
});

describe('reading', () => {
  test('everything by pages, exact to the cent; then only what changed', async () => {
    fake.shopify.orders = Array.from({ length: 620 }, (_, i) => shopifyOrder(i + 1));
    await connectShopify();
    const view = await wholeRead();
    expect(view).toMatchObject({ standing: { toldAt: now(), failingSince: null } });
    expect(view.completeAt).toBe(now());
    expect([await countOf('orders'), await countOf('order_lines')]).toEqual([620, 620]);
    const { rows } = await owner.query('select sum(total_fen) as fen, min(currency) as currency from orders');
    expect(rows[0]).toEqual({ fen: String((620 * 621 * 100) / 2 + 620 * 7), currency: 'EUR' });
    expect(await find('#1077')).toMatchObject({ totalFen: 7707, state: 'paid', phone: '+49****0077' });
    later = 6 * 60_000;
    fake.asked.length = 0;
    fake.shopify.orders.push(shopifyOrder(621, { updated_at: new Date(now()).toISOString() }));
    await wholeRead();
    expect(ordersAsked()).toHaveLength(1);
    expect(ordersAsked()[0]).toMatch(/updated_at_min=/);
    expect(await countOf('orders')).toBe(621);
  });

  test('broken off in the middle it goes on where it was; what is known stays, with its age', async () => {
    fake.shopify.orders = Array.from({ length: 620 }, (_, i) => shopifyOrder(i + 1));
    await connectShopify();
    let pages = 0;
    fake.instead = (path) => (path.includes('/orders') && ++pages === 2 ? 'cut' : null);
    const first = reader();
    await first.resume(shopId);
    const broken = await until('the trouble', async () => {
      const view = await only();
      return view.standing.trouble && view;
    });
    expect(broken.standing).toMatchObject({ trouble: 'refused', toldAt: null });
    expect(broken.reading).toEqual({ stage: 'orders', records: 250 });
    expect(await countOf('orders')).toBe(250);
    const age = await inShop(pool, shopId, (tx) => ageOf(tx, shopId, 'shopify', now()));
    expect(age).toMatchObject({ how: 'unreachable', ageMs: null });
    await first.resume(shopId);
    expect(pages, 'not at once').toBe(2);
    later = 20_000;
    fake.instead = null;
    fake.asked.length = 0;
    await wholeRead();
    expect(ordersAsked().map((path) => path.includes('page_info'))).toEqual([true, true]);
    expect(await countOf('orders')).toBe(620);
    expect((await only()).standing.failingSince).toBeNull();
    expect(await inShop(pool, shopId, (tx) => ageOf(tx, shopId, 'shopify', now()))).toMatchObject({
      how: 'fresh',
    });
    expect(await inShop(pool, shopId, (tx) => ageOf(tx, shopId, 'taobao', now()))).toMatchObject({
      how: 'file',
    });
  });

  test('a node that died in a page is followed by another, and brings nothing more in', async () => {
    fake.shopify.orders = Array.from({ length: 300 }, (_, i) => shopifyOrder(i + 1));
    await connectShopify();
    const asleep = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const slow: Sources = {
      ...sources(),
      async fetch(url, asked) {
        const answer = await fake.fetch(url, { ...asked, signal: undefined });
        if (!url.includes('/orders')) return answer;
        reached.resolve();
        await asleep.promise;
        return answer;
      },
    };
    const dead = readSourcesOf(slow);
    await dead.resume(shopId);
    await reached.promise;
    await reader().resume(shopId);
    expect(await countOf('orders'), 'somebody is at it').toBe(0);
    later = 91_000;
    await wholeRead();
    expect(await countOf('orders')).toBe(300);
    await owner.query('delete from order_lines; delete from orders');
    asleep.resolve();
    await dead.stop();
    expect(await countOf('orders')).toBe(0);
  });

  test('asked to wait it waits so long, and is in no trouble', async () => {
    fake.shopify.orders = [shopifyOrder(1)];
    await connectShopify();
    let times = 0;
    fake.instead = (path) =>
      path.includes('/orders') && ++times === 1 ? { status: 429, headers: { 'retry-after': '7.0' } } : null;
    const one = reader();
    await one.resume(shopId);
    await until('the wait', async () => (await only()).nextAt === now() + 7000);
    expect((await only()).standing).toMatchObject({ failingSince: null, trouble: null });
    later = 7000;
    await wholeRead(one);
    expect(await countOf('orders')).toBe(1);
  });

  test('a page that it no longer knows is read again from the first', async () => {
    fake.shopify.orders = Array.from({ length: 300 }, (_, i) => shopifyOrder(i + 1));
    await connectShopify();
    let times = 0;
    fake.instead = (path) => (path.includes('page_info') && ++times === 1 ? { status: 400 } : null);
    await wholeRead();
    expect(await countOf('orders')).toBe(300);
  });

  test('of numbered pages none is lost while orders are changed: those move to the end', async () => {
    // More of one second than a page holds.
    fake.woocommerce.orders = Array.from({ length: 430 }, (_, i) =>
      woocommerceOrder(i + 1, i < 250 ? { date_modified_gmt: '2026-10-01T00:00:00' } : {}),
    );
    fake.woocommerce.products = [
      {
        id: 7,
        type: 'variable',
        name: 'Cloud suit',
        regular_price: '',
        price: '1.10',
        stock_status: 'instock',
        status: 'publish',
        date_modified_gmt: '2026-10-01T00:00:00',
      },
    ];
    fake.woocommerce.variations = {
      7: [
        {
          id: 71,
          sku: 'SUIT-90',
          regular_price: '1.10',
          price: '1.10',
          stock_status: 'instock',
          manage_stock: true,
          stock_quantity: -2,
          date_modified_gmt: '2026-10-01T00:00:00',
          attributes: [{ name: 'Size', option: '90' }],
        },
      ],
    };
    let pages = 0;
    fake.instead = (path) => {
      if (!path.includes('/orders') || path.includes('per_page=1&') || path.endsWith('per_page=1'))
        return null;
      if (++pages === 4)
        for (const i of [260, 261, 262])
          fake.woocommerce.orders[i]!['date_modified_gmt'] = '2026-11-01T23:00:00';
      return null;
    };
    await connectWoocommerce();
    const view = await wholeRead();
    expect([view.currency, view.address]).toEqual(['GBP', `https://${woocommerceHost}`]);
    expect(await countOf('orders')).toBe(430);
    expect(await find('7077')).toMatchObject({ totalFen: 7710, state: 'paid' });
    const { products } = await lookUp({ pool, vault }, shopId, 'SUIT-90');
    expect(products[0]!.skus).toMatchObject([
      { code: 'SUIT-90', size: '90', priceFen: 110, currency: 'GBP', stock: 0 },
    ]);
  });

  test('everything once more changes nothing', async () => {
    fake.shopify.orders = [
      shopifyOrder(1, {
        fulfillments: [
          {
            order_id: 5_000_000_001,
            status: 'success',
            tracking_number: 'DHL1',
            created_at: '2026-11-01T10:00:00Z',
            line_items: [{ id: 9_000_000_001, sku: 'SUIT-90', quantity: 1 }],
          },
        ],
        refunds: [
          {
            id: 3,
            order_id: 5_000_000_001,
            created_at: '2026-11-01T11:00:00Z',
            refund_line_items: [],
            transactions: [
              { kind: 'refund', status: 'success', amount: '0.50', currency: 'EUR' },
              { kind: 'refund', status: 'failure', amount: '9.00' },
            ],
          },
        ],
      }),
    ];
    const { sourceId } = await connectShopify();
    await wholeRead();
    const all = async () =>
      (
        await owner.query(`select o.*, s.tracking_no, i.quantity, t.amount_fen from orders o join shipments s using (order_id)
        join outbound_items i using (shipment_id) join told_refunds t on t.order_id = o.order_id`)
      ).rows;
    const before = await all();
    expect(before).toMatchObject([{ refunded_fen: '50', tracking_no: 'DHL1', amount_fen: '50' }]);
    later = 1000;
    await pullNow(sources(), shopId, sourceId, true);
    await wholeRead();
    expect(await all()).toEqual(before);
  });
});

describe('calls', () => {
  let view: SourceView;
  beforeEach(async () => {
    view = await connectShopify();
    await wholeRead();
  });
  const deliver = (
    record: object | string,
    {
      topic = 'orders/updated',
      id = uuid(),
      ...more
    }: { topic?: string; id?: string; signature?: string; slug?: string; sourceId?: string } = {},
  ) => {
    const body = typeof record === 'string' ? record : JSON.stringify(record);
    return takeDelivery(sources(), {
      slug: more.slug ?? 'mine',
      sourceId: more.sourceId ?? view.sourceId,
      body: Buffer.from(body),
      headers: {
        'x-shopify-topic': topic,
        'x-shopify-webhook-id': id,
        'x-shopify-hmac-sha256': more.signature ?? fake.signed(shopifyKeys.hookSecret, body),
      },
    });
  };

  test('twice is once, and the older behind the newer changes nothing', async () => {
    const paid = shopifyOrder(1);
    const sent = shopifyOrder(1, { fulfillment_status: 'fulfilled', updated_at: '2026-11-01T12:00:00Z' });
    expect(await deliver(sent, { id: 'one' })).toEqual({ taken: true });
    expect(await deliver(sent, { id: 'one' })).toEqual({ taken: false });
    // The same words under another name are the same words.
    expect(await deliver(sent, { id: 'two' })).toEqual({ taken: false });
    expect(await deliver(paid)).toEqual({ taken: true });
    expect(await find('#1001')).toMatchObject({ state: 'dispatched' });
    expect((await only()).hookAt).toBe(now());
  });

  test('the same at once, ten times, is once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => deliver(shopifyOrder(2), { id: 'same' })),
    );
    expect(answers.filter(({ taken }) => taken)).toHaveLength(1);
    expect(await countOf('orders')).toBe(1);
  });

  test('a refund before its order brings the reading forward; each counts once', async () => {
    const order_id = 5_000_000_003;
    const refund = (id: number, amount: string) => ({
      id,
      order_id,
      created_at: '2026-11-01T11:00:00Z',
      refund_line_items: [],
      transactions: [{ kind: 'refund', status: 'success', amount }],
    });
    await deliver(refund(1, '1.00'), { topic: 'refunds/create' });
    expect((await only()).nextAt).toBe(now());
    await deliver(shopifyOrder(3));
    await deliver(refund(2, '0.50'), { topic: 'refunds/create' });
    await deliver({ ...refund(2, '0.50'), note: 'told again' }, { topic: 'refunds/create' });
    await deliver(refund(4, '0.25'), { topic: 'refunds/create' });
    expect(await find('#1003')).toMatchObject({ refundedFen: 75 });
  });

  const order = JSON.stringify(shopifyOrder(4));
  test.for<[string, string, string]>([
    ['no signature', order, ''],
    ['another secret', order, 'of somebody else'],
    ['a changed byte', order.replace('4.07', '9.07'), 'of the order before'],
    ['a signature of no bytes', order, 'of nothing'],
    ['half a signature', order, 'half'],
  ])('with %s: 401, counted and logged, nothing stored', async ([, body, what]) => {
    const signatures: Record<string, string> = {
      '': '',
      'of somebody else': fake.signed('another secret', body),
      'of the order before': fake.signed(shopifyKeys.hookSecret, order),
      'of nothing': fake.signed(shopifyKeys.hookSecret, ''),
      half: fake.signed(shopifyKeys.hookSecret, body).slice(0, 20),
    };
    expect(await refusal(deliver(body, { signature: signatures[what] }))).toEqual({
      code: 'unauthenticated',
    });
    expect([await countOf('orders'), (await only()).forged, (await only()).forgedAt]).toEqual([0, 1, now()]);
    expect(String(failures.splice(0)[0])).toMatch(/not signed/);
  });

  test('where no secret is kept, none is believed', async () => {
    await removeSource(sources(), person, view.sourceId);
    const { hookSecret: _, ...keys } = shopifyKeys;
    view = await connectShopify(keys);
    expect((await refusal(deliver(order, { signature: fake.signed('', order) }))).code).toBe(
      'unauthenticated',
    );
    failures.length = 0;
  });

  test('another shop’s address, and none', async () => {
    expect(await refusal(deliver(order, { slug: 'theirs' }))).toMatchObject({ code: 'not-found' });
    expect(await refusal(deliver(order, { sourceId: uuid() }))).toMatchObject({ code: 'not-found' });
  });

  test('told days after it was changed it is left to the reading; what is not ours to know too', async () => {
    expect(await deliver(shopifyOrder(5, { updated_at: '2026-10-29T00:00:00Z' }))).toEqual({ taken: false });
    expect(await deliver({ id: 1 }, { topic: 'carts/update' })).toEqual({ taken: false });
    expect(await deliver('[1]')).toEqual({ taken: false });
    expect(await deliver('no json')).toEqual({ taken: false });
    expect(await countOf('orders')).toBe(0);
  });

  test('known calls are forgotten when none would be taken again', async () => {
    await deliver(shopifyOrder(6));
    later = 6 * 24 * 3600_000;
    await forgetDeliveries(sources(), shopId);
    expect(await countOf('source_deliveries')).toBe(2);
    later = 8 * 24 * 3600_000;
    await forgetDeliveries(sources(), shopId);
    expect(await countOf('source_deliveries')).toBe(0);
  });

  test('WooCommerce asks whether anybody is here, and signs the rest', async () => {
    const { sourceId } = await connectWoocommerce();
    const call = (body: string, headers: Record<string, string>) =>
      takeDelivery(sources(), { slug: 'mine', sourceId, body: Buffer.from(body), headers });
    expect(await call('webhook_id=12', {})).toEqual({ taken: false });
    const body = JSON.stringify(woocommerceOrder(9, { refunds: [{ id: 1, total: '-2.50' }] }));
    const headers = {
      'x-wc-webhook-topic': 'order.updated',
      'x-wc-webhook-signature': fake.signed(woocommerceKeys.hookSecret, body),
    };
    expect(await call(body, headers)).toEqual({ taken: true });
    expect(await find('7009')).toMatchObject({ source: 'woocommerce', refundedFen: 250, state: 'paid' });
    expect((await refusal(call(`${body} `, headers))).code).toBe('unauthenticated');
    failures.length = 0;
  });
});
