/** Row after row into the shop: what is wrong is told with its row and column and left out; the rest goes in, in short transactions. */
import type { ImportCounts } from '../../../../core/commerce/import-api.ts';
import type { Fault, Reading, RowFault, Values } from '../../../../core/commerce/reading/read-row.ts';
import { readRow } from '../../../../core/commerce/reading/read-row.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Table } from './table.ts';
import { storers } from './storers.ts';
import type { ImportTarget, ReadRow, Stored } from './storing.ts';
import { oneWriter } from './storing.ts';

export interface Watch {
  /** Asked between rows: true ends it there. */
  stopped(): boolean;
  /** With each batch, in its transaction: what is told is what is in. Throws to keep the batch out. */
  onProgress(counts: ImportCounts, tx: Tx): void | Promise<void>;
  /** Of the rows that the next progress counts. */
  onFault(fault: RowFault): void;
}

/** What goes together into one transaction. */
const batchSize = 1000;
/** So many rows may be looked at for one, where most are wrong. */
const mostLookedAt = 10 * batchSize;

interface Batch {
  rows: ReadRow[];
  lookedAt: number;
  skipped: number;
  faults: RowFault[];
}

export async function importTable(
  target: ImportTarget,
  table: Table,
  reading: Reading,
  watch: Watch,
): Promise<ImportCounts> {
  const counts: ImportCounts = { rows: 0, added: 0, changed: 0, unchanged: 0, skipped: 0 };
  let batch = emptyBatch();
  let storing: Promise<void> = Promise.resolve();
  for await (const rows of table.rows()) {
    for (const { number, cells, ragged } of rows) {
      const read = ragged
        ? { faults: [{ field: null, column: null, why: 'ragged' as const }] }
        : readRow(reading, cells);
      if ('values' in read && isFull(batch) && !belongs(batch.rows.at(-1)?.values, read.values))
        await flush();
      batch.lookedAt++;
      if ('faults' in read) leaveOut(batch, number, read.faults);
      else batch.rows.push({ number, values: read.values });
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
    batch = emptyBatch();
    if (together.lookedAt === 0) return;
    const store = storers[reading.kind](target, together.rows);
    await storing;
    storing = write(together, store);
    storing.catch(() => {}); // told by whoever waits for it next
  }

  async function write(together: Batch, store: (tx: Tx) => Promise<Stored>): Promise<void> {
    const { pool, shopId } = target;
    await inShop(pool, shopId, async (tx) => {
      await oneWriter(tx, shopId);
      const stored = await store(tx);
      for (const { number, fault } of stored.faults) leaveOut(together, number, [fault]);
      counts.rows += together.lookedAt;
      counts.skipped += together.skipped;
      counts.added += stored.added;
      counts.changed += stored.changed;
      counts.unchanged += stored.unchanged;
      for (const fault of together.faults) watch.onFault(fault);
      await watch.onProgress(counts, tx);
    });
  }
}

const emptyBatch = (): Batch => ({ rows: [], lookedAt: 0, skipped: 0, faults: [] });
const isFull = ({ rows, lookedAt }: Batch) => rows.length >= batchSize || lookedAt >= mostLookedAt;

function leaveOut(batch: Batch, row: number, faults: Fault[]): void {
  batch.skipped++;
  for (const fault of faults) batch.faults.push({ row, ...fault });
}

/** Lines of one order are numbered together. */
const belongs = (last: Values | undefined, next: Values) =>
  next['number'] !== undefined && last?.['number'] === next['number'];
