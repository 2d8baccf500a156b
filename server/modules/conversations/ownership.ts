/** Whose conversation it is: claim, assign, transfer, take over, resolve. */
import { v7 as uuid } from 'uuid';
import type { DoneAnswer } from '../../../core/api.ts';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import * as transitions from '../../../core/conversations/transitions.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Group, Person } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from './context.ts';
import { requireReach } from './within-reach.ts';

type Road = Pick<Conversations, 'road'>;

export function claim(conversations: Road, person: Person, conversationId: string): Promise<DoneAnswer> {
  return change(conversations, person, conversationId, (one) => transitions.claim(one, person));
}

export function takeOver(conversations: Road, person: Person, conversationId: string): Promise<DoneAnswer> {
  return change(conversations, person, conversationId, (one) => transitions.takeOver(one, person));
}

export function resolve(conversations: Road, person: Person, conversationId: string): Promise<DoneAnswer> {
  return change(conversations, person, conversationId, (one) => transitions.resolve(one, person));
}

export async function assign(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  agentId: string,
): Promise<DoneAnswer> {
  await requireAgent(conversations, person.shopId, agentId);
  return change(conversations, person, conversationId, (one) => transitions.assign(one, agentId, person));
}

export async function transfer(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  to: { agentId: string } | { group: Group },
  note: string,
): Promise<DoneAnswer> {
  if ('agentId' in to) await requireAgent(conversations, person.shopId, to.agentId);
  const noteId = uuid();
  return change(conversations, person, conversationId, (one) =>
    transitions.transfer(one, to, person, { noteId, text: note }),
  );
}

/** A change by somebody at the desk: within their reach, as the state is at the moment of the change. */
export async function change(
  { road }: Road,
  person: Person,
  conversationId: string,
  decide: (conversation: Conversation) => Draft[],
): Promise<DoneAnswer> {
  const { conversation } = await road.take({
    shopId: person.shopId,
    conversationId,
    decide: (state) => {
      requireReach(person, state);
      return decide(state);
    },
  });
  return { seq: conversation.seq, staffSeq: conversation.staffSeq };
}

/** The same, where the conversation's state alone can't decide. */
export async function changeOnRows(
  { road }: Road,
  person: Person,
  conversationId: string,
  decide: (conversation: Conversation, tx: Tx) => Promise<Draft[]>,
): Promise<DoneAnswer> {
  const { conversation } = await road.take({
    shopId: person.shopId,
    conversationId,
    readsRows: true,
    decide: (state, tx) => {
      requireReach(person, state);
      return decide(state, tx);
    },
  });
  return { seq: conversation.seq, staffSeq: conversation.staffSeq };
}

/** Another shop's agent is nobody here, and whoever may not answer can't be given customers. */
async function requireAgent({ pool }: Conversations, shopId: string, agentId: string): Promise<void> {
  const [row] = await inShop(pool, shopId, (tx) =>
    tx.query<{ role: Person['role'] }>(
      'select role from agents where shop_id = $1 and agent_id = $2 and left_at is null',
      [shopId, agentId],
    ),
  );
  if (!row) refuse({ code: 'not-found', what: 'agent' });
  if (!may(row, 'conversations.reply')) refuse({ code: 'conflict', reason: 'agent-unavailable' });
}
