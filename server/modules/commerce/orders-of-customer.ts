/** Whose orders they are: by the accounts that the shop signed for, by phone, and by the numbers that are known or were written. */
import type { CustomerOrders } from '../../../core/commerce/order-api.ts';
import { readPhone } from '../../../core/commerce/reading/cell.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { accountIndex, numberIndex, phoneIndex } from './blind.ts';
import { readOrders } from './read-orders.ts';
import { readProducts } from './read-products.ts';

export interface KnownOf {
  accounts: readonly string[];
  phones: readonly string[];
  numbers: readonly string[];
}

const most = 20;

export async function ordersOfCustomer(
  tx: Tx,
  vault: Vault,
  shopId: string,
  known: KnownOf,
): Promise<CustomerOrders> {
  const rows = await tx.query<{ id: string; by: 'account' | 'phone' | 'number' }>(ofCustomer, [
    shopId,
    ...indexesOf(vault, shopId, known),
  ]);
  const by = new Map(rows.map((row) => [row.id, row.by]));
  const orders = await readOrders(tx, vault, shopId, [...by.keys()]);
  const goods = orders.flatMap((order) => order.lines.flatMap((line) => line.productId ?? []));
  return {
    orders: orders.map((order) => ({ ...order, by: by.get(order.orderId)! })),
    products: await readProducts(tx, shopId, goods),
  };
}

export const indexesOf = (
  vault: Vault,
  shopId: string,
  { accounts, phones, numbers }: KnownOf,
): Buffer[][] => [
  accounts.map((account) => accountIndex(vault, shopId, account)),
  phones.flatMap((phone) => readPhone(phone) ?? []).map((phone) => phoneIndex(vault, shopId, phone)),
  numbers.map((number) => numberIndex(vault, shopId, number)),
];

/** The orders of these that bear one of the numbers. */
export async function bearing(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderIds: readonly string[],
  numbers: readonly string[],
): Promise<string[]> {
  if (orderIds.length === 0 || numbers.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    'select order_id as id from orders where shop_id = $1 and order_id = any($2::uuid[]) and number_index = any($3::bytea[])',
    [shopId, orderIds, numbers.map((number) => numberIndex(vault, shopId, number))],
  );
  return rows.map(({ id }) => id);
}

/** Each way by its own index, then together: one condition with "or" would read them all. */
const ofCustomer = `select id, min(by) as by from (
    (select order_id as id, placed_at, 'account' as by from orders where shop_id = $1 and account_index = any($2::bytea[])
      order by placed_at desc nulls last limit ${most})
    union all
    (select order_id, placed_at, 'phone' from orders where shop_id = $1 and phone_index = any($3::bytea[])
      order by placed_at desc nulls last limit ${most})
    union all
    (select order_id, placed_at, 'number' from orders where shop_id = $1 and number_index = any($4::bytea[])
      limit ${most})
  ) found group by id order by max(placed_at) desc nulls last limit ${most}`;
