/** How the columns of a source's files were put in order by hand: kept for its next file. */
import type { Guess } from '../../../../core/commerce/reading/guess-mapping.ts';
import { guessMapping } from '../../../../core/commerce/reading/guess-mapping.ts';
import type { ImportKind, Mapping } from '../../../../core/commerce/reading/fields.ts';
import { fieldsOf } from '../../../../core/commerce/reading/fields.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Table } from './table.ts';

/** What its columns tell, corrected by what was said of this source before. `source`: as somebody named it. */
export async function mappingFor(
  tx: Tx,
  shopId: string,
  kind: ImportKind,
  table: Pick<Table, 'columns' | 'source'>,
  source: string | null,
): Promise<Omit<Guess, 'source'> & { source: string }> {
  const guess = guessMapping(kind, table.columns);
  const named = source ?? table.source ?? guess.source;
  const [kept] = await tx.query<{ mapping: Mapping }>(
    'select mapping from import_mappings where shop_id = $1 and kind = $2 and source = $3',
    [shopId, kind, named],
  );
  return {
    source: named,
    mapping: { ...guess.mapping, ...usable(kind, table.columns, kept?.mapping ?? {}) },
  };
}

export function keepMapping(
  tx: Tx,
  shopId: string,
  kind: ImportKind,
  source: string,
  mapping: Mapping,
  now: number,
): void {
  tx.send(
    `insert into import_mappings (shop_id, kind, source, mapping, saved_at) values ($1, $2, $3, $4, $5)
    on conflict (shop_id, kind, source) do update
      set mapping = import_mappings.mapping || excluded.mapping, saved_at = excluded.saved_at`,
    [shopId, kind, source, JSON.stringify(mapping), new Date(now)],
  );
}

/** Fields that there are, from columns that the file has; '' takes a field from no column. */
export const usable = (kind: ImportKind, columns: readonly string[], mapping: Mapping): Mapping =>
  Object.fromEntries(
    Object.entries(mapping).filter(
      ([field, column]) => field in fieldsOf(kind) && (column === '' || columns.includes(column)),
    ),
  );
