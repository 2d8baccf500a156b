/** The log, read by position: every entry once, in order, whatever runs and commits meanwhile. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../../../test/until.ts';
import { openPool } from '../database/pool.ts';
import type { Pool } from '../database/pool.ts';
import type { TestDatabase } from '../database/testing.ts';
import { testDatabase } from '../database/testing.ts';
import { isAfter, start } from './cursor.ts';
import type { Entry } from './entries.ts';
import { readAt, readEntries, readPositions } from './entries.ts';
import type { LogReader } from './reader.ts';
import { followLog } from './reader.ts';
import { keepTail } from './tail.ts';

const shopId = '00000000-0000-7000-8000-000000000001';
const customerId = '00000000-0000-7000-8000-000000000002';
const conversationIds = [1, 2, 3].map((i) => `00000000-0000-7000-8000-0000000001${i}0`);

let database: TestDatabase;
let pool: Pool;
let writers: pg.Client[];
let reader: LogReader | undefined;
let seen: Entry[];
let failures: unknown[];
/** How often the log was read. */
let looks = 0;

beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.pumpUrl, 4);
});
beforeEach(async () => {
  writers = await Promise.all(Array.from({ length: 4 }, () => connect()));
  const [owner] = writers;
  await owner!.query('truncate shops, events cascade');
  await owner!.query(
    `insert into shops (shop_id, slug, name, settings) values ('${shopId}', 's', 's', '{}')`,
  );
  await owner!.query(`insert into customers (shop_id, customer_id) values ('${shopId}', '${customerId}')`);
  for (const id of conversationIds)
    await owner!.query(
      `insert into conversations (shop_id, conversation_id, customer_id, channel, external_id, state, group_name, activity_at)
      values ($1, $2::uuid, $3, 'widget', $2::uuid::text, 'waiting', 'pre-sales', now())`,
      [shopId, id, customerId],
    );
  seen = [];
  failures = [];
});
afterEach(async () => {
  await reader?.stop();
  reader = undefined;
  await Promise.all(writers.map((writer) => writer.end()));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe('nothing is skipped', () => {
  test('when transactions commit out of the order in which they took their numbers', async () => {
    const [first, second, third] = writers;
    await first!.query('begin');
    await write(first!, 'a');
    await second!.query('begin');
    await write(second!, 'b');
    follow();
    await write(third!, 'c'); // commits at once, after both in number
    await second!.query('commit');
    await woken();
    expect(names(), 'a is still being written').toEqual([]);
    await first!.query('commit');
    await seenAre(['a', 'b', 'c']);
  });

  test('across a long-running transaction that writes nothing here: held back, then complete', async () => {
    const [long, writer] = writers;
    await long!.query('begin');
    await long!.query('select pg_current_xact_id()');
    follow();
    for (const name of ['a', 'b', 'c']) await write(writer!, name);
    await woken();
    expect(names()).toEqual([]);
    await long!.query('rollback');
    await seenAre(['a', 'b', 'c']);
  });

  test('when a transaction is rolled back: it is passed over', async () => {
    const [first, second] = writers;
    await first!.query('begin');
    await write(first!, 'never');
    await write(second!, 'a');
    follow();
    await first!.query('rollback');
    await seenAre(['a']);
  });

  test('under writers that begin, write and commit in any order', async () => {
    const steps = fc.array(fc.tuple(fc.nat(3), fc.constantFrom('write', 'commit', 'rollback', 'wake')), {
      minLength: 10,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (walk) => {
        const from = seen.length;
        if (!reader) follow();
        const open = new Map<number, string[]>();
        const committed: string[][] = [];
        let made = 0;
        const end = async (who: number, how: 'commit' | 'rollback') => {
          const names = open.get(who);
          if (!names) return;
          open.delete(who);
          await writers[who]!.query(how);
          if (how === 'commit') committed.push(names);
        };
        for (const [who, step] of walk) {
          if (step === 'wake') reader!.wake();
          else if (step === 'write') {
            if (!open.has(who)) await writers[who]!.query('begin');
            const name = `${from}-${++made}`;
            open.set(who, [...(open.get(who) ?? []), name]);
            await write(writers[who]!, name, who % 3);
          } else await end(who, step);
        }
        for (const who of open.keys()) await end(who, 'commit');
        reader!.wake();
        const expected = committed.flat();
        await until('all that was committed', () => seen.length - from >= expected.length);
        expect(names().slice(from).toSorted(), 'each once').toEqual(expected.toSorted());
        expect(seen.every((entry, i) => i === 0 || isAfter(entry.position, seen[i - 1]!.position))).toBe(
          true,
        );
      }),
      { numRuns: 25 },
    );
  });

  test('when delivering fails: the same entries come again', async () => {
    let broken = true;
    follow((entries) => {
      if (broken) throw new Error('not now');
      seen.push(...entries);
    });
    await write(writers[0]!, 'a');
    await until('the failure', () => failures.length > 0 && reader!.failingSince());
    broken = false;
    await seenAre(['a']);
    await until('health', () => reader!.failingSince() === null);
  });

  test('when there is more than fits one reading', async () => {
    for (let i = 0; i < 25; i++) await write(writers[0]!, `${i}`);
    follow(undefined, 10);
    await seenAre(Array.from({ length: 25 }, (_, i) => `${i}`));
  });
});

test('a position between any two entries divides the log: before it and after it, and nothing twice', async () => {
  for (let i = 0; i < 12; i++) {
    await writers[0]!.query('begin');
    for (let j = 0; j <= i % 3; j++) await write(writers[0]!, `${i}.${j}`, i % 3);
    await writers[0]!.query('commit');
  }
  const all = await readEntries(pool, { after: start, limit: 1000 });
  expect(all).toHaveLength(24);
  for (const [i, { position }] of all.entries()) {
    const before = await readEntries(pool, { after: start, upTo: position, limit: 1000 });
    const after = await readEntries(pool, { after: position, limit: 1000 });
    expect([before.length, after.length]).toEqual([i + 1, 24 - i - 1]);
  }
  const own = await readEntries(pool, {
    after: start,
    shopId,
    conversationId: conversationIds[1]!,
    limit: 1000,
  });
  expect(own.map(({ event }) => event.conversationId)).toEqual(own.map(() => conversationIds[1]));
  expect(own).toHaveLength(8);
});

test('entries are fetched by their places, however long the log has grown', async () => {
  const [owner] = writers;
  await owner!.query(
    `insert into conversations (shop_id, conversation_id, customer_id, channel, external_id, state, group_name, activity_at)
    select $1, md5(i::text)::uuid, $2, 'widget', i::text, 'closed', 'pre-sales', now() from generate_series(1, 2000) i`,
    [shopId, customerId],
  );
  await owner!.query(
    `insert into events (shop_id, conversation_id, type, data, at)
    select $1, conversation_id, 'mood.changed', '{"type":"mood.changed"}', now() from conversations, generate_series(1, 5)`,
    [shopId],
  );
  await owner!.query('analyze');
  const keyed = openPool(database.pumpUrl, 1, { byKey: true });
  try {
    const places = (await readPositions(keyed, start, 5000)).slice(-10);
    const fetched = async () => {
      await keyed.query('select pg_stat_force_next_flush()');
      const { rows } = await owner!.query(
        `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as count from pg_stat_user_tables where relname = 'events'`,
      );
      return rows[0].count as number;
    };
    const before = await fetched();
    expect((await readAt(keyed, places)).map(({ position }) => position)).toEqual(places);
    expect((await fetched()) - before).toBeLessThan(100);
  } finally {
    await keyed.end();
  }
});

test('what is written while it gathers comes together', async () => {
  const tail = keepTail(start);
  const deliveries: number[] = [];
  const say = (eventId: number) => {
    tail.add([{ position: { tx: 1n, eventId } } as Entry]);
    reader!.wake();
  };
  reader = followLog({
    pool,
    tail,
    from: start,
    gatherMs: 300,
    now: () => 1,
    deliver: (entries) => void deliveries.push(entries.length),
    onFailure: (error) => void failures.push(error),
  });
  say(1);
  await until('the first', () => deliveries.length > 0);
  for (const eventId of [2, 3, 4]) {
    say(eventId);
    await nextTurn();
  }
  await until('the others', () => deliveries.reduce((sum, count) => sum + count) === 4);
  expect(deliveries).toEqual([1, 3]);
});

function follow(
  deliver: (entries: Entry[]) => void = (entries) => void seen.push(...entries),
  batch?: number,
) {
  const query = (...asked: Parameters<Pool['query']>) => {
    looks++;
    return pool.query(...asked);
  };
  reader = followLog({
    pool: { query } as Pool,
    from: start,
    deliver,
    now: () => 1,
    idleMs: 20,
    batch,
    onFailure: (error) => void failures.push(error),
  });
}

/** The reader has looked after everything said before. */
async function woken(): Promise<void> {
  const before = looks;
  reader!.wake();
  await until('two whole looks', () => looks > before + 2);
}

const names = () => seen.map(({ event }) => (event.type === 'mood.changed' ? String(event.mood) : ''));

async function seenAre(expected: string[]): Promise<void> {
  reader!.wake();
  await until(`${expected.length} entries`, () => seen.length >= expected.length);
  await woken();
  expect(names()).toEqual(expected);
}

/** An event that carries a name to know it by. */
async function write(client: pg.Client, name: string, conversation = 0): Promise<void> {
  await client.query(
    `insert into events (shop_id, conversation_id, type, data, at) values ($1, $2, $3, $4, now())`,
    [
      shopId,
      conversationIds[conversation],
      'mood.changed',
      { type: 'mood.changed', staffSeq: 1, messageSeq: 1, mood: name },
    ],
  );
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  return client;
}
