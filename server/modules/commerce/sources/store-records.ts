/** What a source told, by its API or by a call, into the shop's tables: the way that files go. */
import type { ImportKind } from '../../../../core/commerce/reading/fields.ts';
import { fieldsOf } from '../../../../core/commerce/reading/fields.ts';
import { jsonRows } from '../../../../core/commerce/reading/json-rows.ts';
import type { Row } from '../../../../core/commerce/reading/read-row.ts';
import { readRow } from '../../../../core/commerce/reading/read-row.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { storers } from '../importing/storers.ts';
import type { ImportTarget, ReadRow, Stored } from '../importing/storing.ts';
import { oneWriter } from '../importing/storing.ts';

export interface Told {
  kinds: readonly ImportKind[];
  records: unknown[];
  /** The shop's own, for prices that name none. */
  currency: string;
}

export interface Taken {
  stored: Stored;
  /** Rows that could not be read, by what they said. */
  unread: number;
}

/** Reading, sealing and hashing come first; what it answers with writes, in a transaction of the caller's. */
export function readRecords(
  target: ImportTarget,
  { kinds, records, currency }: Told,
): (tx: Tx) => Promise<Taken> {
  let unread = 0;
  const steps = kinds.map((kind) => {
    const rows: ReadRow[] = [];
    for (const [i, row] of (jsonRows(kind, records)?.rows ?? []).entries()) {
      const read = readRow(
        { kind, mapping: mappings[kind], zone: 'Z' },
        { currency, ...shortened(kind, row) },
      );
      if ('values' in read) rows.push({ number: i + 1, values: read.values });
      else unread++;
    }
    return rows.length > 0 ? storers[kind](target, rows) : null;
  });
  return async (tx) => {
    await oneWriter(tx, target.shopId);
    const stored: Stored = { added: 0, changed: 0, unchanged: 0, faults: [] };
    // One behind the other: parcels and refunds name orders of the same page.
    for (const step of steps) {
      if (!step) continue;
      const { added, changed, unchanged, faults } = await step(tx);
      stored.added += added;
      stored.changed += changed;
      stored.unchanged += unchanged;
      stored.faults.push(...faults);
    }
    return { stored, unread };
  };
}

/** A system's long title must not keep its order out: there is nobody who could mend a file. */
function shortened(kind: ImportKind, row: Row): Row {
  const fields = fieldsOf(kind);
  return Object.fromEntries(
    Object.entries(row).map(([name, text]) => {
      const field = fields[name];
      return [name, field?.type === 'text' ? text.slice(0, field.longest) : text];
    }),
  );
}

const mappings = Object.fromEntries(
  (['orders', 'shipments', 'refunds', 'products', 'stock'] as const).map((kind) => [
    kind,
    Object.fromEntries(Object.keys(fieldsOf(kind)).map((name) => [name, name])),
  ]),
) as Record<ImportKind, Record<string, string>>;
