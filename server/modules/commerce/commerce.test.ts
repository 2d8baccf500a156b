/** Files into the tables: nothing twice, nothing half, nothing readable at rest, nothing through the wall; found again off an index. */
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportCounts } from '../../../core/commerce/import-api.ts';
import type { ImportKind } from '../../../core/commerce/reading/fields.ts';
import type { RowFault } from '../../../core/commerce/reading/read-row.ts';
import { fileOf } from '../../../test/goods.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop, openPool } from '../../platform/database/pool.ts';
import type { TestDatabase } from '../../platform/database/testing.ts';
import { testDatabase, testSecret } from '../../platform/database/testing.ts';
import { openVault } from '../../platform/vault.ts';
import { importTable } from './importing/import-table.ts';
import { mappingFor } from './importing/mappings.ts';
import { openTable } from './importing/open-table.ts';
import { lookUp, statements } from './look-up.ts';
import { ordersOfCustomer } from './orders-of-customer.ts';

const mine = uuid();
const theirs = uuid();
const vault = openVault(testSecret);
let database: TestDatabase;
let owner: pg.Client;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  pool = openPool(database.appUrl, 6);
  for (const [shopId, name] of [
    [mine, 'mine'],
    [theirs, 'theirs'],
  ])
    await owner.query(`insert into shops (shop_id, slug, name, settings) values ($1, $2, $2, '{}')`, [
      shopId,
      name,
    ]);
});
afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.drop();
});

async function bring(
  kind: ImportKind,
  bytes: Buffer | string,
  shopId = mine,
): Promise<{ counts: ImportCounts; faults: RowFault[] }> {
  const buffer = Buffer.from(bytes);
  const table = await openTable(fileOf(buffer), kind);
  const { source, mapping } = await inShop(pool, shopId, (tx) => mappingFor(tx, shopId, kind, table, null));
  const faults: RowFault[] = [];
  const counts = await importTable(
    { pool, vault, shopId, source, now: Date.now },
    table,
    { kind, mapping, zone: '+08:00' },
    { stopped: () => false, onProgress: () => {}, onFault: (fault) => faults.push(fault) },
  );
  return { counts, faults };
}

const look = (q: string, shopId = mine) => lookUp({ pool, vault }, shopId, q);
const countOf = async (table: string) =>
  Number((await owner.query(`select count(*) from ${table} where shop_id = $1`, [mine])).rows[0].count);

/** "订单" and the like in GB18030, which Node only reads. */
const gb = (text: string) => {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && !codes.has(character)) codes.set(character, [high, low]);
    }
  return Buffer.from([...text].flatMap((one) => (one < '\x80' ? [one.charCodeAt(0)] : codes.get(one)!)));
};

const list = [
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址 ,联系手机,订单创建时间,物流单号,物流公司',
  `="2026112100000001",小王妈妈,￥258.00,238.00,"卖家已发货，等待买家确认",王小芳,浙江省杭州市西湖区文三路1号,'13900001234,2026-11-18 10:00:00,SF100200300,顺丰`,
  `="2026112100000002",小王妈妈,99.00,99.00,交易成功,王小芳,浙江省杭州市西湖区文三路1号,'13900001234,2026/11/1 9:05,,`,
  `="2.02E+15",某人,1,1,交易成功,,,,2026-11-01,,`,
  `="2026112100000003",某人,一百,1,交易成功,,,,昨天,,`,
].join('\r\n');
const details = [
  '订单编号,标题,价格,购买数量,外部系统编号,商品属性',
  '2026112100000001,云朵连体衣,129.00,1,BODY-90,尺码:90',
  '2026112100000001,云朵连体衣,129.00,1,BODY-90,尺码:90',
].join('\n');

