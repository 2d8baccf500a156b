/** Reads what sources have to say, page by page: begun when one is due, gone on with by another node where one died. */
import { v7 as uuid } from 'uuid';
import type { SourceTrouble } from '../../../../core/commerce/source-api.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import { findShortages } from '../shortages/find.ts';
import type { Sources } from './context.ts';
import type { Cursor } from './cursor.ts';
import { advance, again, readCursor } from './cursor.ts';
import { troubleIn } from './keep-source.ts';
import type { Page } from './platform.ts';
import { PageGone, Troubled } from './platform.ts';
import { platforms } from './platforms.ts';
import type { SourceRow } from './source-rows.ts';
import { keysOf, readSource } from './source-rows.ts';
import { readRecords } from './store-records.ts';

export interface SourceReader {
  /** Those that are due, and that nobody is at. */
  resume(shopId: string): Promise<void>;
  /** Ends what runs here behind the page at hand; another start goes on from there. */
  stop(): Promise<void>;
}

/** What calls did not tell, or did not bring through. */
const catchUpEveryMs = 5 * 60_000;
const deadAfterMs = 90_000;
const firstRetryMs = 15_000;
const longestRetryMs = 30 * 60_000;

/** It was changed, paused or removed, or another one is at it. */
class NoLongerOurs extends Error {}

interface Claim {
  shopId: string;
  sourceId: string;
  token: string;
}

export function readSourcesOf(sources: Sources): SourceReader {
  const { pool, vault, now, onFailure } = sources;
  const running = new Map<string, Promise<void>>();
  const stopped = new AbortController();

  return {
    async resume(shopId) {
      const due = await inShop(pool, shopId, (tx) =>
        tx.query<{ source_id: string }>(
          `select source_id from sources where shop_id = $1 and state = 'on' and next_pull_at <= $2
            and (beat_at is null or beat_at < $3)`,
          [shopId, new Date(now()), new Date(now() - deadAfterMs)],
        ),
      );
      for (const { source_id } of due) begin(shopId, source_id);
    },
    async stop() {
      stopped.abort();
      await Promise.all(running.values());
    },
  };

  function begin(shopId: string, sourceId: string): void {
    if (stopped.signal.aborted || running.has(sourceId)) return;
    const run = carryOut({ shopId, sourceId, token: uuid() })
      .catch(onFailure)
      .finally(() => running.delete(sourceId));
    running.set(sourceId, run);
  }

  async function carryOut(claim: Claim): Promise<void> {
    const row = await claimRow(claim);
    if (!row) return;
    let cursor = readCursor(row.cursor);
    let changed = 0;
    try {
      for (let over = false; !over && !stopped.signal.aborted;) {
        const page = await pageAt(row, cursor);
        const next = advance(cursor, {
          page: page.page,
          records: page.records.length,
          at: page.at ?? now(),
        });
        changed += await keep(claim, row, page, next);
        ({ cursor, done: over } = next);
        if (!over && page.waitMs > 0) await pause(page.waitMs);
      }
      if (stopped.signal.aborted) await letGo(claim);
      if (changed > 0) await findShortages(pool, claim.shopId, now());
    } catch (error) {
      if (error instanceof NoLongerOurs) return;
      // The server ends: the next start goes on.
      if (stopped.signal.aborted) return letGo(claim);
      if (error instanceof PageGone && cursor.page !== null) return fromItsBeginning(claim, cursor);
      const trouble = troubleIn(error);
      await fail(claim, row, trouble ?? 'server', error instanceof Troubled ? error.waitMs : null);
      if (trouble === null) throw error;
    }
  }

  function pageAt({ sourceId, kind, address, secrets }: SourceRow, cursor: Cursor): Promise<Page> {
    const fetch: Sources['fetch'] = (url, asked) => sources.fetch(url, { ...asked, signal: stopped.signal });
    return platforms[kind].read({ sourceId, fetch, address, keys: keysOf(vault, { secrets }), now }, cursor);
  }

  /** null: it is not due, or somebody else is at it. */
  function claimRow({ shopId, sourceId, token }: Claim): Promise<SourceRow | null> {
    return inShop(pool, shopId, async (tx) => {
      const mine = await tx.query(
        `update sources set beat_at = $3, run_token = $5
        where shop_id = $1 and source_id = $2 and state = 'on' and next_pull_at <= $3
          and (beat_at is null or beat_at < $4) returning 1`,
        [shopId, sourceId, new Date(now()), new Date(now() - deadAfterMs), token],
      );
      return mine.length > 0 ? readSource(tx, shopId, sourceId) : null;
    });
  }

  /** The page and how far it brought the reading: both, or neither. How many records said something new. */
  async function keep(
    { shopId, sourceId, token }: Claim,
    { name, currency }: SourceRow,
    { kinds, records }: Page,
    { cursor, done }: { cursor: Cursor; done: boolean },
  ): Promise<number> {
    const store = readRecords({ pool, vault, shopId, source: name, now }, { kinds, records, currency });
    const at = new Date(now());
    return inShop(pool, shopId, async (tx) => {
      const kept = await tx.query(
        `update sources set cursor = $4, beat_at = case when $6::boolean then null else $5::timestamptz end,
          failing_since = null, failure = null, failures = 0,
          next_pull_at = case when $6 then $7::timestamptz else next_pull_at end,
          told_at = case when $6 then greatest($5, told_at) else told_at end,
          complete_at = case when $6 then coalesce(complete_at, $5) else complete_at end
        where shop_id = $1 and source_id = $2 and run_token = $3 and state = 'on' returning 1`,
        [shopId, sourceId, token, JSON.stringify(cursor), at, done, new Date(now() + catchUpEveryMs)],
      );
      if (kept.length === 0) throw new NoLongerOurs();
      const { stored } = await store(tx);
      return stored.added + stored.changed;
    });
  }

  function letGo(claim: Claim): Promise<void> {
    return release(claim, new Date(now()), []);
  }

  function fromItsBeginning(claim: Claim, cursor: Cursor): Promise<void> {
    return release(claim, new Date(now()), [', cursor = $5', JSON.stringify(again(cursor))]);
  }

  /** Tried again, each time after twice as long; sooner or later where it said when. */
  function fail(claim: Claim, row: SourceRow, trouble: SourceTrouble, waitMs: number | null): Promise<void> {
    const failures = row.failures + 1;
    const retryMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures - 1, 10));
    // To be asked to slow down is no failure: what is known grows no older than it would.
    if (trouble === 'busy') return release(claim, new Date(now() + (waitMs ?? firstRetryMs)), []);
    return release(claim, new Date(now() + (waitMs ?? retryMs)), [
      ', failure = $5, failures = failures + 1, failing_since = coalesce(failing_since, $6)',
      trouble,
      new Date(now()).toISOString(),
    ]);
  }

  async function release(
    { shopId, sourceId, token }: Claim,
    nextAt: Date,
    [more = '', ...values]: string[],
  ): Promise<void> {
    await inShop(pool, shopId, async (tx: Tx) =>
      tx.send(
        `update sources set beat_at = null, next_pull_at = $4${more}
        where shop_id = $1 and source_id = $2 and run_token = $3`,
        [shopId, sourceId, token, nextAt, ...values],
      ),
    );
  }

  function pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    stopped.signal.addEventListener('abort', () => resolve(), { once: true });
    return promise.finally(() => clearTimeout(timer));
  }
}
