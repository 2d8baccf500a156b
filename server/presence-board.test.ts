/** The leases of a node's connections: renewed together, and gone for good when a connection has gone. */
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Person } from '../core/team/roles.ts';
import { leaseMs } from './modules/team/index.ts';
import type { Pool } from './platform/database/pool.ts';
import { openPool } from './platform/database/pool.ts';
import type { TestDatabase } from './platform/database/testing.ts';
import { testDatabase } from './platform/database/testing.ts';
import type { Connection } from './platform/sockets/connection.ts';
import type { Hub } from './platform/sockets/hub.ts';
import type { PresenceBoard } from './presence-board.ts';
import { openPresenceBoard } from './presence-board.ts';

const shops = [1, 2].map((i) => `00000000-0000-7000-8000-00000000000${i}`);
const people = shops.flatMap((shopId) => [1, 2, 3].map((i) => personOf(shopId, i)));

let database: TestDatabase;
let owner: pg.Client;
let pool: Pool;
let board: PresenceBoard;
let now: number;
let failures: unknown[];
/** What a transaction waits for before it begins. */
let gate: Promise<void> | null;
/** Transactions begun. */
let begun: number;

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  pool = openPool(database.appUrl, 4);
  for (const [i, shopId] of shops.entries())
    await owner.query(`insert into shops (shop_id, slug, name, settings) values ($1, $2, $2, '{}')`, [
      shopId,
      `s${i}`,
    ]);
  for (const { shopId, agentId, name } of people)
    await owner.query(
      `insert into agents (shop_id, agent_id, login, name, work_number, role, groups, password_hash) values ($1, $2, $3, $3, $3, 'agent', '{after-sales}', '')`,
      [shopId, agentId, name],
    );
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  now = 1_700_000_000_000;
  gate = null;
  begun = 0;
  failures = [];
  const connect = async () => {
    begun++;
    await gate;
    return pool.connect();
  };
  board = openPresenceBoard({
    pool: { connect } as Pool,
    hub: { pass: () => {} } as unknown as Hub,
    now: () => now,
    onChange: () => {},
    onFailure: (error) => void failures.push(error),
  });
});
afterEach(async () => {
  await board.stop();
  vi.useRealTimers();
  expect(await expiries()).toEqual([]);
  expect(failures).toEqual([]);
});
afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.drop();
});

test('all of a shop are renewed in one transaction, and stay as they were', async () => {
  for (const [i, person] of people.entries())
    await board.set(person, connection(), i % 2 ? 'away' : 'available');
  const before = await expiries();
  begun = 0;
  now += leaseMs / 3;
  vi.advanceTimersToNextTimer();
  const later = before.map(({ state, expires }) => ({ state, expires: expires + leaseMs / 3 }));
  await expect.poll(expiries, { timeout: 10_000 }).toEqual(later);
  expect(begun).toBe(shops.length);
});

test('somebody with two places stays until both have gone', async () => {
  const [one, other] = [connection(), connection()];
  await board.set(people[0]!, one, 'available');
  await board.set(people[0]!, other, 'away');
  await board.set(people[0]!, one, 'away');
  expect(await expiries()).toHaveLength(2);
  await board.leave(people[0]!, one);
  expect(await expiries()).toHaveLength(1);
  await board.leave(people[0]!, other);
  expect(await expiries()).toEqual([]);
});

test('a lease does not come back where its connection goes while it is being renewed', async () => {
  const leaving = connection();
  await board.set(people[0]!, leaving, 'available');
  const { promise, resolve } = Promise.withResolvers<void>();
  gate = promise;
  vi.advanceTimersToNextTimer();
  gate = null;
  const left = board.leave(people[0]!, leaving);
  await expiries();
  expect(begun, 'the leaving waits for the renewal').toBe(2);
  resolve();
  await left;
});

function personOf(shopId: string, i: number): Person {
  const agentId = shopId.replace(/^0{8}/, `0000000${i}`);
  return { shopId, agentId, name: `a${i}`, workNumber: `a${i}`, role: 'agent', groups: ['after-sales'] };
}

const connection = () => ({}) as Connection;

async function expiries(): Promise<{ state: string; expires: number }[]> {
  const { rows } = await owner.query<{ state: string; expires: Date }>(
    'select state, expires_at as expires from presence order by shop_id, agent_id',
  );
  return rows.map(({ state, expires }) => ({ state, expires: expires.getTime() }));
}
