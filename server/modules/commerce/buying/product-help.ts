/** Of one product: which size, and what is bought with it. */
import type { Companions, SizeAnswer } from '../../../../core/commerce/buying-api.ts';
import type { ProductView } from '../../../../core/commerce/order-api.ts';
import type { Body } from '../../../../core/commerce/size/advise-size.ts';
import { adviseSize } from '../../../../core/commerce/size/advise-size.ts';
import { readSizeTable } from '../../../../core/commerce/size/read-size-table.ts';
import { goesWith } from '../../../../core/commerce/together/goes-with.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { readProducts } from '../read-products.ts';

export async function sizeHelp(tx: Tx, shopId: string, productId: string, body: Body): Promise<SizeAnswer> {
  const product = await readProduct(tx, shopId, productId);
  const { sizeTable } = product.facts;
  const table = sizeTable === undefined ? null : readSizeTable(sizeTable);
  const stock: Record<string, number | null> = {};
  for (const sku of product.skus) {
    if (sku.size === null) continue;
    const before = stock[sku.size] ?? null;
    stock[sku.size] = sku.stock === null ? before : (before ?? 0) + sku.stock;
  }
  const isAsked = Object.keys(body).length > 0;
  return { name: product.name, table, advice: table && isAsked ? adviseSize(table, body) : null, stock };
}

const days = 180;
/** Of the product's newest orders. */
const mostOrders = 2000;

/** Counted in the orders of the last half year; only what is in stock. */
export async function companionsOf(
  tx: Tx,
  shopId: string,
  productId: string,
  now: number,
): Promise<Companions> {
  const { name } = await readProduct(tx, shopId, productId);
  const since = new Date(now - days * 86_400_000);
  const [[sums], counted] = await Promise.all([
    tx.query<{ of: number; all: number }>(sumsOf, [shopId, productId, since]),
    tx.query<{ productId: string; name: string; together: number; orders: number }>(countedOf, [
      shopId,
      productId,
      since,
    ]),
  ]);
  const { of, all } = sums!;
  const names = new Map(counted.map((one) => [one.productId, one.name]));
  const companions = goesWith(counted, of, all).map((one) => ({ ...one, name: names.get(one.productId)! }));
  return { name, of, days, companions };
}

export async function readProduct(tx: Tx, shopId: string, productId: string): Promise<ProductView> {
  const [product] = await readProducts(tx, shopId, [productId]);
  return product ?? refuse({ code: 'not-found', what: 'product' });
}

const theirOrders = `select distinct l.order_id from (
    select l.order_id, l.placed_at from skus k join order_lines l on l.shop_id = k.shop_id and l.sku_code = k.code
    where k.shop_id = $1 and k.product_id = $2 and l.placed_at >= $3 order by l.placed_at desc limit ${mostOrders}
  ) l`;

const sumsOf = `select (select count(*)::int from (${theirOrders}) o) as of,
  (select count(*)::int from orders where shop_id = $1 and placed_at >= $3) as "all"`;

/** The others in these orders, then in how many orders each of them is at all. */
const countedOf = `with theirs as materialized (${theirOrders}),
  beside as (
    select k.product_id, count(distinct l.order_id)::int as together from theirs t
    join order_lines l on l.shop_id = $1 and l.order_id = t.order_id
    join skus k on k.shop_id = $1 and k.code = l.sku_code
    where k.product_id <> $2 group by k.product_id order by together desc limit 20
  )
  select b.product_id as "productId", p.name, b.together,
    (select count(distinct l.order_id)::int from skus k join order_lines l on l.shop_id = k.shop_id and l.sku_code = k.code
      where k.shop_id = $1 and k.product_id = b.product_id and l.placed_at >= $3) as orders
  from beside b join products p on p.shop_id = $1 and p.product_id = b.product_id
  where exists (select from skus k join stock s on s.shop_id = k.shop_id and s.sku_id = k.sku_id
    where k.shop_id = $1 and k.product_id = b.product_id and s.quantity > 0)`;
