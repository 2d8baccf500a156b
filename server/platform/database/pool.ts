/**
 * Connections and transactions. Queries are pipelined: what a transaction sends without waiting
 * travels in one flight, and named, so that PostgreSQL parses each statement once a connection.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { FlightSocket } from './flight.ts';

export type Pool = pg.Pool;

export interface PoolOptions {
  /** false for a library that drives its connections itself. */
  pipeline?: boolean;
  /** For statements that fetch few rows by their keys: the planner may not read whole tables to join them. */
  byKey?: boolean;
}

export function openPool(url: string, size: number, { pipeline = true, byKey }: PoolOptions = {}): Pool {
  const options = byKey ? keyedPlans : undefined;
  const stream = () => new FlightSocket();
  // A database that has silently gone must not leave anybody waiting: the caller is told, and tries again.
  const patience = pipeline && { query_timeout: 30_000, connectionTimeoutMillis: 10_000 };
  const config = { connectionString: url, max: size, types, pipeline, options, stream, ...patience };
  const pool = new pg.Pool(config as pg.PoolConfig);
  // An idle connection that breaks (the database restarts) is dropped by the pool; the next query gets a new one.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Planned once: to plan a look-up by keys anew for each message costs more than to run it. */
const keyedPlans =
  '-c plan_cache_mode=force_generic_plan -c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off';

/** What a transaction offers to its statements. */
export interface Tx {
  /** Rows of one statement. */
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** A write whose answer nobody waits for; it has happened when the transaction commits, or the transaction fails. */
  send(text: string, values?: unknown[]): void;
}

/** Everything inside sees and writes rows of this shop only. */
export function inShop<T>(pool: Pool, shopId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(pool, 'begin', shopId, work);
}

/** Reads that all see the same moment: a snapshot and the cursor that continues it. */
export function snapshotOfShop<T>(pool: Pool, shopId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(pool, 'begin isolation level repeatable read read only', shopId, work);
}

/** For the tables outside the wall. */
export async function query<Row>(pool: Pool, text: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool.query<Row & pg.QueryResultRow>(named(text, values))).rows;
}

async function transaction<T>(
  pool: Pool,
  begin: string,
  shopId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const sent: Promise<unknown>[] = [];
  const tx: Tx = {
    query<Row>(text: string, values: unknown[] = []) {
      const answer = client.query(named(text, values)).then(({ rows }) => rows as Row[]);
      // Of several sent together, the first that fails ends the transaction: nobody waits for the others any more.
      answer.catch(() => {});
      return answer;
    },
    send(text, values = []) {
      const answer = client.query(named(text, values));
      answer.catch(() => {}); // told at the commit
      sent.push(answer);
    },
  };
  let broken: Error | undefined;
  try {
    tx.send(begin);
    tx.send(`select set_config('app.shop_id', $1, true)`, [shopId]);
    const result = await work(tx);
    const committed = client.query('commit');
    committed.catch(() => {});
    await Promise.all(sent);
    await committed;
    return result;
  } catch (error) {
    // A connection that can't roll back is not given to anybody else.
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw isAborted(error) ? await causeOf(sent, error) : error;
  } finally {
    client.release(broken);
  }
}

/** What came after a statement that nobody waited for, and that had failed. */
const isAborted = (error: unknown) => error instanceof pg.DatabaseError && error.code === '25P02';

async function causeOf(sent: Promise<unknown>[], otherwise: unknown): Promise<unknown> {
  const failed = (await Promise.allSettled(sent)).find((one) => one.status === 'rejected');
  return failed ? failed.reason : otherwise;
}

/** PostgreSQL repeats the values it stumbled over; what is logged must not. */
export function withoutValues(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) error.detail = error.where = undefined;
  return error;
}

const names = new Map<string, string>();

function named(text: string, values: unknown[]): pg.QueryConfig {
  if (values.length === 0) return { text };
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash('sha256').update(text).digest('base64url').slice(0, 24)));
  return { name, text, values };
}

const { INT8, TIMESTAMPTZ } = pg.types.builtins;
const parseTimestamp = pg.types.getTypeParser(TIMESTAMPTZ) as (value: string) => Date;

/** bigint as number (ids of the log stay below 2^53), timestamptz as epoch milliseconds. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return Number;
    if (oid === TIMESTAMPTZ) return (value: string) => parseTimestamp(value).getTime();
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;
