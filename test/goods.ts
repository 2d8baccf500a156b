/** Goods and orders for tests, brought in from a table as a shop would. */
import { Readable } from 'node:stream';
import type { ImportKind } from '../core/commerce/reading/fields.ts';
import type { App } from '../server/app.ts';
import type { SourceFile } from '../server/modules/commerce/index.ts';
import { importTable, mappingFor, openTable } from '../server/modules/commerce/index.ts';
import { inShop } from '../server/platform/database/pool.ts';

/** A file that lies nowhere. */
export const fileOf = (bytes: Buffer): SourceFile => ({
  size: bytes.length,
  open: async () => Readable.from([bytes]),
  range: (start, end) => Readable.from([bytes.subarray(start, end + 1)]),
});

/** @param lines those of a CSV, the first with the names of its columns */
export async function bring(
  { pool, vault }: Pick<App, 'pool' | 'vault'>,
  shopId: string,
  kind: ImportKind,
  lines: readonly string[],
): Promise<void> {
  const bytes = Buffer.from(lines.join('\n'));
  const table = await openTable(fileOf(bytes), kind);
  const { source, mapping } = await inShop(pool, shopId, (tx) => mappingFor(tx, shopId, kind, table, null));
  await importTable(
    { pool, vault, shopId, source, now: Date.now },
    table,
    { kind, mapping, zone: '+08:00' },
    {
      stopped: () => false,
      onProgress() {},
      onFault(fault) {
        throw new Error(`${kind}: ${JSON.stringify(fault)}`);
      },
    },
  );
}
