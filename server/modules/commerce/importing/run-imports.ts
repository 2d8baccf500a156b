/** Carries out imports that were confirmed: begun by who confirmed them, taken up by another where that one died. */
import { v7 as uuid } from 'uuid';
import type { ImportCounts } from '../../../../core/commerce/import-api.ts';
import type { RowFault } from '../../../../core/commerce/reading/read-row.ts';
import { Refused } from '../../../../core/refusal.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Commerce } from '../context.ts';
import type { ImportRow } from './import-rows.ts';
import { readImport } from './import-rows.ts';
import { importTable } from './import-table.ts';
import { findShortages } from '../shortages/find.ts';
import { NoTable } from './no-table.ts';
import { dropFile, tableOf } from './uploads.ts';

export interface ImportRunner {
  start(shopId: string, importId: string): void;
  /** Those that nobody has been at for a while. */
  resume(shopId: string): Promise<void>;
  /** Ends what runs here between two batches; another start goes on with it. */
  stop(): Promise<void>;
}

const deadAfterMs = 30_000;
const mostFaults = 500;

/** It was cancelled, or another one is at it: this one was taken for dead. */
class NoLongerOurs extends Error {}

export function runImports(commerce: Commerce): ImportRunner {
  const { pool, now, onFailure } = commerce;
  const running = new Map<string, Promise<void>>();
  let stopped = false;

  return {
    start: begin,
    async resume(shopId) {
      const dead = await inShop(pool, shopId, (tx) =>
        tx.query<{ import_id: string }>(
          `select import_id from imports where shop_id = $1 and state = 'running' and (beat_at is null or beat_at < $2)`,
          [shopId, new Date(now() - deadAfterMs)],
        ),
      );
      for (const { import_id } of dead) begin(shopId, import_id);
    },
    async stop() {
      stopped = true;
      await Promise.all(running.values());
    },
  };

  function begin(shopId: string, importId: string): void {
    if (stopped || running.has(importId)) return;
    const run = carryOut(shopId, importId)
      .catch(onFailure)
      .finally(() => running.delete(importId));
    running.set(importId, run);
  }

  async function carryOut(shopId: string, importId: string): Promise<void> {
    const claim = { shopId, importId, token: uuid() };
    const row = await claimRow(claim);
    if (!row) return;
    const faults: RowFault[] = [];
    try {
      const table = await tableOf(commerce, shopId, row);
      const target = { ...commerce, shopId, source: row.source };
      const reading = { kind: row.kind, mapping: row.mapping, zone: await commerce.zone(shopId) };
      const counts = await importTable(target, table, reading, {
        stopped: () => stopped,
        onFault: (fault) => void (faults.length < mostFaults && faults.push(fault)),
        onProgress: (now, tx) => beat(tx, claim, table.bytesRead(), together(row.counts, now), faults),
      });
      if (stopped) await letGo(claim);
      else await end(claim, 'done', row, together(row.counts, counts));
      if (!stopped && row.kind !== 'products') await findShortages(pool, shopId, now());
    } catch (error) {
      if (error instanceof NoLongerOurs) return;
      await end(claim, 'failed', row).catch(onFailure);
      if (!(error instanceof Refused || error instanceof NoTable)) throw error;
    }
  }

  /** null: it is over, or somebody else is at it. */
  async function claimRow({ shopId, importId, token }: Claim): Promise<ImportRow | null> {
    return inShop(pool, shopId, async (tx) => {
      const mine = await tx.query(
        `update imports set beat_at = $3, run_token = $5, problems = '[]', bytes_read = 0
        where shop_id = $1 and import_id = $2 and state = 'running' and (beat_at is null or beat_at < $4) returning 1`,
        [shopId, importId, new Date(now()), new Date(now() - deadAfterMs), token],
      );
      return mine.length > 0 ? readImport(tx, shopId, importId) : null;
    });
  }

  async function beat(
    tx: Tx,
    { shopId, importId, token }: Claim,
    read: number,
    counts: ImportCounts,
    faults: RowFault[],
  ): Promise<void> {
    const kept = await tx.query(
      `update imports set bytes_read = $4, counts = $5, problems = $6, beat_at = $7
      where shop_id = $1 and import_id = $2 and state = 'running' and run_token = $3 returning 1`,
      [shopId, importId, token, read, JSON.stringify(counts), JSON.stringify(faults), new Date(now())],
    );
    if (kept.length === 0) throw new NoLongerOurs();
  }

  /** For the next start, which need not wait until nobody has been at it for a while. */
  async function letGo({ shopId, importId, token }: Claim): Promise<void> {
    await inShop(pool, shopId, async (tx) =>
      tx.send('update imports set beat_at = null where shop_id = $1 and import_id = $2 and run_token = $3', [
        shopId,
        importId,
        token,
      ]),
    );
  }

  async function end(
    { shopId, importId, token }: Claim,
    state: 'done' | 'failed',
    { hash, size }: ImportRow,
    counts?: ImportCounts,
  ): Promise<void> {
    const ended = await inShop(pool, shopId, (tx) =>
      tx.query(
        `update imports set state = $4, ended_at = $5, file_hash = null, counts = coalesce($6, counts),
          bytes_read = coalesce($7, bytes_read)
        where shop_id = $1 and import_id = $2 and state = 'running' and run_token = $3 returning 1`,
        [
          shopId,
          importId,
          token,
          state,
          new Date(now()),
          counts ? JSON.stringify(counts) : null,
          counts ? size : null,
        ],
      ),
    );
    if (ended.length > 0) await dropFile(commerce, shopId, hash);
  }
}

interface Claim {
  shopId: string;
  importId: string;
  /** Whose turn it is: a runner that was taken for dead and is not keeps out. */
  token: string;
}

/** Taken up again, it begins at the first row: what the run before brought in is known by now, and still new with this import. */
function together(before: Partial<ImportCounts>, now: ImportCounts): ImportCounts {
  const { added = 0, changed = 0 } = before;
  return {
    ...now,
    added: added + now.added,
    changed: changed + now.changed,
    unchanged: Math.max(0, now.unchanged - added - changed),
  };
}

export async function cancelImport(commerce: Commerce, shopId: string, importId: string): Promise<void> {
  const cancelled = await inShop(commerce.pool, shopId, (tx) =>
    tx.query<{ hash: string | null }>(
      `update imports i set state = 'cancelled', ended_at = $3, file_hash = null from imports before
      where i.shop_id = $1 and i.import_id = $2 and i.state in ('previewed', 'running')
        and before.shop_id = i.shop_id and before.import_id = i.import_id
      returning before.file_hash as hash`,
      [shopId, importId, new Date(commerce.now())],
    ),
  );
  for (const { hash } of cancelled) await dropFile(commerce, shopId, hash);
}
