/** Other customers with the same phone, as candidates: nothing is merged by itself. */
import type { CustomerDouble } from '../../../core/api.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { mask, readContacts } from './contacts.ts';

export async function findDoubles(
  tx: Tx,
  vault: Vault,
  shopId: string,
  customerId: string,
): Promise<CustomerDouble[]> {
  const rows = await tx.query<{ customer_id: string }>(
    `select distinct other.customer_id from customer_contacts own
    join customer_contacts other on other.shop_id = own.shop_id and other.kind = own.kind
      and other.blind_index = own.blind_index and other.customer_id <> own.customer_id
    join customers c on c.shop_id = other.shop_id and c.customer_id = other.customer_id
      and c.merged_into is null and c.erased_at is null
    where own.shop_id = $1 and own.customer_id = $2 and own.kind = 'phone' and own.blind_index is not null
    limit 20`,
    [shopId, customerId],
  );
  const doubles = [];
  for (const row of rows) doubles.push(await describeCustomer(tx, vault, shopId, row.customer_id));
  return doubles.toSorted((a, b) => a.since - b.since);
}

export async function describeCustomer(
  tx: Tx,
  vault: Vault,
  shopId: string,
  customerId: string,
): Promise<CustomerDouble> {
  const [row] = await tx.query<Omit<CustomerDouble, 'phones'>>(
    `select c.customer_id as "customerId", c.name, c.external_id is not null as "signedIn", c.created_at as since,
      (select count(*)::int from conversations v where v.shop_id = $1 and v.customer_id = $2) as conversations,
      (select conversation_id from conversations v where v.shop_id = $1 and v.customer_id = $2
        order by activity_at desc limit 1) as "conversationId"
    from customers c where c.shop_id = $1 and c.customer_id = $2`,
    [shopId, customerId],
  );
  const { phone } = await readContacts(tx, vault, shopId, customerId);
  return { ...row!, phones: phone.map((one) => mask('phone', one)) };
}
