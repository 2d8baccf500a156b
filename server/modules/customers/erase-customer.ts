/** Erasing a customer: all that is known of them beside what was said. What was said goes with their conversations. */
import { consentChannels } from '../../../core/customers/customer.ts';
import type { ErasureReason } from '../../../core/customers/customer.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { lastOf, readConsents, recordConsent } from './consents.ts';
import { familyOf, lockCustomer } from './standing.ts';

interface Asked {
  shopId: string;
  agentId: string;
}

/**
 * From here on nobody speaks for them: their browsers are strangers again, their account opens a new customer. Without
 * their key what is sealed stays closed, in every copy of the database as well.
 */
export async function forgetCustomer(
  tx: Tx,
  by: Asked,
  customerId: string,
  reason: ErasureReason,
  now: number,
): Promise<void> {
  const { shopId, agentId } = by;
  await lockCustomer(tx, shopId, customerId);
  const open = await tx.query(
    `select 1 from conversations where shop_id = $1 and customer_id = $2 and state in ('waiting', 'assigned') limit 1`,
    [shopId, customerId],
  );
  if (open.length > 0) refuse({ code: 'conflict', reason: 'customer-served' });
  const consents = await readConsents(tx, shopId, customerId);
  for (const channel of consentChannels)
    if (lastOf(consents, channel) === 'given')
      recordConsent(tx, by, customerId, { channel, state: 'withdrawn', how: 'erasure' }, now);
  const family = await familyOf(tx, shopId, customerId);
  for (const table of [
    'visitors',
    'customer_tags',
    'customer_field_values',
    'customer_notes',
    'customer_contacts',
    'customer_keys',
  ])
    tx.send(`delete from ${table} where shop_id = $1 and customer_id = any($2::uuid[])`, [shopId, family]);
  tx.send(
    `update customers set name = null, signed_name = null, external_id = null, order_state = null, named_by = null, erased_at = $3
    where shop_id = $1 and customer_id = any($2::uuid[])`,
    [shopId, family, new Date(now)],
  );
  tx.send('update customer_merges set reason = null where shop_id = $1 and into_id = any($2::uuid[])', [
    shopId,
    family,
  ]);
  tx.send(
    'insert into erasures (shop_id, customer_id, by_id, reason, begun_at) values ($1, $2, $3, $4, $5)',
    [shopId, customerId, agentId, reason, new Date(now)],
  );
}

export interface Unfinished {
  customerId: string;
  byId: string;
}

export function unfinishedErasures(tx: Tx, shopId: string): Promise<Unfinished[]> {
  return tx.query(
    'select customer_id as "customerId", by_id as "byId" from erasures where shop_id = $1 and finished_at is null',
    [shopId],
  );
}

export function finishErasure(tx: Tx, shopId: string, customerId: string, now: number): void {
  tx.send('update erasures set finished_at = $3 where shop_id = $1 and customer_id = $2', [
    shopId,
    customerId,
    new Date(now),
  ]);
}
