/** Imports as they stand in the database. */
import type { ImportCounts, ImportRun } from '../../../../core/commerce/import-api.ts';
import type { ImportKind, Mapping } from '../../../../core/commerce/reading/fields.ts';
import type { RowFault } from '../../../../core/commerce/reading/read-row.ts';
import type { Tx } from '../../../platform/database/pool.ts';

export interface ImportRow {
  importId: string;
  kind: ImportKind;
  fileName: string;
  /** null: it is over, and the file gone. */
  hash: string | null;
  size: number;
  source: string;
  mapping: Mapping;
  state: ImportRun['state'];
  failure: ImportRun['failure'];
  bytesRead: number;
  counts: Partial<ImportCounts>;
  faults: RowFault[];
  byName: string;
  createdAt: number;
  endedAt: number | null;
}

const columns = `i.import_id as "importId", i.kind, i.file_name as "fileName", i.file_hash as hash, i.size, i.source,
  i.mapping, i.state, i.failure, i.bytes_read as "bytesRead", i.counts, i.problems as faults, a.name as "byName",
  i.created_at as "createdAt", i.ended_at as "endedAt"`;
const from = 'from imports i join agents a on a.shop_id = i.shop_id and a.agent_id = i.agent_id';

export async function readImport(tx: Tx, shopId: string, importId: string): Promise<ImportRow | null> {
  const [row] = await tx.query<ImportRow>(
    `select ${columns} ${from} where i.shop_id = $1 and i.import_id = $2`,
    [shopId, importId],
  );
  return row ?? null;
}

/** Those that were begun, newest first. */
export const readImports = (tx: Tx, shopId: string): Promise<ImportRow[]> =>
  tx.query<ImportRow>(
    `select ${columns} ${from} where i.shop_id = $1 and i.state <> 'previewed' order by i.created_at desc limit 20`,
    [shopId],
  );

/** Without where its file lies. */
export function runOf(row: ImportRow): ImportRun {
  const { importId, kind, fileName, size, source, state, failure, faults, byName, createdAt, endedAt } = row;
  const none: ImportCounts = { rows: 0, added: 0, changed: 0, unchanged: 0, skipped: 0 };
  return {
    importId,
    kind,
    fileName,
    size,
    source,
    state,
    failure,
    part: state === 'done' ? 1 : Math.min(1, row.bytesRead / size),
    counts: { ...none, ...row.counts },
    faults,
    byName,
    createdAt,
    endedAt,
  };
}