describe('a platform’s two files', () => {
  test('GB18030 comes in, bad rows are told with row and column, and the same again is nothing new', async () => {
    const first = await bring('orders', gb(list));
    expect(first.counts).toEqual({ rows: 4, added: 2, changed: 0, unchanged: 0, skipped: 2 });
    expect(first.faults).toEqual([
      { row: 4, field: 'number', column: '订单编号', why: 'rounded' },
      { row: 5, field: 'total', column: '总金额', why: 'no-amount' },
      { row: 5, field: 'placedAt', column: '订单创建时间', why: 'no-time' },
    ]);
    await bring('orders', details);
    const [order] = (await look('2026112100000001')).orders;
    expect(order).toMatchObject({
      number: '2026****0001',
      receiver: '王**',
      phone: '139****1234',
      totalFen: 25800,
      paidFen: 23800,
      state: 'dispatched',
      placedAt: Date.parse('2026-11-18T10:00:00+08:00'),
      by: 'number',
    });
    // Two lines that are alike are two lines.
    expect(order!.lines.map(({ title, priceFen }) => [title, priceFen])).toEqual([
      ['云朵连体衣', 12900],
      ['云朵连体衣', 12900],
    ]);
    const before = await Promise.all(['orders', 'order_lines', 'shipments', 'buyers'].map(countOf));
    expect((await bring('orders', gb(list))).counts).toMatchObject({ added: 0, skipped: 2 });
    expect((await bring('orders', gb(list))).counts).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await Promise.all(['orders', 'order_lines', 'shipments', 'buyers'].map(countOf))).toEqual(before);
    expect((await look('2026112100000001')).orders[0]!.lines).toHaveLength(2);
  });

  test('by two at once are still in once', async () => {
    const many = ['订单编号,买家会员名,联系手机'].concat(
      Array.from({ length: 2500 }, (_, i) => `77${100000 + i},买家${i % 300},138${10000000 + i}`),
    );
    const [a, b] = await Promise.all([
      bring('orders', many.join('\n')),
      bring('orders', [many[0], ...many.slice(1).toReversed()].join('\n')),
    ]);
    expect(a.counts.added + b.counts.added).toBe(2500);
    const found = await look('77101234');
    expect(found.orders.map((order) => order.phone)).toEqual(['138****1234']);
  });
});

describe('one box', () => {
  test.for<[string, string]>([
    ['2026112100000001', 'number'],
    ['sf100200300', 'tracking'],
    ['139 0000 1234', 'phone'],
    ['王小芳', 'name'],
    ['小王妈妈', 'account'],
    ['BODY-90', 'sku'],
  ])('%s: by %s', async ([q, by]) => {
    const { orders } = await look(q);
    expect(orders.map((order) => order.by)).toContain(by);
    expect(orders.map((order) => order.number)).toContain('2026****0001');
    expect((await look(q, theirs)).orders).toEqual([]);
  });
  test('the last four digits of a phone', async () =>
    expect((await look('1234')).orders.map((order) => order.by)).toContain('tail'));
});

test('the customer’s orders: by account, by phone, by a number they wrote', async () => {
  const none = { accounts: [], phones: [], numbers: [] };
  const of = (known: object) =>
    inShop(pool, mine, (tx) => ordersOfCustomer(tx, vault, mine, { ...none, ...known }));
  const numbers = async (known: object) => (await of(known)).orders.map(({ number, by }) => [number, by]);
  const [one, two] = ['2026****0001', '2026****0002'];
  expect(await numbers({ accounts: ['小王妈妈'] })).toEqual([
    [one, 'account'],
    [two, 'account'],
  ]);
  expect(await numbers({ phones: ['+86 13900001234'] })).toEqual([
    [one, 'phone'],
    [two, 'phone'],
  ]);
  expect(await numbers({ numbers: ['2026112100000002'] })).toEqual([[two, 'number']]);
  expect(await numbers(none)).toEqual([]);
});

