/** What may still be promised of a SKU: what was counted, less what is promised to others. */
import type { Tx } from '../../platform/database/pool.ts';

/** Of a SKU `k`; null: nobody counted it. What was sent since the counting is still in the count. */
export const availableUnits = `select greatest(0, c.counted - (
        select coalesce(sum(r.quantity), 0) from reservations r where r.shop_id = k.shop_id and r.sku_id = k.sku_id
          and (r.state = 'held' or r.state = 'sent' and r.at >= c.counted_at)))::int as units, c.counted_at
    from (select sum(t.quantity) as counted, min(t.counted_at) as counted_at
      from stock t where t.shop_id = k.shop_id and t.sku_id = k.sku_id having count(*) > 0) c`;

export interface Available {
  skuId: string;
  /** Never below zero, though a new counting may find less than was promised. */
  units: number | null;
}

/** By code; of several sources' SKUs of one code the order's own. Codes that nobody has are not in it. */
export async function availableOf(
  tx: Tx,
  shopId: string,
  source: string,
  codes: readonly string[],
  lock: 'locked' | 'unlocked' = 'unlocked',
): Promise<Map<string, Available>> {
  if (codes.length === 0) return new Map();
  const skus = await tx.query<{ code: string; sku_id: string }>(
    `select distinct on (code) code, sku_id from skus where shop_id = $1 and code = any($2::text[])
    order by code, (source = $3) desc, sku_id`,
    [shopId, [...new Set(codes)], source],
  );
  const ids = skus.map((one) => one.sku_id);
  // In one order, so that two who want the same two do not wait for each other crosswise.
  if (lock === 'locked')
    await tx.query(
      'select from skus where shop_id = $1 and sku_id = any($2::uuid[]) order by sku_id for no key update',
      [shopId, ids],
    );
  const rows = await tx.query<{ sku_id: string; units: number | null }>(
    `select k.sku_id, a.units from skus k left join lateral (${availableUnits}) a on true
    where k.shop_id = $1 and k.sku_id = any($2::uuid[])`,
    [shopId, ids],
  );
  const units = new Map(rows.map((row) => [row.sku_id, row.units]));
  return new Map(skus.map(({ code, sku_id: skuId }) => [code, { skuId, units: units.get(skuId) ?? null }]));
}
