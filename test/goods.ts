/** Goods and orders for tests, brought in from a table as a shop would. */
import { Readable } from 'node:stream';
import type { ImportKind } from '../core/commerce/reading/fields.ts';
import type { App } from '../server/app.ts';
import { importTable, mappingFor, openTable } from '../server/modules/commerce/index.ts';
import { inShop } from '../server/platform/database/pool.ts';

/** @param lines those of a CSV, the first with the names of its columns */
export async function bring(
  { pool, vault }: Pick<App, 'pool' | 'vault'>,
  shopId: string,
  kind: ImportKind,
  lines: readonly string[],
): Promise<void> {
  const bytes = Buffer.from(lines.join('\n'));
  const table = await openTable({ size: bytes.length, open: async () => Readable.from([bytes]) }, kind);
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
