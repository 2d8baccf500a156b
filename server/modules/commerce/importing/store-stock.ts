/** Stock as counted, by SKU, warehouse and batch. */
import type { Tx } from '../../../platform/database/pool.ts';
import { unknownOf } from './known.ts';
import type { ImportTarget, ReadRow, Stored } from './storing.ts';
import type { Written } from './rows.ts';
import { iso, tally, word } from './rows.ts';

export async function storeStock(
  tx: Tx,
  { shopId, source, now }: ImportTarget,
  rows: ReadRow[],
): Promise<Stored> {
  const skus = await skusOf(tx, shopId, source, rows);
  const faults = unknownOf(rows, 'skuCode', 'unknown-sku', (code) => skus.has(code));
  const counted = new Map<string, object>();
  for (const { values } of rows) {
    const sku_id = skus.get(values['skuCode'] as string);
    if (sku_id === undefined) continue;
    const { warehouse, quantity } = values;
    const batch = word(values['batch']) ?? '';
    counted.set([sku_id, warehouse, batch].join('\n'), {
      sku_id,
      warehouse,
      batch,
      quantity,
      counted_at: iso(values['countedAt']),
    });
  }
  const written = await tx.query<Written>(stockRows, [
    shopId,
    JSON.stringify([...counted.values()]),
    new Date(now()),
  ]);
  return { ...tally(counted.size, written), faults };
}

/** A code of this source before the same code of another. */
async function skusOf(tx: Tx, shopId: string, source: string, rows: ReadRow[]): Promise<Map<string, string>> {
  const found = await tx.query<{ code: string; sku_id: string }>(
    'select code, sku_id from skus where shop_id = $1 and code = any($2::text[]) order by (source = $3), sku_id',
    [shopId, [...new Set(rows.map(({ values }) => values['skuCode']))], source],
  );
  return new Map(found.map((row) => [row.code, row.sku_id]));
}

/** The same count without a time of its own is the count that was known: it does not look fresh again. */
const stockRows = `insert into stock as s (shop_id, sku_id, warehouse, batch, quantity, counted_at)
  select $1, r.sku_id, r.warehouse, r.batch, r.quantity, coalesce(r.counted_at,
    (select k.counted_at from stock k where k.shop_id = $1 and k.sku_id = r.sku_id and k.warehouse = r.warehouse
      and k.batch = r.batch and k.quantity = r.quantity), $3)
  from json_to_recordset($2::json) as r(sku_id uuid, warehouse text, batch text, quantity int, counted_at timestamptz)
  on conflict (shop_id, sku_id, warehouse, batch) do update
    set quantity = excluded.quantity, counted_at = excluded.counted_at
    -- A count that arrives late does not undo a later one.
    where (s.quantity, s.counted_at) is distinct from (excluded.quantity, excluded.counted_at)
      and excluded.counted_at >= s.counted_at
  returning sku_id as key, (xmax = 0) as added`;
