/** Files from the desk on their way in: received, looked at, looked at again with other columns, begun. */
import type { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import type { ImportPreview } from '../../../../core/commerce/import-api.ts';
import type { ImportKind, Mapping } from '../../../../core/commerce/reading/fields.ts';
import { missingFields } from '../../../../core/commerce/reading/guess-mapping.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Commerce } from '../context.ts';
import type { ImportRow } from './import-rows.ts';
import { readImport } from './import-rows.ts';
import { keepMapping, mappingFor, usable } from './mappings.ts';
import type { SourceFile, Table } from './open-table.ts';
import { NoTable, openTable } from './open-table.ts';
import { checkTable } from './preview.ts';

const limitBytes = 512 * 1024 * 1024;
/** A file that nobody confirmed goes. */
const unconfirmedForMs = 24 * 3600_000;

export async function receiveFile(
  commerce: Commerce,
  person: Person,
  { kind, name }: { kind: ImportKind; name: string },
  source: Readable,
): Promise<ImportPreview> {
  const { pool, files, now } = commerce;
  const { shopId } = person;
  await sweep(commerce, shopId);
  const received = await files.receive(shopId, source, { limitBytes, inspect: () => {} });
  await received.keep();
  const row = {
    importId: uuid(),
    kind,
    fileName: name,
    hash: received.hash,
    size: received.size,
  };
  const table = await tableOf(commerce, shopId, row);
  const { source: from, mapping } = await inShop(pool, shopId, async (tx) => {
    const found = await mappingFor(tx, shopId, kind, table, null);
    await tx.query(
      `insert into imports (shop_id, import_id, agent_id, kind, file_name, file_hash, size, source, encoding, mapping,
        state, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'previewed', $11)`,
      [
        shopId,
        row.importId,
        person.agentId,
        kind,
        name,
        row.hash,
        row.size,
        found.source,
        table.encoding,
        JSON.stringify(found.mapping),
        new Date(now()),
      ],
    );
    return found;
  });
  return previewOf(commerce, shopId, row, table, from, mapping);
}

/** `source` alone: with that source's own columns. */
export async function previewAgain(
  commerce: Commerce,
  shopId: string,
  importId: string,
  { source, mapping }: { source?: string; mapping?: Mapping },
): Promise<ImportPreview> {
  const row = await requirePreviewed(commerce, shopId, importId);
  const table = await tableOf(commerce, shopId, row);
  const found = await inShop(commerce.pool, shopId, (tx) =>
    mappingFor(tx, shopId, row.kind, table, source ?? row.source),
  );
  const wanted = mapping ? usable(row.kind, table.columns, mapping) : found.mapping;
  return previewOf(commerce, shopId, row, table, found.source, wanted);
}

/** From here on it runs, whatever becomes of whoever asked for it. */
export async function confirmImport(
  commerce: Commerce,
  shopId: string,
  importId: string,
  { source, mapping }: { source: string; mapping: Mapping },
): Promise<void> {
  const row = await requirePreviewed(commerce, shopId, importId);
  const table = await tableOf(commerce, shopId, row);
  const wanted = usable(row.kind, table.columns, mapping);
  const missing = missingFields(row.kind, wanted);
  if (missing.length > 0)
    refuse({
      code: 'invalid',
      problems: missing.map((field) => ({ field: `column.${field}`, problem: 'missing' })),
    });
  const { now } = commerce;
  await inShop(commerce.pool, shopId, async (tx) => {
    const begun = await tx.query(
      `update imports set state = 'running', source = $3, mapping = $4, started_at = $5
      where shop_id = $1 and import_id = $2 and state = 'previewed' returning 1`,
      [shopId, importId, source, JSON.stringify(wanted), new Date(now())],
    );
    if (begun.length === 0) refuse({ code: 'conflict', reason: 'import-begun' });
    const found = await mappingFor(tx, shopId, row.kind, table, source);
    const changed = Object.fromEntries(
      [...new Set([...Object.keys(found.mapping), ...Object.keys(wanted)])]
        .filter((field) => (found.mapping[field] ?? '') !== (wanted[field] ?? ''))
        .map((field) => [field, wanted[field] ?? '']),
    );
    if (Object.keys(changed).length > 0) keepMapping(tx, shopId, row.kind, source, changed, now());
  });
}

async function requirePreviewed(commerce: Commerce, shopId: string, importId: string): Promise<ImportRow> {
  const row = await inShop(commerce.pool, shopId, (tx) => readImport(tx, shopId, importId));
  if (!row) refuse({ code: 'not-found', what: 'import' });
  if (row.state !== 'previewed') refuse({ code: 'conflict', reason: 'import-begun' });
  return row;
}

type FileOf = Pick<ImportRow, 'importId' | 'kind' | 'fileName' | 'hash' | 'size'>;

export async function tableOf(
  { files }: Pick<Commerce, 'files'>,
  shopId: string,
  { kind, hash, size }: Pick<FileOf, 'kind' | 'hash' | 'size'>,
): Promise<Table> {
  const file: SourceFile = {
    size,
    async open() {
      const found = hash === null ? null : await files.open(shopId, hash);
      return found ? found.stream : refuse({ code: 'unavailable', part: 'files' });
    },
  };
  try {
    return await openTable(file, kind);
  } catch (error) {
    if (error instanceof NoTable)
      refuse({ code: 'invalid', problems: [{ field: 'file', problem: `table-${error.why}` }] });
    throw error;
  }
}

async function previewOf(
  commerce: Commerce,
  shopId: string,
  { importId, kind, fileName, size }: FileOf,
  table: Table,
  source: string,
  mapping: Mapping,
): Promise<ImportPreview> {
  const { format, encoding, columns } = table;
  const checked = await checkTable(table, { kind, mapping, zone: await commerce.zone(shopId) });
  return { importId, kind, fileName, size, format, encoding, source, columns, mapping, ...checked };
}

async function sweep({ pool, files, now }: Commerce, shopId: string): Promise<void> {
  await files.sweep(now() - 3600_000);
  const gone = await inShop(pool, shopId, (tx) =>
    tx.query<{ file_hash: string | null }>(
      `delete from imports i where shop_id = $1 and state = 'previewed' and created_at < $2
        and not exists (select from imports o where o.shop_id = $1 and o.file_hash = i.file_hash
          and o.state = 'running')
      returning file_hash`,
      [shopId, new Date(now() - unconfirmedForMs)],
    ),
  );
  for (const { file_hash } of gone) if (file_hash) await files.remove(shopId, file_hash);
}
