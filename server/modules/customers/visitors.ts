/** Which browser may speak for which customer. A token names its shop, so that it opens no other. */
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { addContacts } from './contacts.ts';
import type { Identity } from './identity.ts';

export interface Visitor {
  shopId: string;
  customerId: string;
  /** As whom the browser was let in: its thread stays its own where that customer was merged into another. */
  threadOf: string;
  /** As the desk calls them. */
  customerName: string | null;
  /** As the shop signed for it. */
  signedName: string | null;
  orderState: string | null;
  signedIn: boolean;
}

const lifeMs = 180 * 24 * 3600_000;

/** `shopId` without dashes, a dot, the random part: the shop is read before the wall is entered. */
export function shopOfToken(token: string): string | null {
  const match = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.[\w-]{43}$/.exec(token);
  return match ? match.slice(1).join('-') : null;
}

/** null: unknown or expired. */
export async function findVisitor(
  tx: Tx,
  shopId: string,
  token: string,
  now: number,
): Promise<Visitor | null> {
  const [row] = await tx.query<{
    thread_of: string;
    customer_id: string;
    name: string | null;
    signed_name: string | null;
    external_id: string | null;
    order_state: string | null;
  }>(
    `select v.customer_id as thread_of, coalesce(c.merged_into, c.customer_id) as customer_id, c.name, c.signed_name, c.external_id,
      c.order_state from visitors v
    join customers c on c.shop_id = v.shop_id and c.customer_id = v.customer_id
    where v.shop_id = $1 and v.token_hash = $2 and v.expires_at > $3`,
    [shopId, hash(token), new Date(now).toISOString()],
  );
  if (!row) return null;
  return {
    shopId,
    customerId: row.customer_id,
    threadOf: row.thread_of,
    customerName: row.name,
    signedName: row.signed_name,
    orderState: row.order_state,
    signedIn: row.external_id !== null,
  };
}

/** A browser seen for the first time: a customer without a name. */
export async function admitVisitor(
  tx: Tx,
  shopId: string,
  now: number,
): Promise<{ token: string; visitor: Visitor }> {
  const customerId = uuid();
  tx.send('insert into customers (shop_id, customer_id) values ($1, $2)', [shopId, customerId]);
  const token = admit(tx, shopId, customerId, now);
  return {
    token,
    visitor: {
      shopId,
      customerId,
      threadOf: customerId,
      customerName: null,
      signedName: null,
      orderState: null,
      signedIn: false,
    },
  };
}

/** Somebody the shop has signed for. What the browser said before, unnamed, stays apart: it may be a shared computer. */
export async function admitCustomer(
  tx: Tx,
  vault: Vault,
  shopId: string,
  identity: Identity,
  now: number,
): Promise<{ token: string; visitor: Visitor }> {
  const [row] = await tx.query<{
    customer_id: string;
    merged_into: string | null;
    name: string | null;
    signed_name: string | null;
    order_state: string | null;
  }>(
    `insert into customers (shop_id, customer_id, external_id, name, signed_name, order_state) values ($1, $2, $3, $4, $4, $5)
    on conflict (shop_id, external_id) do update
      set signed_name = coalesce(excluded.signed_name, customers.signed_name),
        name = case when customers.named_by is null and customers.merged_into is null
          then coalesce(excluded.name, customers.name) else customers.name end,
        order_state = coalesce(excluded.order_state, customers.order_state)
    returning customer_id, merged_into, name, signed_name, order_state`,
    [shopId, uuid(), identity.externalId, identity.name, identity.orderState],
  );
  const { customer_id: threadOf, name, signed_name: signedName, order_state: orderState } = row!;
  const customerId = row!.merged_into ?? threadOf;
  if (customerId !== threadOf)
    tx.send(
      'update customers set order_state = coalesce($3, order_state) where shop_id = $1 and customer_id = $2',
      [shopId, customerId, identity.orderState],
    );
  const { phones: phone, addresses: address, orders: order } = identity;
  await addContacts(tx, vault, shopId, customerId, { phone, address, order });
  const token = admit(tx, shopId, threadOf, now);
  return {
    token,
    visitor: { shopId, customerId, threadOf, customerName: name, signedName, orderState, signedIn: true },
  };
}

function admit(tx: Tx, shopId: string, customerId: string, now: number): string {
  const token = `${shopId.replaceAll('-', '')}.${randomBytes(32).toString('base64url')}`;
  tx.send(
    `insert into visitors (shop_id, visitor_id, customer_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [
      shopId,
      uuid(),
      customerId,
      hash(token),
      new Date(now).toISOString(),
      new Date(now + lifeMs).toISOString(),
    ],
  );
  return token;
}

const hash = (token: string) => createHash('sha256').update(token).digest();
