/** Connected shop systems: read whole and once however they fail, never younger than they are. */
import { describe, expect, test } from 'vitest';
import {
  shopifyHost,
  shopifyKeys,
  shopifyOrder,
  woocommerceHost,
  woocommerceOrder,
} from '../../../../test/fake-shop-systems.ts';
import { until } from '../../../../test/until.ts';
import { inShop } from '../../../platform/database/pool.ts';
import { guardedFetch } from '../../../platform/http/guarded-fetch.ts';
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
import { readSourcesOf } from './pull.ts';
import { ageOf } from './source-age.ts';
import {
  connectShopify,
  connectWoocommerce,
  countOf,
  fake,
  find,
  now,
  only,
  ordersAsked,
  owner,
  passTo,
  person,
  pool,
  reader,
  refusal,
  shopId,
  sources,
  stageShopSystems,
  vault,
  wholeRead,
} from './testing.ts';

stageShopSystems();

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
    passTo(3600_000);
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
    passTo(6 * 60_000);
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
    passTo(20_000);
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
    passTo(91_000);
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
    passTo(7000);
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
    passTo(1000);
    await pullNow(sources(), shopId, sourceId, true);
    await wholeRead();
    expect(await all()).toEqual(before);
  });
});
