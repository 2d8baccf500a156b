/** A reply that is to leave later: written down, changed, taken back. It is judged now, and again when it leaves. */
import { v4 as uuid } from 'uuid';
import type { ReturnedReply, ScheduledAnswer } from '../../../core/api.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import * as transitions from '../../../core/conversations/transitions.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from './context.ts';
import { putIntoDraft } from './drafts.ts';
import { changeOnRows } from './ownership.ts';
import { findScheduled, readReturned, requireScheduled } from './scheduled-rows.ts';
import { requirePassing } from './send-reply.ts';
import { aliveWithinReach } from './within-reach.ts';

export interface Later {
  text: string;
  sendAt: number;
  evenIfWritten: boolean;
}

const furthestMs = 60 * 24 * 60 * 60_000;

export async function scheduleReply(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  { clientId, text, sendAt, evenIfWritten }: Later & { clientId: string },
): Promise<ScheduledAnswer> {
  const { shopId } = person;
  const find = () =>
    inShop(conversations.pool, shopId, (tx) => findScheduled(tx, shopId, conversationId, clientId));
  const alive = await aliveWithinReach(conversations, person, conversationId, 'assignee');
  if (!(await find())) {
    requireTime(conversations, sendAt);
    await requirePassing(conversations, person, alive, { clientId, text });
    const scheduledId = uuid();
    await changeOnRows(conversations, person, conversationId, async (one, tx) => {
      if (await findScheduled(tx, shopId, conversationId, clientId)) return [];
      const row = { message_client_id: uuid() };
      return worded(transitions.scheduleReply(one, { scheduledId, sendAt, evenIfWritten }, person), {
        clientId,
        text,
        row,
      });
    });
  }
  const stored = (await find())!;
  const same = stored.agentId === person.agentId && (stored.text === null || stored.text === text);
  if (!same) refuse({ code: 'conflict', reason: 'client-id-reused' });
  return { scheduledId: stored.scheduledId, sendAt: stored.sendAt };
}

/** By its author alone: the words are theirs. */
export async function changeScheduled(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  scheduledId: string,
  { text, sendAt, evenIfWritten }: Later,
): Promise<ScheduledAnswer> {
  const alive = await aliveWithinReach(conversations, person, conversationId, 'assignee');
  requireTime(conversations, sendAt);
  await requirePassing(conversations, person, alive, { clientId: scheduledId, text });
  await changeOnRows(conversations, person, conversationId, async (one, tx) => {
    const before = await requireScheduled(tx, person.shopId, conversationId, scheduledId);
    if (before.agentId !== person.agentId) refuse({ code: 'forbidden', permission: 'conversations.reply' });
    const { clientId, messageClientId } = before;
    const row = { message_client_id: messageClientId };
    return worded(transitions.scheduleReply(one, { scheduledId, sendAt, evenIfWritten }, person), {
      clientId,
      text,
      row,
    });
  });
  return { scheduledId, sendAt };
}

/** By its author, or by whoever leads: then the author is told. Either way the words are the author's draft again. */
export async function cancelScheduled(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  scheduledId: string,
): Promise<{ text: string }> {
  const { shopId, agentId: byId } = person;
  await aliveWithinReach(conversations, person, conversationId);
  let text = '';
  let authorId = byId;
  await changeOnRows(conversations, person, conversationId, async (_, tx) => {
    const before = await requireScheduled(tx, shopId, conversationId, scheduledId);
    const { agentId } = before;
    const own = agentId === byId;
    if (!own && !may(person, 'conversations.assign'))
      refuse({ code: 'forbidden', permission: 'conversations.assign' });
    text = before.text;
    authorId = agentId;
    putIntoDraft(tx, { shopId, conversationId, agentId }, before.text, conversations.now());
    const settled = own
      ? ({ outcome: 'cancelled', cause: null } as const)
      : ({ outcome: 'returned', cause: 'taken-back' } as const);
    return [{ type: 'reply.unscheduled', scheduledId, agentId, byId, ...settled }];
  });
  conversations.onlookers.tell({ shopId, agentId: authorId }, conversationId, {
    type: 'draft-saved',
    conversationId,
  });
  return { text };
}

export function listReturned({ pool }: Conversations, { shopId, agentId }: Person): Promise<ReturnedReply[]> {
  return inShop(pool, shopId, (tx) => readReturned(tx, shopId, agentId));
}

export async function noticeReturned(
  { pool, now }: Conversations,
  { shopId, agentId }: Person,
  scheduledId: string,
): Promise<void> {
  const [noticed] = await inShop(pool, shopId, (tx) =>
    tx.query(
      `update scheduled_replies set noticed_at = coalesce(noticed_at, $4)
      where shop_id = $1 and scheduled_id = $2 and agent_id = $3 and outcome = 'returned' returning 1`,
      [shopId, scheduledId, agentId, new Date(now()).toISOString()],
    ),
  );
  if (!noticed) refuse({ code: 'not-found', what: 'scheduled' });
}

function requireTime({ now }: Conversations, sendAt: number): void {
  const from = now();
  if (sendAt <= from || sendAt > from + furthestMs)
    refuse({ code: 'invalid', problems: [{ field: 'sendAt', problem: 'not-allowed' }] });
}

const worded = (drafts: Draft[], words: Pick<Draft, 'clientId' | 'text' | 'row'>): Draft[] =>
  drafts.map((draft) => ({ ...draft, ...words }));
