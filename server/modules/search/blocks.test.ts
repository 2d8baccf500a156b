/** Many documents, in blocks: nothing is missed, the newest come first, and every step is read off an index. */
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokensOfWords } from '../../../core/search/tokens.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop, openPool } from '../../platform/database/pool.ts';
import type { TestDatabase } from '../../platform/database/testing.ts';
import { testDatabase, testSecret } from '../../platform/database/testing.ts';
import { openVault } from '../../platform/vault.ts';
import { until } from '../../../test/until.ts';
import { refKey } from './documents.ts';
import { fileDocuments } from './file-documents.ts';
import { keepIndex } from './keep-index.ts';
import type { Index } from './keep-index.ts';
import { statements as hitStatements } from './hits.ts';
import { search } from './search.ts';
import type { SearchQuery } from './search.ts';
import { statements } from './sources.ts';
import { readIndex, strayRows } from './testing.ts';

const mine = uuid();
const theirs = uuid();
const supervisor: Person = {
  shopId: mine,
  agentId: uuid(),
  name: '',
  workNumber: '',
  role: 'supervisor',
  groups: [],
};
const start = Date.UTC(2020, 0, 1);
const perConversation = 40;
const conversations = 400;
const count = conversations * perConversation;

let database: TestDatabase;
let owner: pg.Client;
let pool: Pool;
let logPool: Pool;
let index: Index;
const failures: unknown[] = [];

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  pool = openPool(database.appUrl, 4);
  logPool = openPool(database.pumpUrl, 2);
  for (const [shopId, name] of [
    [mine, 'mine'],
    [theirs, 'theirs'],
  ] as const)
    await fill(shopId, name);
  await owner.query('analyze');
  await file();
}, 240_000);
afterAll(async () => {
  await index.stop();
  await pool.end();
  await logPool.end();
  await owner.end();
  await database.drop();
});

/** From the log's first entry on, as when a desk gets its index. */
async function file() {
  index = await keepIndex({ pool, logPool, now: Date.now, onFailure: (error) => failures.push(error) });
  await until(
    'all to be filed',
    async () => (failures.length > 0 ? failures : (await filed()) === 2 * count),
    120_000,
  );
  expect(failures).toEqual([]);
}

async function filed(): Promise<number> {
  const { rows } = await owner.query(
    `select coalesce(sum(documents), 0)::int as count from search_blocks where stage = 'filed'`,
  );
  return rows[0].count;
}

/** The k-th message of all, in the order of time: the texts alone say where each stood. */
const textOf = (k: number) =>
  `第${k}句，${k % 2 === 0 ? '常见的退货问题' : '物流到哪里了'}${k % 4000 === 7 ? '，貔貅图案' : ''}${k % 500 === 3 ? '，订单202611218834' : ''}`;

/** Imported in no order of time at all: every block reaches over many years. */
const shuffled = (i: number) => (i * 7919) % conversations;

async function fill(shopId: string, name: string) {
  await owner.query(`insert into shops (shop_id, slug, name, settings) values ($1, $2, $2, '{}')`, [
    shopId,
    name,
  ]);
  await owner.query('insert into shop_directory (slug, shop_id) values ($2, $1)', [shopId, name]);
  for (let i = 0; i < conversations; i++) {
    const place = shuffled(i);
    const first = place * perConversation;
    await owner.query(
      `with c as (insert into customers (shop_id, customer_id) values ($1, $2)),
      v as (insert into conversations (shop_id, conversation_id, customer_id, channel, state, group_name, activity_at)
        values ($1, $2, $2, 'import', 'closed', $3, now())),
      m as (insert into messages (shop_id, conversation_id, seq, message_id, client_id, episode_id, author, text, said_at, created_at)
        select $1, $2, n, gen_random_uuid(), 'import-' || n, $2, 'customer', text, to_timestamp($5::float + n), now()
        from unnest($4::text[]) with ordinality as t(text, n))
      insert into events (shop_id, conversation_id, type, data, at)
        values ($1, $2, 'conversation.imported', $6, now())`,
      [
        shopId,
        uuid(),
        place % 2 === 0 ? 'pre-sales' : 'after-sales',
        Array.from(
          { length: perConversation },
          (_, n) => (shopId === mine ? '' : '别家') + textOf(first + n),
        ),
        (start + first * 1000) / 1000,
        { type: 'conversation.imported', staffSeq: 1, messages: perConversation },
      ],
    );
  }
}

