/** Whom an imported conversation was with. Nothing says that two of them are one person, so each stands alone. */
import type { CustomerFacts } from '../../../core/standard/facts.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { addContacts } from './contacts.ts';

export async function admitPastCustomer(
  tx: Tx,
  vault: Vault,
  shopId: string,
  customerId: string,
  { name, phones: phone = [], addresses: address = [], orders: order = [] }: CustomerFacts,
): Promise<void> {
  tx.send('insert into customers (shop_id, customer_id, name) values ($1, $2, $3)', [
    shopId,
    customerId,
    name ?? null,
  ]);
  if (phone.length + address.length + order.length === 0) return;
  await addContacts(tx, vault, shopId, customerId, { phone, address, order });
}
