import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pool } from './pool.ts';
import { inShop, openPool, query, snapshotOfShop } from './pool.ts';
import type { TestDatabase } from './testing.ts';
import { testDatabase } from './testing.ts';

const mine = uuid();
const theirs = uuid();
let database: TestDatabase;
/** One connection, so that every transaction gets the one that was used before. */
let pool: Pool;
let pump: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.appUrl, 1);
  pump = openPool(database.pumpUrl, 1);
  for (const [shopId, name] of [
    [mine, 'mine'],
    [theirs, 'theirs'],
  ]) {
    await inShop(pool, shopId!, async (tx) => {
      tx.send('insert into shops (shop_id, slug, name, settings) values ($1, $2, $2, $3)', [
        shopId,
        name,
        '{}',
      ]);
      tx.send('insert into customers (shop_id, customer_id, name) values ($1, $2, $3)', [
        shopId,
        uuid(),
        name,
      ]);
      tx.send(
        `insert into conversations (shop_id, conversation_id, customer_id, channel, state, group_name, activity_at)
        select shop_id, customer_id, customer_id, 'widget', 'new', 'pre-sales', now() from customers`,
      );
      tx.send(
        `insert into events (shop_id, conversation_id, type, data, at)
        select shop_id, conversation_id, 'mood.changed', '{}', now() from conversations`,
      );
    });
  }
});
afterAll(async () => {
  await pool.end();
  await pump.end();
  await database.drop();
});

const customers = `select name from customers`;

test('a query that names no shop sees its own rows only, also on a connection that another shop used', async () => {
  const seenByMine = await inShop(pool, mine, (tx) => tx.query(customers));
  const seenByTheirs = await snapshotOfShop(pool, theirs, (tx) => tx.query(customers));
  expect(seenByMine).toEqual([{ name: 'mine' }]);
  expect(seenByTheirs).toEqual([{ name: 'theirs' }]);
});

test('a query that forgot to enter a shop sees nothing', async () => {
  await inShop(pool, mine, (tx) => tx.query(customers));
  const [setting] = await query(pool, `select current_setting('app.shop_id', true) as shop`);
  expect(setting).toEqual({ shop: '' });
  expect(await query(pool, customers)).toEqual([]);
});

test('nor does one after a transaction that failed', async () => {
  await expect(inShop(pool, mine, (tx) => tx.query('select 1/0'))).rejects.toThrow('division by zero');
  expect(await query(pool, customers)).toEqual([]);
});

test('nothing of another shop can be changed, removed, or put there', async () => {
  const changed = await inShop(pool, mine, (tx) =>
    tx.query('update customers set name = $2 where shop_id = $1 returning name', [theirs, 'taken']),
  );
  const removed = await inShop(pool, mine, (tx) =>
    tx.query('delete from conversations where shop_id = $1 returning 1', [theirs]),
  );
  expect([changed, removed]).toEqual([[], []]);
  const planted = inShop(pool, mine, (tx) =>
    tx.query('insert into customers (shop_id, customer_id) values ($1, $2)', [theirs, uuid()]),
  );
  await expect(planted).rejects.toThrow('row-level security');
  const moved = inShop(pool, mine, (tx) => tx.query('update customers set shop_id = $1', [theirs]));
  await expect(moved).rejects.toThrow('row-level security');
});

describe('the log', () => {
  test.each(['update events set type = type', 'delete from events', 'truncate events'])(
    'is not rewritten by the app: %s',
    async (statement) => {
      await expect(inShop(pool, mine, (tx) => tx.query(statement))).rejects.toThrow('permission denied');
    },
  );

  test('is read by the pump for all shops, which writes nothing', async () => {
    expect(await query(pump, 'select type from events')).toHaveLength(2);
    await expect(query(pump, `delete from events`)).rejects.toThrow('permission denied');
    await expect(query(pump, `update customers set name = 'x'`)).rejects.toThrow('permission denied');
  });

  test.each(['customer_contacts', 'customer_keys', 'widget_keys', 'visitors', 'sessions'])(
    'the pump reads nothing of %s',
    async (table) => {
      await expect(query(pump, `select from ${table}`)).rejects.toThrow('permission denied');
    },
  );
});

test('the roles switch off no row-level security and become nobody else', async () => {
  for (const each of [pool, pump]) {
    await expect(query(each, 'alter table customers disable row level security')).rejects.toThrow(
      'must be owner',
    );
    await expect(query(each, 'set role postgres')).rejects.toThrow(/permission denied|does not exist/);
  }
});
