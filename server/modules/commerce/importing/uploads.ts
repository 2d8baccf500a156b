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
import type { SourceFile, Table } from './table.ts';
import { NoTable } from './no-table.ts';
import { openTable } from './open-table.ts';
import { checkTable } from './preview.ts';

/** A file that nobody confirmed goes. */
const unconfirmedForMs = 24 * 3600_000;

export async function receiveFile(
  commerce: Commerce,
  person: Person,
  { kind, name }: { kind: ImportKind; name: string },
  source: Readable,
): Promise<ImportPreview> {
  const { files } = commerce;
  const { shopId } = person;
  await sweep(commerce, shopId);
  const received = await files.receive(shopId, source, {
    limitBytes: commerce.largestImport,
    inspect: () => {},
  });
  await received.keep();
  const row = {
    importId: uuid(),
    kind,
    fileName: name,
    hash: received.hash,
    size: received.size,
  };
  try {
    return await keepPreview(commerce, person, row);
  } catch (error) {
    // It is no table, or it could not be kept: nobody will ask for it again.
    await inShop(commerce.pool, shopId, async (tx) =>
      tx.send('delete from imports where shop_id = $1 and import_id = $2', [shopId, row.importId]),
    );
    await dropFile(commerce, shopId, row.hash);
    throw error;
  }
}

async function keepPreview(commerce: Commerce, person: Person, row: FileOf): Promise<ImportPreview> {
  const { pool, now } = commerce;
  const { shopId, agentId } = person;
  const { importId, kind, fileName, hash, size } = row;
  const table = await tableOf(commerce, shopId, row);
  const { source, mapping } = await inShop(pool, shopId, (tx) => mappingFor(tx, shopId, kind, table, null));
  await inShop(pool, shopId, async (tx) =>
    tx.send(
      `insert into imports (shop_id, import_id, agent_id, kind, file_name, file_hash, size, source, encoding, mapping,
        state, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'previewed', $11)`,
      [
        shopId,
        importId,
        agentId,
        kind,
        fileName,
        hash,
        size,
        source,
        table.encoding,
        JSON.stringify(mapping),
        new Date(now()),
      ],
    ),
  );
  return previewOf(commerce, shopId, row, table, source, mapping);
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
    range: (start, end) =>
      hash === null ? refuse({ code: 'unavailable', part: 'files' }) : files.range(shopId, hash, start, end),
  };
  return explained(() => openTable(file, kind));
}

/** What is no table is told so, however far into it that shows. */
async function explained<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
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
  const zone = await commerce.zone(shopId);
  const checked = await explained(() => checkTable(table, { kind, mapping, zone }));
  return { importId, kind, fileName, size, format, encoding, source, columns, mapping, ...checked };
}

async function sweep(commerce: Commerce, shopId: string): Promise<void> {
  const { pool, files, now } = commerce;
  await files.sweep(now() - 3600_000);
  const gone = await inShop(pool, shopId, (tx) =>
    tx.query<{ file_hash: string | null }>(
      `delete from imports where shop_id = $1 and state = 'previewed' and created_at < $2 returning file_hash`,
      [shopId, new Date(now() - unconfirmedForMs)],
    ),
  );
  for (const { file_hash } of gone) await dropFile(commerce, shopId, file_hash);
}

/** Unless another import is still to read it. */
export async function dropFile(
  { pool, files }: Commerce,
  shopId: string,
  hash: string | null,
): Promise<void> {
  if (hash === null) return;
  const needed = await inShop(pool, shopId, (tx) =>
    tx.query('select 1 from imports where shop_id = $1 and file_hash = $2 limit 1', [shopId, hash]),
  );
  if (needed.length === 0) await files.remove(shopId, hash);
}