test('goods, stock, parcels, changes and promotions come in, and name what is not there', async () => {
  await bring(
    'products',
    '商品编码,商品名称,SKU 编码,规格,尺码,安全类别\nBODY,云朵连体衣,BODY-90,90 码,90,A 类\n',
  );
  const stock = 'SKU 编码,仓库,库存,批次\nBODY-90,杭州,3,B1\nBODY-90,成都,0,\nNONE,杭州,1,\n';
  expect((await bring('stock', stock)).faults).toEqual([
    { row: 4, field: 'skuCode', column: null, why: 'unknown-sku' },
  ]);
  expect((await bring('stock', stock)).counts).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  const scans = [
    '订单编号,快递单号,快递公司,扫描时间,扫描地点,物流说明',
    '2026112100000001,SF100200300,顺丰,2026-11-19 08:00,杭州,"派送员13812345678已取件"',
    '2026112100000001,SF100200300,顺丰,2026-11-19 20:00,上海,到达上海',
    '0000000000,SF1,顺丰,2026-11-19 20:00,上海,到达上海',
  ].join('\n');
  expect((await bring('shipments', scans)).faults.map((fault) => [fault.row, fault.why])).toEqual([
    [4, 'unknown-order'],
  ]);
  const changes = '订单编号,变更类型,SKU 编码,变更时间\n2026112100000001,超卖改单,BODY-90,2026-11-19 09:00\n';
  await bring('changes', changes);
  expect((await bring('changes', changes)).counts).toMatchObject({ added: 0, unchanged: 1 });
  await bring(
    'promotions',
    '活动编号,活动名称,SKU 编码,活动价,开始时间,结束时间\nP1,双十一,BODY-90,99,2026-11-01,2026-11-11\n',
  );
  const { orders, products } = await look('BODY-90');
  const order = orders.find((one) => one.number === '2026****0001')!;
  expect(order.parcels[0]!.scans.map((scan) => scan.said)).toEqual(['到达上海', '派送员138****5678已取件']);
  expect(order.parcels[0]!.lastScanAt).toBe(Date.parse('2026-11-19T20:00:00+08:00'));
  expect(order.changes).toMatchObject([{ kind: 'oversell-change', agreedAt: null }]);
  expect(products).toMatchObject([{ facts: { safetyClass: 'A 类' }, skus: [{ code: 'BODY-90', stock: 3 }] }]);
  expect(await countOf('promotions')).toBe(1);
});

test('at rest nobody reads who bought, nor the number of an order', async () => {
  const { rows } = await owner.query<{ said: string }>(
    `select string_agg(t::text, '') as said from (select o::text as t from orders o union all select b::text from buyers b
      union all select l::text from order_lines l union all select s::text from shipments s) all_of_it`,
  );
  for (const secret of ['王小芳', '小王妈妈', '13900001234', '文三路', '2026112100000001'])
    expect(rows[0]!.said.includes(secret), secret).toBe(false);
});

test('of a buyer whose key is gone nothing is told, and their file brings nothing back', async () => {
  await bring('orders', '订单编号,买家会员名,联系手机\n9900000001,要删除的人,13700007777\n');
  await owner.query(
    `update buyers b set key_sealed = null from orders o
    where o.shop_id = b.shop_id and o.buyer_id = b.buyer_id and o.number_index = $1`,
    [vault.blindIndex(mine, 'order', '9900000001')],
  );
  await bring(
    'orders',
    '订单编号,买家会员名,联系手机,订单状态\n9900000001,要删除的人,13700007777,交易成功\n',
  );
  expect((await look('9900000001')).orders).toMatchObject([
    { number: '****', phone: null, state: 'received' },
  ]);
  expect((await look('13700007777')).orders).toEqual([]);
});

describe('behind the wall each way is read off its own index', () => {
  const hash = Buffer.alloc(32);
  test.for<[keyof typeof statements, unknown, string]>([
    ['number', [hash], 'orders_by_number'],
    ['tracking', ['SF1'], 'shipments_by_tracking'],
    ['phone', hash, 'orders_by_phone'],
    ['tail', hash, 'orders_by_tail'],
    ['name', hash, 'orders_by_name'],
    ['account', hash, 'orders_by_account'],
    ['sku', 'BODY-90', 'order_lines_by_sku'],
    ['products', 'BODY-90', 'skus_by_code'],
  ])('%s', async ([way, value, index]) => {
    const plan = await inShop(pool, mine, async (tx) => {
      tx.send('set local enable_seqscan = off');
      tx.send('set local enable_bitmapscan = off');
      return tx.query<{ 'QUERY PLAN': object }>(`explain (format json) ${statements[way]}`, [mine, value]);
    });
    const text = JSON.stringify(plan);
    expect(text).toContain(`"Index Name":"${index}"`);
    expect(text).toMatch(/"Index Cond":"\(\(shop_id = [^"]+ AND /);
  });
  test('a query that forgot its shop sees nothing', async () => {
    for (const table of ['orders', 'order_lines', 'buyers', 'shipments', 'products', 'stock', 'imports'])
      expect((await pool.query(`select from ${table}`)).rowCount, table).toBe(0);
  });
});
