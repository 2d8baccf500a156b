/** Where an order goes and to whom: changed before it leaves, and put back. */
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { addressIndex, nameIndex, phoneIndex, tailIndex } from './blind.ts';
import type { Personal } from './importing/gather-orders.ts';

export type Receiver = Pick<Personal, 'receiver' | 'phone' | 'address'>;

/** What it said before; null: the buyer was erased, and nothing is kept of them again. The order's row is locked. */
export async function changeReceiver(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderId: string,
  wanted: { [Part in keyof Receiver]: string | null },
): Promise<Receiver | null> {
  const opened = await open(tx, vault, shopId, orderId);
  if (!opened) return null;
  const { personal, key } = opened;
  const { receiver, phone, address } = personal;
  const said = Object.entries(wanted).filter(([, value]) => value !== null);
  store(tx, vault, shopId, orderId, { ...personal, ...Object.fromEntries(said) }, key);
  return { receiver, phone, address };
}

export async function restoreReceiver(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderId: string,
  former: Receiver,
): Promise<void> {
  const opened = await open(tx, vault, shopId, orderId);
  if (!opened) return;
  const { personal, key } = opened;
  // What it did not say before it does not say again.
  const kept = { ...personal, receiver: undefined, phone: undefined, address: undefined };
  store(tx, vault, shopId, orderId, { ...kept, ...former }, key);
}

async function open(tx: Tx, vault: Vault, shopId: string, orderId: string) {
  const [row] = await tx.query<{ sealed: Buffer | null; key_sealed: Buffer | null }>(
    `select o.sealed, b.key_sealed from orders o join buyers b on b.shop_id = o.shop_id and b.buyer_id = o.buyer_id
    where o.shop_id = $1 and o.order_id = $2`,
    [shopId, orderId],
  );
  if (!row?.sealed || !row.key_sealed) return null;
  const key = vault.open(row.key_sealed);
  return { key, personal: JSON.parse(vault.open(row.sealed, key).toString('utf8')) as Personal };
}

function store(tx: Tx, vault: Vault, shopId: string, orderId: string, personal: Personal, key: Buffer): void {
  const { receiver, phone, address } = personal;
  tx.send(
    `update orders set sealed = $3, name_index = $4, phone_index = $5, phone_tail_index = $6,
      address_index = $7, updated_at = now()
    where shop_id = $1 and order_id = $2`,
    [
      shopId,
      orderId,
      vault.seal(Buffer.from(JSON.stringify(personal)), key),
      receiver ? nameIndex(vault, shopId, receiver) : null,
      phone ? phoneIndex(vault, shopId, phone) : null,
      phone ? tailIndex(vault, shopId, phone.slice(-4)) : null,
      addressIndex(vault, shopId, address),
    ],
  );
}
