/**
 * Scheduled replies whose time has come. Each is judged afresh; what would be blocked, or was overtaken by the customer, goes
 * back to its author as a draft, and they are told. Run again after a crash it sends nothing twice: the message and the end of
 * its waiting are one transaction.
 */
import type { Draft } from '../../../core/conversations/transitions.ts';
import type { ReturnCause } from '../../../core/events.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { Refused, refuse } from '../../../core/refusal.ts';
import { may } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from './context.ts';
import { putIntoDraft } from './drafts.ts';
import { authorOf } from './holds.ts';
import { othersSince } from './overtaking.ts';
import type { ScheduledRow } from './scheduled-rows.ts';
import { readDue, requireScheduled } from './scheduled-rows.ts';
import { post, requirePassing } from './send-reply.ts';
import { aliveWithinReach } from './within-reach.ts';

export async function sendDue(conversations: Conversations, shopId: string): Promise<void> {
  const due = await inShop(conversations.pool, shopId, (tx) => readDue(tx, shopId, conversations.now()));
  for (const one of due) {
    try {
      await leave(conversations, shopId, one);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const cause = causeOf(error.refusal);
      if (cause) await giveBack(conversations, shopId, one, cause);
    }
  }
}

async function leave(conversations: Conversations, shopId: string, one: ScheduledRow): Promise<void> {
  const { conversationId, messageClientId: clientId, text } = one;
  const author = await authorOf(conversations, shopId, one.agentId);
  if (!may(author, 'conversations.reply')) refuse({ code: 'forbidden', permission: 'conversations.reply' });
  const alive = await aliveWithinReach(conversations, author, conversationId, 'assignee');
  await requirePassing(conversations, author, alive, { clientId, text });
  await post(conversations, author, conversationId, { clientId, text }, async (_, tx) => {
    const { agentId, scheduledId } = await stillDue(tx, shopId, one, conversations.now());
    return [{ type: 'reply.unscheduled', scheduledId, agentId, outcome: 'sent', cause: null, byId: null }];
  });
}

/** Behind the conversation's lock: it may have been changed or taken back, or the customer may have just written. */
async function stillDue(tx: Tx, shopId: string, one: ScheduledRow, now: number): Promise<ScheduledRow> {
  const { agentId, conversationId, scheduledId } = one;
  const row = await requireScheduled(tx, shopId, conversationId, scheduledId);
  if (row.sendAt > now || row.text !== one.text) refuse({ code: 'conflict', reason: 'not-scheduled' });
  if (row.evenIfWritten) return row;
  const { upTo, messages } = await othersSince(tx, { shopId, agentId }, conversationId, row.afterSeq);
  const written = messages.filter(({ author }) => author === 'customer');
  if (written.length > 0) refuse({ code: 'overtaken', upTo, messages: written });
  return row;
}

async function giveBack(
  { road, onlookers, now }: Conversations,
  shopId: string,
  { conversationId, scheduledId, agentId }: ScheduledRow,
  cause: ReturnCause,
): Promise<void> {
  await road.take({
    shopId,
    conversationId,
    readsRows: true,
    async decide(_, tx): Promise<Draft[]> {
      const { text } = await requireScheduled(tx, shopId, conversationId, scheduledId);
      putIntoDraft(tx, { shopId, conversationId, agentId }, text, now());
      return [{ type: 'reply.unscheduled', scheduledId, agentId, outcome: 'returned', cause, byId: null }];
    },
  });
  onlookers.tell({ shopId, agentId }, conversationId, { type: 'draft-saved', conversationId });
}

/** null: it does not wait any more. */
function causeOf(refusal: Refusal): ReturnCause | null {
  if (refusal.code === 'blocked') return 'blocked';
  if (refusal.code === 'overtaken') return 'customer-wrote';
  if (refusal.code === 'not-found') return 'not-the-assignee';
  if (refusal.code !== 'conflict') return 'not-possible';
  if (refusal.reason === 'not-scheduled') return null;
  const { reason } = refusal;
  return reason === 'not-the-assignee' || reason === 'already-closed' ? reason : 'not-possible';
}
