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

/**
 * Only what the shop itself signed for this one customer: what is shown to them must not hang on a number that anybody
 * may write, nor on a merge by hand, after which phones and numbers of two people stand together.
 */
export async function signedFor(tx: Tx, vault: Vault, shopId: string, customerId: string): Promise<KnownBy> {
  const [row] = await tx.query<{ account: string | null; merged: boolean }>(
    `select c.external_id as account, c.merged_into is not null or exists (
      select 1 from customers m where m.shop_id = c.shop_id and m.merged_into = c.customer_id) as merged
    from customers c where c.shop_id = $1 and c.customer_id = $2`,
    [shopId, customerId],
  );
  if (!row || row.account === null) return { accounts: [], phones: [], numbers: [] };
  const accounts = [row.account];
  if (row.merged) return { accounts, phones: [], numbers: [] };
  const { phone, order } = await readContacts(tx, vault, shopId, customerId);
  return { accounts, phones: phone, numbers: order };
}
