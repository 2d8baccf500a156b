/** Products with their facts, and what may be promised of each SKU over all warehouses and batches. */
import type { ProductView } from '../../../core/commerce/order-api.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { availableUnits } from './available.ts';

/** In the order of the ids. */
export async function readProducts(tx: Tx, shopId: string, productIds: string[]): Promise<ProductView[]> {
  const wanted = [...new Set(productIds)];
  if (wanted.length === 0) return [];
  const rows = await tx.query<ProductView>(
    `select p.product_id as "productId", p.name, p.facts,
      coalesce((select json_agg(json_build_object('code', k.code, 'spec', k.spec, 'size', k.size,
          'priceFen', k.price_fen, 'currency', k.currency, 'stock', a.units,
          'countedAt', (extract(epoch from a.counted_at) * 1000)::bigint)
          order by k.size nulls last, k.spec, k.code)
        from skus k left join lateral (${availableUnits}) a on true
        where k.shop_id = p.shop_id and k.product_id = p.product_id), '[]') as skus
    from products p where p.shop_id = $1 and p.product_id = any($2::uuid[])`,
    [shopId, wanted],
  );
  const found = new Map(rows.map((row) => [row.productId, row]));
  return wanted.flatMap((id) => found.get(id) ?? []);
}
