/** The shop's goods by a part of their name, or by a SKU. A shop has few enough of them to look through. */
import type { ProductView } from '../../../core/commerce/order-api.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { readProducts } from './read-products.ts';

const most = 20;

/** Without words the newest. */
export async function findProducts(tx: Tx, shopId: string, written: string): Promise<ProductView[]> {
  const rows = await tx.query<{ id: string }>(
    `select product_id as id from products p where shop_id = $1 and (position(lower($2) in lower(normalize(name, nfkc))) > 0 or exists (
      select 1 from skus k where k.shop_id = p.shop_id and k.product_id = p.product_id and k.code = $2))
    order by updated_at desc, product_id limit ${most}`,
    [shopId, written.normalize('NFKC').trim()],
  );
  return readProducts(
    tx,
    shopId,
    rows.map((row) => row.id),
  );
}
