/** Row after row into the shop: what is wrong is told with its row and column and left out; the rest goes in, in short transactions. */
import type { ImportCounts } from '../../../../core/commerce/import-api.ts';
import type { Fault, Reading, RowFault, Values } from '../../../../core/commerce/reading/read-row.ts';
import { readRow } from '../../../../core/commerce/reading/read-row.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Table } from './open-table.ts';
import { storers } from './storers.ts';
import type { ImportTarget, ReadRow } from './storing.ts';

export interface Watch {
  /** Asked between batches: true ends it there. */
  stopped(): boolean;
  onProgress(counts: ImportCounts): void | Promise<void>;
  onFault(fault: RowFault): void;
}

/** What goes together into one transaction. */
const batchSize = 1000;

export async function importTable(
  target: ImportTarget,
  table: Table,
  reading: Reading,
  watch: Watch,
): Promise<ImportCounts> {
  const counts: ImportCounts = { rows: 0, added: 0, changed: 0, unchanged: 0, skipped: 0 };
  let batch: ReadRow[] = [];
  let storing: Promise<void> = Promise.resolve();
  for await (const rows of table.rows()) {
    for (const { number, cells, ragged } of rows) {
      counts.rows++;
      const read = ragged
        ? { faults: [{ field: null, column: null, why: 'ragged' as const }] }
        : readRow(reading, cells);
      if ('faults' in read) skip(number, read.faults);
      else {
        if (batch.length >= batchSize && !belongs(batch.at(-1)!.values, read.values)) await flush();
        batch.push({ number, values: read.values });
      }
      if (watch.stopped()) {
        await storing;
        return counts;
      }
    }
  }
  await flush();
  await storing;
  return counts;

  /** Comes back when the batch before is stored: two at most are held. */
  async function flush(): Promise<void> {
    const together = batch;
    batch = [];
    if (together.length === 0) return;
    const store = storers[reading.kind](target, together);
    await storing;
    storing = write(store);
    storing.catch(() => {}); // told by whoever waits for it next
  }

  async function write(store: ReturnType<(typeof storers)[typeof reading.kind]>): Promise<void> {
    const { pool, shopId } = target;
    const stored = await inShop(pool, shopId, async (tx) => {
      // One writer at a time: two imports that name the same orders neither wait for each other crosswise nor mix keys.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [shopId]);
      return store(tx);
    });
    counts.added += stored.added;
    counts.changed += stored.changed;
    counts.unchanged += stored.unchanged;
    for (const { number, fault } of stored.faults) skip(number, [fault]);
    await watch.onProgress(counts);
  }

  function skip(row: number, faults: Fault[]): void {
    counts.skipped++;
    for (const fault of faults) watch.onFault({ row, ...fault });
  }
}

/** Lines of one order are numbered together. */
const belongs = (last: Values, next: Values) =>
  next['number'] !== undefined && last['number'] === next['number'];
