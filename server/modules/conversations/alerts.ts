/** Alerts that wait for somebody, and taking notice of them. */
import type { DoneAnswer, OpenAlert } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from './context.ts';
import { changeOnRows } from './ownership.ts';

export async function acknowledgeAlert(
  conversations: Conversations,
  person: Person,
  alertId: string,
): Promise<DoneAnswer> {
  const [alert] = await inShop(conversations.pool, person.shopId, (tx) =>
    tx.query<{ conversation_id: string }>(
      'select conversation_id from alerts where shop_id = $1 and alert_id = $2',
      [person.shopId, alertId],
    ),
  );
  if (!alert) refuse({ code: 'not-found', what: 'alert' });
  return changeOnRows(conversations, person, alert.conversation_id, async (_, tx) => {
    // Two supervisors may press at once: the second finds it done.
    const [open] = await tx.query(
      'select 1 from alerts where shop_id = $1 and alert_id = $2 and acknowledged_at is null',
      [person.shopId, alertId],
    );
    return open ? [{ type: 'alert.acknowledged', alertId, byId: person.agentId }] : [];
  });
}

export function listOpenAlerts(tx: Tx, shopId: string): Promise<OpenAlert[]> {
  return tx.query(
    `select a.alert_id as "alertId", a.conversation_id as "conversationId", cu.name as "customerName", a.cause,
      a.message_seq as "messageSeq", left(m.text, 200) as excerpt, a.created_at as at
    from alerts a
    join conversations c on c.shop_id = a.shop_id and c.conversation_id = a.conversation_id
    join customers cu on cu.shop_id = c.shop_id and cu.customer_id = c.customer_id
    left join messages m on m.shop_id = a.shop_id and m.conversation_id = a.conversation_id and m.seq = a.message_seq
    where a.shop_id = $1 and a.acknowledged_at is null order by a.created_at desc limit 100`,
    [shopId],
  );
}
