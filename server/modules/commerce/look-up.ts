/** One box: an order number, a tracking number, a phone or its last four digits, a receiver, an account, or a SKU. Each is read off an index of its own. */
import type { LookedUpBy, Lookup } from '../../../core/commerce/order-api.ts';
import { readPhone } from '../../../core/commerce/reading/cell.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import { accountIndex, nameIndex, numberIndex, phoneIndex, tailIndex } from './blind.ts';
import type { Commerce } from './context.ts';
import { readOrders } from './read-orders.ts';
import { readProducts } from './read-products.ts';

const most = 20;

export async function lookUp(
  { pool, vault }: Pick<Commerce, 'pool' | 'vault'>,
  shopId: string,
  written: string,
): Promise<Lookup> {
  const words = written.normalize('NFKC').trim();
  const joined = words.replaceAll(/[\s-]/g, '');
  const phone = readPhone(words);
  const ways: [LookedUpBy, string, unknown][] = [
    ['number', statements.number, [words, joined].map((number) => numberIndex(vault, shopId, number))],
    ['tracking', statements.tracking, [words, joined.toUpperCase()]],
    ...(phone && phone.length >= 7
      ? [['phone', statements.phone, phoneIndex(vault, shopId, phone)] as [LookedUpBy, string, unknown]]
      : []),
    ...(/^\d{4}$/.test(joined)
      ? [['tail', statements.tail, tailIndex(vault, shopId, joined)] as [LookedUpBy, string, unknown]]
      : []),
    ['name', statements.name, nameIndex(vault, shopId, words)],
    ['account', statements.account, accountIndex(vault, shopId, words)],
    ['sku', statements.sku, words],
  ];
  return inShop(pool, shopId, async (tx) => {
    const found = await Promise.all(ways.map(([by, sql, value]) => ordersBy(tx, shopId, by, sql, value)));
    const by = new Map<string, LookedUpBy>();
    for (const { id, by: how } of found.flat()) if (!by.has(id) && by.size < most) by.set(id, how);
    const orders = await readOrders(tx, vault, shopId, [...by.keys()]);
    const goods = await tx.query<{ id: string }>(statements.products, [shopId, words]);
    return {
      orders: orders.map((order) => ({ ...order, by: by.get(order.orderId)! })),
      products: await readProducts(
        tx,
        shopId,
        goods.map((row) => row.id),
      ),
    };
  });
}

async function ordersBy(tx: Tx, shopId: string, by: LookedUpBy, sql: string, value: unknown) {
  const rows = await tx.query<{ id: string }>(sql, [shopId, value]);
  return rows.map(({ id }) => ({ id, by }));
}

const newest = (condition: string) =>
  `select order_id as id from orders where shop_id = $1 and ${condition} order by placed_at desc nulls last limit ${most}`;

export const statements = {
  number: newest('number_index = any($2::bytea[])'),
  tracking: `select order_id as id from shipments where shop_id = $1 and tracking_no = any($2::text[]) limit ${most}`,
  phone: newest('phone_index = $2'),
  tail: newest('phone_tail_index = $2'),
  name: newest('name_index = $2'),
  account: newest('account_index = $2'),
  sku: `select order_id as id from order_lines where shop_id = $1 and sku_code = $2
    order by placed_at desc nulls last limit ${most}`,
  products: 'select product_id as id from skus where shop_id = $1 and code = $2 limit 5',
};
