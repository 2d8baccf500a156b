/**
 * How fast the newest fifty of a million messages are found, through the wall between shops and with all that is shown of
 * them; beside what PostgreSQL does by itself over the same rows in the same run.
 */
import pg from 'pg';
import type { Person } from '../core/team/roles.ts';
import { keepIndex, search } from '../server/modules/search/index.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import type { RoleUrls } from '../server/platform/database/migrate.ts';
import type { Pool } from '../server/platform/database/pool.ts';
import { inShop, openPool } from '../server/platform/database/pool.ts';
import { onThrowAwayCluster } from './throw-away-cluster.ts';
import { openVault } from '../server/platform/vault.ts';
import { latencyOf } from './load/figures.ts';
import type { Latency } from './load/figures.ts';
import { fill } from './search/fill.ts';
import { wanted } from './search/talk.ts';

export interface SearchFigures {
  messages: number;
  /** Filed a second, from the log, as after an update. */
  filedPerSecond: number;
  /** Of the index, and of the messages with their own indexes. */
  bytes: { index: number; messages: number };
  results: WordFigures[];
}

export interface WordFigures {
  name: string;
  q: string;
  /** How many there were on the first page. */
  hits: number;
  /** Milliseconds. */
  desk: Latency;
  /** An agent who sees one group of three. */
  withinReach: Latency;
  /** `ilike` through the wall, newest first by an index of its own. */
  ilike: number;
  /** pg_trgm, in front of the wall: behind it the planner may not use its index. */
  trigram: number;
}

export interface SearchBenchOptions {
  messages: number;
  rounds: number;
  onProgress(what: string): void;
  signal: AbortSignal;
}

export function benchSearch(options: SearchBenchOptions): Promise<SearchFigures> {
  return onThrowAwayCluster(async ({ ownerUrl, secret, stopAtEnd }) => {
    const urls = await migrate(ownerUrl, { secret });
    const pool = openPool(urls.appUrl, 4);
    stopAtEnd({ stop: () => pool.end() });
    return measure({ ...options, pool, urls, ownerUrl, secret });
  });
}

interface Measuring extends SearchBenchOptions {
  pool: Pool;
  urls: RoleUrls;
  ownerUrl: string;
  secret: string;
}

async function measure(measuring: Measuring): Promise<SearchFigures> {
  const { messages, rounds, pool, ownerUrl, secret, onProgress, signal } = measuring;
  const of = (done: number) => `${Math.floor((done / messages) * 100)} %`;
  const { supervisor, agent } = await fill(
    ownerUrl,
    messages,
    (done) => onProgress(`messages ${of(done)}`),
    signal,
  );
  const begun = performance.now();
  await fileAll(measuring, supervisor.shopId, (done) => onProgress(`index ${of(done)}`));
  const filedPerSecond = messages / ((performance.now() - begun) / 1000);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const bytes = await sizes(owner);
    onProgress('baselines');
    await owner.query('create extension pg_trgm');
    await owner.query('create index bench_newest on messages (shop_id, said_at desc)');
    await owner.query('create index bench_trigram on messages using gin (text gin_trgm_ops)');
    await owner.query('vacuum analyze');
    const vault = openVault(secret);
    const results: WordFigures[] = [];
    for (const { name, q } of wanted) {
      signal.throwIfAborted();
      onProgress(name);
      const asked = (person: Person) => search({ pool, vault }, person, { q, limit: 50 });
      const first = await asked(supervisor);
      results.push({
        name,
        q,
        hits: first.hits.length,
        desk: await timesOf(rounds * 20, () => asked(supervisor)),
        withinReach: await timesOf(rounds * 20, () => asked(agent)),
        ilike: (await timesOf(rounds, () => ilike(pool, supervisor.shopId, q))).p50,
        trigram: (await timesOf(rounds, () => owner.query(...newestLike(supervisor.shopId, q)))).p50,
      });
    }
    return { messages, filedPerSecond, bytes, results };
  } finally {
    await owner.end();
  }
}

/** As the desk does it when its index is new: from the first entry of the log on. */
async function fileAll(
  { pool, urls, messages, signal }: Measuring,
  shopId: string,
  onProgress: (done: number) => void,
): Promise<void> {
  const logPool = openPool(urls.pumpUrl, 2, { byKey: true });
  const failed = Promise.withResolvers<never>();
  const index = await keepIndex({
    pool,
    logPool,
    now: Date.now,
    onFailure: failed.reject,
  });
  try {
    for (let done = 0; done < messages; done = await countFiled(pool, shopId)) {
      signal.throwIfAborted();
      onProgress(done);
      await Promise.race([failed.promise, new Promise((resolve) => setTimeout(resolve, 1000))]);
    }
  } finally {
    await index.stop();
    await logPool.end();
  }
}

function countFiled(pool: Pool, shopId: string): Promise<number> {
  return inShop(pool, shopId, async (tx) => {
    const [row] = await tx.query<{ count: number }>(
      `select coalesce(sum(documents), 0)::int as count from search_blocks where shop_id = $1 and stage = 'filed'`,
      [shopId],
    );
    return row!.count;
  });
}

async function sizes(owner: pg.Client): Promise<SearchFigures['bytes']> {
  const { rows } = await owner.query(
    `select coalesce(sum(pg_total_relation_size(oid)) filter (where relname like 'search\\_%'), 0)::float as index,
      coalesce(sum(pg_total_relation_size(oid)) filter (where relname = 'messages'), 0)::float as messages
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  return rows[0];
}

function ilike(pool: Pool, shopId: string, q: string) {
  const [sql, values] = newestLike(shopId, q);
  return inShop(pool, shopId, (tx) => tx.query(sql, values));
}

function newestLike(shopId: string, q: string): [string, unknown[]] {
  const words = q.split(' ');
  const all = words.map((_, i) => `text ilike $${i + 2}`).join(' and ');
  return [
    `select conversation_id, seq, text from messages where shop_id = $1 and ${all} order by said_at desc limit 50`,
    [shopId, ...words.map((word) => `%${word}%`)],
  ];
}

async function timesOf(count: number, work: () => Promise<unknown>): Promise<Latency> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return latencyOf(times);
}