const all = Array.from({ length: count }, (_, k) => k);
const ask = (query: Partial<SearchQuery>, person = supervisor) =>
  search({ pool, vault: openVault(testSecret) }, person, { q: '退货', limit: 50, ...query });

/** Every page, as the numbers that the texts say. */
async function everything(query: Partial<SearchQuery>, person = supervisor): Promise<number[]> {
  const numbers: number[] = [];
  let after: string | undefined;
  do {
    const { hits, next } = await ask({ ...query, after }, person);
    numbers.push(...hits.map((hit) => Number(/第(\d+)句/.exec(hit.excerpt.text)![1])));
    after = next ?? undefined;
  } while (after !== undefined);
  return numbers;
}

const newestFirst = (suits: (k: number) => boolean) => all.filter(suits).toReversed();

describe('page after page, all of them and each once, newest first', () => {
  test('a common word', async () =>
    expect(await everything({ q: '退货' })).toEqual(newestFirst((k) => k % 2 === 0)));
  test('a rare one', async () =>
    expect(await everything({ q: '貔貅' })).toEqual(newestFirst((k) => k % 4000 === 7)));
  test('a part of a number', async () =>
    expect(await everything({ q: '18834' })).toEqual(newestFirst((k) => k % 500 === 3)));
  test('two words', async () =>
    expect(await everything({ q: '物流 貔貅' })).toEqual(newestFirst((k) => k % 4000 === 7)));
  test('characters that stand together nowhere', async () =>
    expect(await everything({ q: '貔货' })).toEqual([]));
  test('between two moments', async () =>
    expect(await everything({ q: '物流', from: start + 5001_000, to: start + 5200_000 })).toEqual(
      newestFirst((k) => k % 2 === 1 && k >= 5000 && k < 5200),
    ));
  test('for an agent, those of the own group', async () => {
    const agent: Person = { ...supervisor, role: 'agent', groups: ['pre-sales'] };
    const suits = (k: number) => k % 500 === 3 && Math.floor(k / perConversation) % 2 === 0;
    expect(await everything({ q: '18834' }, agent)).toEqual(newestFirst(suits));
  });
});

test('who may see none of many hits is told how far was looked, and comes to an end', async () => {
  const agent: Person = { ...supervisor, role: 'agent', groups: ['in-sales'] };
  const first = await ask({ q: '退货' }, agent);
  expect(first.hits).toEqual([]);
  expect(first.searchedTo).toBeLessThan(start + count * 1000);
  expect(await everything({ q: '退货' }, agent)).toEqual([]);
});

test('most stand in large blocks, and a document stands in one place', async () => {
  const { rows } = await owner.query(
    `select max(documents) as largest, count(*)::int as blocks from search_blocks where shop_id = $1`,
    [mine],
  );
  expect(rows[0].largest).toBeGreaterThan(10_000);
  expect(rows[0].blocks).toBeLessThan(8);
  expect(new Set((await readIndex(owner, mine)).map(refKey)).size).toBe(count);
  expect(await strayRows(owner)).toBe(0);
});

test('the index is smaller than what it is made of', async () => {
  const { rows } = await owner.query(
    `select relname = 'messages' as said, sum(pg_total_relation_size(oid))::int as bytes from pg_class
    where relkind = 'r' and (relname = 'messages' or relname like 'search\\_%') group by 1`,
  );
  const sizes = Object.fromEntries(rows.map(({ said, bytes }) => [said, bytes]));
  expect(sizes.false).toBeLessThan(sizes.true / 2);
});

test('the same log read again files nothing twice', async () => {
  await index.stop();
  await owner.query(`delete from log_positions where reader = 'search'`);
  await file();
  await until('the log to be read again', async () => {
    await index.tend([]);
    return (await owner.query(`select from log_positions where reader = 'search'`)).rowCount === 1;
  });
  expect(await filed()).toBe(2 * count);
});

