/** Erasing a customer: nothing tells any more who bought, whom it went to, or what they wrote; the orders stay as the shop's accounts. */
import { v7 as uuid } from 'uuid';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import type { KnownOf } from './orders-of-customer.ts';
import { indexesOf } from './orders-of-customer.ts';
import { oneWriter } from './importing/storing.ts';

/**
 * The buyer behind their orders loses the key, so that what is sealed stays closed in every copy, and their file brings
 * nothing back. Where a buyer also sends to another phone, the parcel to this one may be a gift: then only what names
 * the erased one goes.
 */
export async function forgetBuyers(tx: Tx, vault: Vault, shopId: string, known: KnownOf): Promise<void> {
  await oneWriter(tx, shopId);
  const found = await tx.query<{ order_id: string; buyer_id: string; shared: boolean }>(theirOrders, [
    shopId,
    ...indexesOf(vault, shopId, known),
  ]);
  if (found.length === 0) return;
  const buyers = new Set(found.flatMap((one) => (one.shared ? [] : one.buyer_id)));
  const gifts = found.flatMap((one) => (one.shared ? one.order_id : []));
  if (gifts.length > 0) {
    const nobody = uuid();
    buyers.add(nobody);
    tx.send('insert into buyers (shop_id, buyer_id, identity_index) values ($1, $2, $3)', [
      shopId,
      nobody,
      vault.blindIndex(shopId, 'buyer', `nobody ${nobody}`),
    ]);
    tx.send('update orders set buyer_id = $3 where shop_id = $1 and order_id = any($2::uuid[])', [
      shopId,
      gifts,
      nobody,
    ]);
  }
  const of = [shopId, [...buyers]];
  tx.send('update buyers set key_sealed = null where shop_id = $1 and buyer_id = any($2::uuid[])', of);
  tx.send(
    `update orders set sealed = null, account_index = null, name_index = null, phone_index = null, phone_tail_index = null,
      address_index = ''
    where shop_id = $1 and buyer_id = any($2::uuid[])`,
    of,
  );
  // Why something was done to an order may name the one who asked for it.
  tx.send(
    `update operations p set words = null, undone_words = null from orders o
    where p.shop_id = $1 and o.shop_id = $1 and o.order_id = p.order_id and o.buyer_id = any($2::uuid[])`,
    of,
  );
  tx.send(
    `update operation_signatures s set words = null from operations p join orders o using (shop_id, order_id)
    where s.shop_id = $1 and p.shop_id = $1 and p.operation_id = s.operation_id and o.buyer_id = any($2::uuid[])`,
    of,
  );
  // A courier writes who took it in.
  tx.send(
    `update tracking_events e set said = null from shipments s join orders o using (shop_id, order_id)
    where e.shop_id = $1 and s.shop_id = $1 and e.shipment_id = s.shipment_id and o.buyer_id = any($2::uuid[])`,
    of,
  );
}

/** `shared`: the same buyer has orders that name another phone. */
const theirOrders = `with theirs as materialized (
    select order_id, buyer_id from orders where shop_id = $1 and account_index = any($2::bytea[])
    union select order_id, buyer_id from orders where shop_id = $1 and phone_index = any($3::bytea[])
    union select order_id, buyer_id from orders where shop_id = $1 and number_index = any($4::bytea[])
  )
  select order_id, buyer_id, exists (
    select from orders o where o.shop_id = $1 and o.buyer_id = theirs.buyer_id and o.phone_index <> all($3::bytea[])
      and o.order_id not in (select order_id from theirs)
  ) as shared
  from theirs`;
