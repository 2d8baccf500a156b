/** Whether a customer may be written to for marketing: every yes and no is kept, the last one of a channel counts. */
import { v7 as uuid } from 'uuid';
import type { Consent } from '../../../core/api.ts';
import type { ConsentChannel, ConsentState, ConsentWay } from '../../../core/customers/customer.ts';
import type { Tx } from '../../platform/database/pool.ts';

/** The newest first; what those said who were merged into the customer is theirs too. */
export function readConsents(tx: Tx, shopId: string, customerId: string): Promise<Consent[]> {
  return tx.query(
    `select c.consent_id as "consentId", c.channel, c.state, c.how, c.at, a.name as "byName"
    from consents c join agents a on a.shop_id = c.shop_id and a.agent_id = c.by_id
    where c.shop_id = $1 and c.customer_id in
      (select customer_id from customers where shop_id = $1 and (customer_id = $2 or merged_into = $2))
    order by c.at desc, c.consent_id desc limit 100`,
    [shopId, customerId],
  );
}

export const lastOf = (consents: readonly Consent[], channel: ConsentChannel): ConsentState | null =>
  consents.find((one) => one.channel === channel)?.state ?? null;

export function recordConsent(
  tx: Tx,
  { shopId, agentId }: { shopId: string; agentId: string },
  customerId: string,
  { channel, state, how }: { channel: ConsentChannel; state: ConsentState; how: ConsentWay },
  now: number,
): void {
  tx.send(
    `insert into consents (shop_id, consent_id, customer_id, channel, state, how, by_id, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [shopId, uuid(), customerId, channel, state, how, agentId, new Date(now)],
  );
}
