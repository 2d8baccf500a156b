/** What orders that are a customer's own tell of them and of what they bought: for the standard, which judges by it. */
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { readPersonal } from './read-orders.ts';

export interface OwnOrder {
  number: string;
  receiver: string | null;
  phone: string | null;
  address: string | null;
  /** Tracking numbers. */
  parcels: string[];
  /** Ids of products. */
  goods: string[];
}

export async function readOwnOrders(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderIds: readonly string[],
): Promise<OwnOrder[]> {
  if (orderIds.length === 0) return [];
  const rows = await tx.query<{ id: string; parcels: string[]; goods: string[] }>(
    `select o.order_id as id,
      array(select s.tracking_no from shipments s where s.shop_id = o.shop_id and s.order_id = o.order_id) as parcels,
      array(select distinct k.product_id::text from order_lines l
        join skus k on k.shop_id = l.shop_id and k.code = l.sku_code
        where l.shop_id = o.shop_id and l.order_id = o.order_id) as goods
    from orders o where o.shop_id = $1 and o.order_id = any($2::uuid[])`,
    [shopId, orderIds],
  );
  const orders: OwnOrder[] = [];
  for (const { id, parcels, goods } of rows) {
    const personal = await readPersonal(tx, vault, shopId, id);
    if (!personal) continue;
    const { number, receiver, phone, address } = personal;
    orders.push({ number, receiver, phone, address, parcels, goods });
  }
  return orders;
}

/** When their customer agreed to changes that the shop made in them. */
export function agreedChanges(
  tx: Tx,
  shopId: string,
  orderIds: readonly string[],
): Promise<{ agreedAt: number }[]> {
  return tx.query(
    `select agreed_at as "agreedAt" from order_changes
    where shop_id = $1 and order_id = any($2::uuid[]) and agreed_at is not null`,
    [shopId, orderIds],
  );
}