test('another shop finds its own', async () => {
  const { hits } = await ask({ q: '别家' }, { ...supervisor, shopId: theirs });
  expect(hits).toHaveLength(50);
  expect((await ask({ q: '别家' })).hits).toEqual([]);
});

test('without its shop a query of the index sees nothing', async () => {
  for (const table of ['search_blocks', 'search_pages', 'search_postings', 'search_positions', 'search_due'])
    expect((await pool.query(`select from ${table}`)).rowCount, table).toBe(0);
});

test('erased words are gone from their block, and nothing else is', async () => {
  const gone = 4007;
  const left = newestFirst((k) => k % 4000 === 7 && k !== gone);
  const [token] = tokensOfWords(['貔貅']);
  const held = async () => (await readIndex(owner, mine)).filter(({ tokens }) => tokens.has(token!)).length;
  const before = await held();
  await owner.query('update messages set text = null where shop_id = $1 and text like $2', [
    mine,
    `第${gone}句%`,
  ]);
  expect(await everything({ q: '貔貅' })).toEqual(left);
  await index.tend([mine, theirs]);
  expect(await held()).toBe(before - 1);
  expect(await filed()).toBe(2 * count - 1);
  expect(await everything({ q: '貔貅' })).toEqual(left);
  expect(await everything({ q: '18834' })).toEqual(newestFirst((k) => k % 500 === 3));
});

test('changed words are found as they are now', async () => {
  await owner.query('update messages set text = $3 where shop_id = $1 and text like $2', [
    mine,
    '第8007句%',
    '第8007句，改成麒麟图案',
  ]);
  await index.tend([mine]);
  expect(await everything({ q: '麒麟' })).toEqual([8007]);
  expect(await everything({ q: '貔貅' })).not.toContain(8007);
});

test('filed once more, as when something is found in them later, they are found once', async () => {
  const again = (await readIndex(owner, mine)).filter(({ seq }) => seq % 20 === 1);
  const position = { tx: 2n ** 62n, eventId: 1 };
  await fileDocuments(pool, mine, [{ position, refs: again }]);
  expect(await filed()).toBe(2 * count - 1 + again.length);
  expect(await everything({ q: '18834' })).toEqual(newestFirst((k) => k % 500 === 3));
  expect(await everything({ q: '退货', to: start + 3000_000 })).toEqual(
    newestFirst((k) => k % 2 === 0 && k < 3000),
  );
});

describe('behind the wall, every step is read off an index', () => {
  const far = '9000-01-01';
  const lowest = '00000000-0000-0000-0000-000000000000';
  const steps: [string, string, unknown[], string][] = [
    ['the blocks', statements.blocks, [mine, 'words', '1970-01-01', far], 'search_blocks_pkey'],
    ['those that hold a token', statements.postings, [mine, [1, 2, 3], [1, 2, 3]], 'search_postings_pkey'],
    ['how far one is read', statements.upTo, [mine, [1, 2], far], 'search_pages_pkey'],
    ['where documents stand', statements.pages, [mine, [1, 2], [7, 9]], 'search_pages_pkey'],
    ['the messages themselves', hitStatements.message, [mine, [lowest], [1]], 'messages_pkey'],
  ];

  test.each(steps)('%s', async (_, sql, values, wantedIndex) => {
    const plan = await inShop(pool, mine, async (tx) => {
      tx.send('set local enable_seqscan = off');
      return tx.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (analyze, format json) ${sql}`, values);
    });
    const nodes = [...walk(plan[0]!['QUERY PLAN'][0]!.Plan)];
    const scan = nodes.find((node) => node['Index Name'] === wantedIndex);
    expect(nodes.map((node) => node['Index Name'] ?? node['Node Type'])).toContain(wantedIndex);
    expect(scan!['Index Cond']).toContain('shop_id');
  });
});

interface Node {
  'Node Type': string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: Node[];
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.Plans ?? []) yield* walk(child);
}
