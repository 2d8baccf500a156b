/** What people do about a shortage: mark a line, record the customer's choice, withdraw it. The order itself stays as it is. */
import type { Choice, Shortage, ShortageStep } from '../../../../core/commerce/shortage/shortage.ts';
import { answer, withdraw } from '../../../../core/commerce/shortage/shortage.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { mark, oneAtATime } from './find.ts';
import { tell } from './order-events.ts';

/** @param line by its place in the order as it is shown */
export async function markShort(
  tx: Tx,
  { shopId, agentId }: Person,
  orderId: string,
  { line, units }: { line: number; units: number },
  now: number,
): Promise<{ shortageId: string }> {
  await oneAtATime(tx, shopId);
  const [order] = await tx.query<{ waits: boolean }>(
    `select o.dispatched_at is null and o.received_at is null and o.closed_at is null
      and (o.state = 'paid' or o.state is null and o.paid_at is not null)
      and not exists (select from shipments s where s.shop_id = $1 and s.order_id = o.order_id) as waits
    from orders o where o.shop_id = $1 and o.order_id = $2`,
    [shopId, orderId],
  );
  if (!order) refuse({ code: 'not-found', what: 'order' });
  if (!order.waits) refuse({ code: 'conflict', reason: 'not-waiting-to-leave' });
  const [found] = await tx.query<{ lineKey: string; quantity: number; isMarked: boolean }>(
    `select l.line_key as "lineKey", l.quantity, exists (select from shortages s where s.shop_id = $1
      and s.order_id = $2 and s.line_key = l.line_key and s.state in ('open', 'answered')) as "isMarked"
    from order_lines l where l.shop_id = $1 and l.order_id = $2 order by l.line_key offset $3 limit 1`,
    [shopId, orderId, line],
  );
  if (!found) refuse({ code: 'invalid', problems: [{ field: 'line', problem: 'not-allowed' }] });
  if (found.isMarked) refuse({ code: 'conflict', reason: 'already-short' });
  if (units > found.quantity)
    refuse({
      code: 'invalid',
      problems: [{ field: 'units', problem: 'not-allowed', limit: found.quantity }],
    });
  const { lineKey } = found;
  return { shortageId: mark(tx, shopId, { orderId, lineKey, units, by: 'hand', byId: agentId }, now) };
}

export async function withdrawShortage(
  tx: Tx,
  { shopId, agentId }: Person,
  shortageId: string,
  now: number,
): Promise<void> {
  const shortage = await locked(tx, shopId, shortageId);
  const step = withdraw(shortage, agentId);
  tx.send(`update shortages set state = 'withdrawn', ended_at = $3 where shop_id = $1 and shortage_id = $2`, [
    shopId,
    shortageId,
    new Date(now),
  ]);
  tell(tx, shopId, shortage.orderId, { ...step, shortageId }, now);
}

/** The message was looked at before: it is this customer's, and the order is theirs. */
export async function answerShortage(
  tx: Tx,
  { shopId, agentId }: Person,
  shortageId: string,
  { choice, conversationId, messageSeq }: { choice: Choice; conversationId: string; messageSeq: number },
  now: number,
): Promise<void> {
  const shortage = await locked(tx, shopId, shortageId);
  const step: ShortageStep = answer(shortage, { choice, conversationId, messageSeq, byId: agentId });
  tx.send(
    `update shortages set state = 'answered', choice = $3, conversation_id = $4, message_seq = $5, answered_at = $6,
      answered_by = $7 where shop_id = $1 and shortage_id = $2`,
    [shopId, shortageId, choice, conversationId, messageSeq, new Date(now), agentId],
  );
  tell(tx, shopId, shortage.orderId, { ...step, shortageId }, now);
}

async function locked(tx: Tx, shopId: string, shortageId: string): Promise<Shortage & { orderId: string }> {
  const [row] = await tx.query<Shortage & { orderId: string }>(
    `select state, found_by as by, choice, order_id as "orderId" from shortages
    where shop_id = $1 and shortage_id = $2 for update`,
    [shopId, shortageId],
  );
  return row ?? refuse({ code: 'not-found', what: 'shortage' });
}
