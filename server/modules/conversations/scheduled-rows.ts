/** Replies that wait for their time, as they are stored. */
import type { ReturnedReply } from '../../../core/api.ts';
import type { Scheduled } from '../../../core/conversations/thread.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Tx } from '../../platform/database/pool.ts';

export interface ScheduledRow {
  scheduledId: string;
  conversationId: string;
  agentId: string;
  clientId: string;
  messageClientId: string;
  text: string;
  sendAt: number;
  evenIfWritten: boolean;
  afterSeq: number;
}

const columns = `scheduled_id as "scheduledId", conversation_id as "conversationId", agent_id as "agentId", client_id as "clientId",
  message_client_id as "messageClientId", text, send_at as "sendAt", even_if_written as "evenIfWritten", after_seq as "afterSeq"`;

export function readScheduled(tx: Tx, shopId: string, conversationId: string): Promise<Scheduled[]> {
  return tx.query(
    `select scheduled_id as "scheduledId", agent_id as "agentId", text, send_at as "sendAt", even_if_written as "evenIfWritten",
      created_at as at, after_seq as "afterSeq"
    from scheduled_replies where shop_id = $1 and conversation_id = $2 and outcome is null order by send_at`,
    [shopId, conversationId],
  );
}

/** Those whose time has come. */
export function readDue(tx: Tx, shopId: string, now: number): Promise<ScheduledRow[]> {
  return tx.query(
    `select ${columns} from scheduled_replies
    where shop_id = $1 and outcome is null and send_at <= $2 order by send_at limit 100`,
    [shopId, new Date(now).toISOString()],
  );
}

/** Refuses where it no longer waits. */
export async function requireScheduled(
  tx: Tx,
  shopId: string,
  conversationId: string,
  scheduledId: string,
): Promise<ScheduledRow> {
  const [row] = await tx.query<ScheduledRow & { outcome: string | null }>(
    `select ${columns}, outcome from scheduled_replies
    where shop_id = $1 and conversation_id = $2 and scheduled_id = $3`,
    [shopId, conversationId, scheduledId],
  );
  if (!row) refuse({ code: 'not-found', what: 'scheduled' });
  if (row.outcome !== null) refuse({ code: 'conflict', reason: 'not-scheduled' });
  return row;
}

export async function findScheduled(
  tx: Tx,
  shopId: string,
  conversationId: string,
  clientId: string,
): Promise<{ scheduledId: string; agentId: string; text: string | null; sendAt: number } | undefined> {
  const [row] = await tx.query<{ scheduledId: string; agentId: string; text: string | null; sendAt: number }>(
    `select scheduled_id as "scheduledId", agent_id as "agentId", text, send_at as "sendAt" from scheduled_replies
    where shop_id = $1 and conversation_id = $2 and client_id = $3`,
    [shopId, conversationId, clientId],
  );
  return row;
}

/** Mine that came back, until I have seen it. */
export function readReturned(tx: Tx, shopId: string, agentId: string): Promise<ReturnedReply[]> {
  return tx.query(
    `select s.scheduled_id as "scheduledId", s.conversation_id as "conversationId", cu.name as "customerName", s.cause,
      s.settled_at as at
    from scheduled_replies s
    join conversations c on c.shop_id = s.shop_id and c.conversation_id = s.conversation_id
    join customers cu on cu.shop_id = c.shop_id and cu.customer_id = c.customer_id
    where s.shop_id = $1 and s.agent_id = $2 and s.outcome = 'returned' and s.noticed_at is null
    order by s.settled_at desc limit 50`,
    [shopId, agentId],
  );
}
