/** However filing is stopped, repeated or done by two at once: what is in the index is what a look at the texts says. */
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokensOf } from '../../../core/search/tokens.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { openPool } from '../../platform/database/pool.ts';
import type { TestDatabase } from '../../platform/database/testing.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { conversationToken, refKey } from './documents.ts';
import type { Said } from './file-documents.ts';
import { fileDocuments } from './file-documents.ts';
import { lookAgain } from './look-again.ts';
import { mergeBlocks } from './merge-blocks.ts';
import { readIndex, strayRows } from './testing.ts';

const shopId = uuid();
const conversationId = uuid();
const inFiling = 30;
const filings = 9;
const count = inFiling * filings;

let database: TestDatabase;
let owner: pg.Client;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  pool = openPool(database.appUrl, 4);
  await owner.query(`insert into shops (shop_id, slug, name, settings) values ($1, 'one', 'one', '{}')`, [
    shopId,
  ]);
  await owner.query('insert into customers (shop_id, customer_id) values ($1, $2)', [shopId, conversationId]);
  await owner.query(
    `insert into conversations (shop_id, conversation_id, customer_id, channel, state, group_name, activity_at)
    values ($1, $2, $2, 'import', 'closed', 'pre-sales', now())`,
    [shopId, conversationId],
  );
});
afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.drop();
});

/** Of any of a few thousand characters, so that a block is large and most tokens are of one text alone. */
const textOf = (n: number, turn = 0) =>
  String.fromCharCode(
    ...Array.from(
      { length: 40 },
      (_, i) => 0x4e00 + ((Math.imul(n * 97 + i * 13 + turn, 0x85ebca6b) >>> 8) % 6000),
    ),
  );

async function beginAnew(): Promise<void> {
  for (const table of ['search_blocks', 'search_pages', 'search_postings', 'search_positions', 'messages'])
    await owner.query(`delete from ${table}`);
  await owner.query(
    `insert into messages (shop_id, conversation_id, seq, message_id, client_id, episode_id, author, text, said_at, created_at)
    select $1, $2, n, gen_random_uuid(), 'm-' || n, $2, 'customer', text, to_timestamp(n / 10), now()
    from unnest($3::text[]) with ordinality as t(text, n)`,
    [shopId, conversationId, Array.from({ length: count }, (_, i) => textOf(i + 1))],
  );
  await owner.query('delete from search_due');
}

const said: Said[] = Array.from({ length: count }, (_, i) => ({
  position: { tx: BigInt(100 + i), eventId: i },
  refs: [{ kind: 'message', ownerId: conversationId, seq: i + 1 }],
}));

/** As the log is read: from its start each time, since nothing says how far the one before came. */
async function fileAll(through: Pool): Promise<void> {
  for (let i = 0; i < count; i += inFiling) {
    await fileDocuments(through, shopId, said.slice(i, i + inFiling));
    await mergeBlocks(through, shopId, 'words');
  }
  await lookAgain(through, shopId);
}

async function say(seq: number, text: string | null): Promise<void> {
  await owner.query('update messages set text = $3 where shop_id = $1 and seq = $2', [shopId, seq, text]);
}

const tokensIn = (text: string) => new Set([...tokensOf(text), conversationToken(conversationId)]);

/** What stands in the index, and what should. */
async function expectRight(): Promise<void> {
  const { rows } = await owner.query<{ seq: number; text: string }>(
    'select seq, text from messages where shop_id = $1 and text is not null',
    [shopId],
  );
  const expected = new Map(
    rows.map(({ seq, text }) => [refKey({ kind: 'message', ownerId: conversationId, seq }), tokensIn(text)]),
  );
  const filed = await readIndex(owner, shopId);
  expect(filed.map(refKey).toSorted()).toEqual([...expected.keys()].toSorted());
  for (const document of filed) expect(document.tokens).toEqual(expected.get(refKey(document)));
  expect(await strayRows(owner)).toBe(0);
}

/** Does something else before the n-th transaction. */
function interrupted(steps: number, meanwhile: () => Promise<void>): { pool: Pool; reached(): boolean } {
  let left = steps;
  const stopping = new Proxy(pool, {
    get(target, name) {
      if (name !== 'connect') return Reflect.get(target, name);
      return async () => {
        if (left-- === 0) await meanwhile();
        return target.connect();
      };
    },
  });
  return { pool: stopping, reached: () => left < 0 };
}

/** Dies before the n-th transaction. */
function mortal(steps: number): { pool: Pool; died(): boolean } {
  const { pool: dying, reached } = interrupted(steps, () => Promise.reject(new Error('killed')));
  return { pool: dying, died: reached };
}

test('killed before any of its transactions and begun again, everything is filed and nothing twice', async () => {
  let steps = 0;
  // One filing is like the next until there are enough to be merged.
  for (let died = true; died; steps += steps === 2 ? 23 : 1) {
    await beginAnew();
    await say(3, null);
    const first = mortal(steps);
    await fileAll(first.pool).catch((error: Error) => expect(error.message).toBe('killed'));
    died = first.died();
    await say(5, null);
    await say(250, textOf(7000));
    await fileAll(pool);
    await expectRight();
  }
  expect(steps).toBeGreaterThan(30);
}, 120_000);

test('killed while it takes something out, it is taken out afterwards', async () => {
  await beginAnew();
  await fileAll(pool);
  let steps = 0;
  for (let died = true; died; steps++) {
    for (const seq of [10, 11, 100, 240])
      await say(seq + steps, steps % 2 === 0 ? null : textOf(8000, seq + steps));
    const first = mortal(steps);
    await lookAgain(first.pool, shopId).catch((error: Error) => expect(error.message).toBe('killed'));
    died = first.died();
    await lookAgain(pool, shopId);
    await expectRight();
  }
  expect(steps).toBeGreaterThan(4);
});

test.each([
  ['files and merges the same', () => fileAll(pool)],
  ['takes something out', () => say(5, null).then(() => lookAgain(pool, shopId))],
])('another node that %s between any two of its transactions spoils nothing', async (_, meanwhile) => {
  const firstMerge = 26;
  for (let [steps, reached] = [firstMerge, true]; reached; steps += 1) {
    await beginAnew();
    const first = interrupted(steps, meanwhile);
    await fileAll(first.pool).catch((error: Error) => expect(error.message).toContain('another node'));
    reached = first.reached();
    await fileAll(pool);
    await expectRight();
  }
});

test('all of them erased, nothing stays', async () => {
  await beginAnew();
  await fileAll(pool);
  await owner.query('delete from messages where shop_id = $1', [shopId]);
  await lookAgain(pool, shopId);
  await expectRight();
  const { rows } = await owner.query('select sum(octet_length(lists))::int as bytes from search_postings');
  expect(rows[0].bytes ?? 0).toBe(0);
});

test('changed before it was filed, it is filed as it is now', async () => {
  await beginAnew();
  await say(1, textOf(9000));
  await lookAgain(pool, shopId);
  await fileAll(pool);
  const filed = await readIndex(owner, shopId);
  expect(new Set(filed.map(({ seq }) => seq)).size).toBe(count);
  for (const { tokens } of filed.filter(({ seq }) => seq === 1))
    expect(tokens).toEqual(tokensIn(textOf(9000)));
});
