/** What else of theirs is found by: the accounts that the shop signed for, phones and order numbers; merged, those of all of them. */
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { readContacts } from './contacts.ts';

export interface KnownBy {
  accounts: string[];
  phones: string[];
  numbers: string[];
}

export async function knownBy(tx: Tx, vault: Vault, shopId: string, customerId: string): Promise<KnownBy> {
  const rows = await tx.query<{ account: string }>(
    `select external_id as account from customers
    where shop_id = $1 and (customer_id = $2 or merged_into = $2) and external_id is not null`,
    [shopId, customerId],
  );
  const { phone, order } = await readContacts(tx, vault, shopId, customerId);
  return { accounts: rows.map((row) => row.account), phones: phone, numbers: order };
}
