/** Whether a customer is still somebody: not erased, not another one by now. */
import { refuse } from '../../../core/refusal.ts';
import type { Tx } from '../../platform/database/pool.ts';

export interface StoredCustomer {
  customer_id: string;
  name: string | null;
  signed_name: string | null;
  external_id: string | null;
  merged_into: string | null;
  erased_at: number | null;
  created_at: number;
}

const columns = 'customer_id, name, signed_name, external_id, merged_into, erased_at, created_at';

export async function readCustomer(tx: Tx, shopId: string, customerId: string): Promise<StoredCustomer> {
  const [row] = await tx.query<StoredCustomer>(
    `select ${columns} from customers where shop_id = $1 and customer_id = $2`,
    [shopId, customerId],
  );
  return row ?? refuse({ code: 'not-found', what: 'customer' });
}

/** Until the transaction ends nobody merges or erases them. */
export async function lockCustomer(tx: Tx, shopId: string, customerId: string): Promise<StoredCustomer> {
  const [row] = await tx.query<StoredCustomer>(
    `select ${columns} from customers where shop_id = $1 and customer_id = $2 for update`,
    [shopId, customerId],
  );
  if (!row) refuse({ code: 'not-found', what: 'customer' });
  if (row.erased_at !== null) refuse({ code: 'conflict', reason: 'customer-erased' });
  if (row.merged_into !== null) refuse({ code: 'conflict', reason: 'customer-merged' });
  return row;
}

/** null: the name that the shop signed for, if it did. */
export function nameCustomer(
  tx: Tx,
  { shopId, agentId }: { shopId: string; agentId: string },
  customerId: string,
  name: string | null,
): void {
  // Aliases are shown as the author of what they wrote.
  tx.send(
    `update customers c set name = coalesce($3, k.signed_name), named_by = case when $3::text is null then null else $4::uuid end
    from customers k where k.shop_id = $1 and k.customer_id = $2
      and c.shop_id = $1 and (c.customer_id = $2 or c.merged_into = $2)`,
    [shopId, customerId, name, agentId],
  );
}

/** The customer and those who were merged into them. */
export async function familyOf(tx: Tx, shopId: string, customerId: string): Promise<string[]> {
  const rows = await tx.query<{ customer_id: string }>(
    'select customer_id from customers where shop_id = $1 and (customer_id = $2 or merged_into = $2)',
    [shopId, customerId],
  );
  return rows.map((row) => row.customer_id);
}
