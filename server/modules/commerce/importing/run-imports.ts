/** Carries out imports that were confirmed: begun by who confirmed them, taken up by another where that one died. */
import type { RowFault } from '../../../../core/commerce/reading/read-row.ts';
import { Refused } from '../../../../core/refusal.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Commerce } from '../context.ts';
import type { ImportRow } from './import-rows.ts';
import { readImport } from './import-rows.ts';
import { importTable } from './import-table.ts';
import { tableOf } from './uploads.ts';

export interface ImportRunner {
  start(shopId: string, importId: string): void;
  /** Those that nobody has been at for a while. */
  resume(shopId: string): Promise<void>;
  /** Ends what runs here between two batches; another start goes on with it. */
  stop(): Promise<void>;
}

const deadAfterMs = 30_000;
const mostFaults = 500;

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
    const row = await claim(shopId, importId);
    if (!row) return;
    const faults: RowFault[] = [];
    let cancelled = false;
    try {
      const table = await tableOf(commerce, shopId, row);
      const target = { ...commerce, shopId, source: row.source };
      const reading = { kind: row.kind, mapping: row.mapping, zone: await commerce.zone(shopId) };
      const counts = await importTable(target, table, reading, {
        stopped: () => stopped || cancelled,
        onFault: (fault) => void (faults.length < mostFaults && faults.push(fault)),
        async onProgress(now) {
          cancelled = !(await save(shopId, importId, 'running', table.bytesRead(), now, faults));
        },
      });
      if (stopped || cancelled) return;
      await save(shopId, importId, 'done', row.size, counts, faults);
      await forgetFile(shopId, row);
    } catch (error) {
      await fail(shopId, importId);
      if (!(error instanceof Refused)) throw error;
    }
  }

  /** null: it is over, or somebody else is at it. */
  async function claim(shopId: string, importId: string): Promise<ImportRow | null> {
    return inShop(pool, shopId, async (tx) => {
      const mine = await tx.query(
        `update imports set beat_at = $3, counts = '{}', problems = '[]', bytes_read = 0
        where shop_id = $1 and import_id = $2 and state = 'running' and (beat_at is null or beat_at < $4) returning 1`,
        [shopId, importId, new Date(now()), new Date(now() - deadAfterMs)],
      );
      return mine.length > 0 ? readImport(tx, shopId, importId) : null;
    });
  }

  /** False: it was cancelled meanwhile. */
  async function save(
    shopId: string,
    importId: string,
    state: 'running' | 'done',
    read: number,
    counts: object,
    faults: RowFault[],
  ): Promise<boolean> {
    const kept = await inShop(pool, shopId, (tx) =>
      tx.query(
        `update imports set state = $3::text, bytes_read = $4, counts = $5, problems = $6, beat_at = $7::timestamptz,
          ended_at = case when $3::text = 'done' then $7::timestamptz end, file_hash = case when $3::text = 'done' then null else file_hash end
        where shop_id = $1 and import_id = $2 and state = 'running' returning 1`,
        [
          shopId,
          importId,
          state,
          read,
          JSON.stringify(counts),
          JSON.stringify(faults),
          new Date(now()).toISOString(),
        ],
      ),
    );
    return kept.length > 0;
  }

  async function fail(shopId: string, importId: string): Promise<void> {
    await inShop(pool, shopId, (tx) =>
      tx.query(
        `update imports set state = 'failed', ended_at = $3 where shop_id = $1 and import_id = $2 and state = 'running'
        returning 1`,
        [shopId, importId, new Date(now())],
      ),
    ).catch(onFailure);
  }

  async function forgetFile(shopId: string, { hash }: ImportRow): Promise<void> {
    if (hash === null) return;
    const needed = await inShop(pool, shopId, (tx) =>
      tx.query('select 1 from imports where shop_id = $1 and file_hash = $2 limit 1', [shopId, hash]),
    );
    if (needed.length === 0) await commerce.files.remove(shopId, hash);
  }
}

export async function cancelImport({ pool, now }: Commerce, shopId: string, importId: string): Promise<void> {
  await inShop(pool, shopId, async (tx) => {
    tx.send(
      `update imports set state = 'cancelled', ended_at = $3
      where shop_id = $1 and import_id = $2 and state in ('previewed', 'running')`,
      [shopId, importId, new Date(now())],
    );
  });
}
