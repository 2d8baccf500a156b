/** An agent's reply: judged by the standard with what only the server knows, then committed or refused. */
import { v7 as uuid } from 'uuid';
import type { SentAnswer } from '../../../core/api.ts';
import { saidIn } from '../../../core/attachments.ts';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import { agentWrites } from '../../../core/conversations/transitions.ts';
import type { Opening } from '../../../core/refusal.ts';
import { Refused, refuse } from '../../../core/refusal.ts';
import { check } from '../../../core/standard/check.ts';
import type { Grounds } from '../../../core/standard/facts.ts';
import type { Finding } from '../../../core/standard/finding.ts';
import { suggest } from '../../../core/standard/suggest.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Carried, Named, Sender } from './attachments.ts';
import { readCarried, takeAttachment } from './attachments.ts';
import { aboutOf } from './beside.ts';
import type { Conversations } from './context.ts';
import { groundsOf, keepGrounds } from './grounds.ts';
import type { Alive } from './live-facts.ts';
import { othersSince } from './overtaking.ts';
import { ownReasonAfterSeconds } from './opening.ts';
import { aliveWithinReach } from './within-reach.ts';

export interface Reply extends Named {
  clientId: string;
  text: string;
  /** The last message that its author had seen; absent: it leaves whatever came since. */
  seen?: number;
}

export async function sendReply(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  reply: Reply,
): Promise<SentAnswer> {
  try {
    const alive = await aliveWithinReach(conversations, person, conversationId, 'assignee');
    const carried = await readCarried(conversations.pool, senderOf(person, conversationId), reply);
    const text = saidIn(reply.text, carried.attachment?.name);
    await requirePassing(conversations, person, alive, { clientId: reply.clientId, text });
    return await postUnlessOvertaken(conversations, person, conversationId, { ...reply, ...carried });
  } catch (error) {
    // A repeated send of what was stored before is told so, whatever has changed since.
    const stored = error instanceof Refused && (await findOwn(conversations, person, conversationId, reply));
    if (stored) return stored;
    throw error;
  }
}

/**
 * What somebody else wrote since the author last looked holds it back; their own lines, sent quickly one after the other,
 * do not. Only where the conversation has moved on at all is asked who moved it.
 */
async function postUnlessOvertaken(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  reply: Reply & Carried,
): Promise<SentAnswer> {
  let { seen } = reply;
  for (let attempt = 1; ; attempt++) {
    try {
      return await post(conversations, person, conversationId, { ...reply, seen });
    } catch (error) {
      const moved = error instanceof Refused && error.refusal.code === 'overtaken';
      if (!moved || seen === undefined || attempt === mostLooks) throw error;
      const { upTo, messages } = await inShop(conversations.pool, person.shopId, (tx) =>
        othersSince(tx, person, conversationId, seen!),
      );
      if (messages.length > 0) refuse({ code: 'overtaken', upTo, messages: messages.slice(-mostShown) });
      seen = upTo;
    }
  }
}

/** A customer who writes faster than this is looked at by the author instead. */
const mostLooks = 5;
/** As many as are told with the refusal; the thread has them all. */
const mostShown = 3;

/** Puts the words on the road as they are: for a reply that was judged, or released by the decision that goes with it. */
export async function post(
  { road }: Pick<Conversations, 'road'>,
  person: Person,
  conversationId: string,
  { seen, ...message }: Reply & Carried,
  decision?: (conversation: Conversation, tx: Tx) => Promise<Draft[]>,
): Promise<SentAnswer> {
  const messageId = uuid();
  const { attachmentId } = message;
  const { events, repeated } = await road.take({
    shopId: person.shopId,
    conversationId,
    message,
    ...((decision || attachmentId) && { readsRows: true }),
    decide(conversation, tx) {
      if (seen !== undefined && conversation.seq > seen)
        refuse({ code: 'overtaken', upTo: conversation.seq, messages: [] });
      const posted = agentWrites(conversation, { messageId, ...message }, person);
      return decision || attachmentId ? withRows(conversation, tx, posted) : posted;
    },
  });
  if (repeated) return repeated;
  const posted = events.find((event) => event.type === 'message.posted')!;
  return { messageId, seq: posted.seq, at: posted.at };

  async function withRows(conversation: Conversation, tx: Tx, posted: Draft[]): Promise<Draft[]> {
    if (attachmentId) await takeAttachment(tx, senderOf(person, conversationId), attachmentId);
    return decision ? [...(await decision(conversation, tx)), ...posted] : posted;
  }
}

export const senderOf = ({ shopId, agentId }: Person, conversationId: string): Sender => ({
  shopId,
  conversationId,
  kind: 'agent',
  id: agentId,
});

/** What the standard says to these words now. */
export async function judgeDraft(
  conversations: Conversations,
  person: Person,
  alive: Alive,
  text: string,
): Promise<{ findings: Finding[]; grounds: Grounds | null; suggestions(): string[] }> {
  const facts = await conversations.liveFacts.factsOf(person.shopId, alive);
  const about = aboutOf(alive);
  const beside = await conversations.beside.of(person.shopId, about);
  const own = { ...facts, ...beside, agent: { name: person.name, workNumber: person.workNumber } };
  const grounds = groundsOf(text, own, await conversations.beside.others(person, about, own, text));
  const { conversationId } = alive.conversation;
  const now = conversations.now();
  const standard = await conversations.standards.current(person.shopId);
  const rules = standard.rules[facts.channel];
  const findings = check({ text, at: now, ...(grounds && { grounds }) }, own, now, {
    rules,
    onFailure: ({ rule, error }) =>
      conversations.onRuleFailure({ shopId: person.shopId, conversationId, rule, error }),
  });
  return { findings, grounds, suggestions: () => suggest({ text }, findings, own, now, { rules }) };
}

export const blocks = (finding: Finding) => finding.weight === 'block' && !finding.hint;

export function openingOf(findings: Finding[]): Opening {
  return {
    bySupervisor: true,
    byOwnReasonAfterSeconds: ownReasonAfterSeconds(findings.filter(blocks).map((one) => one.rule)),
  };
}

type JudgedWords = Pick<Reply, 'clientId' | 'text'>;

export async function requirePassing(
  conversations: Conversations,
  person: Person,
  alive: Alive,
  { clientId, text }: JudgedWords,
): Promise<void> {
  const { findings, grounds, suggestions } = await judgeDraft(conversations, person, alive, text);
  const { conversationId } = alive.conversation;
  const words = { shopId: person.shopId, conversationId, clientId, text };
  // Blocked too: it may leave by somebody's decision.
  if (grounds) await keepGrounds(conversations, words, grounds);
  if (!findings.some(blocks)) return conversations.judged.keep(words, findings);
  refuse({ code: 'blocked', findings, suggestions: suggestions(), opening: openingOf(findings) });
}

async function findOwn(
  { pool }: Conversations,
  person: Person,
  conversationId: string,
  { clientId, text, attachmentId }: Reply,
): Promise<SentAnswer | null> {
  const [row] = await inShop(pool, person.shopId, (tx) =>
    tx.query<{ message_id: string; seq: number; created_at: number }>(
      `select message_id, seq, created_at from messages
      where shop_id = $1 and conversation_id = $2 and client_id = $3 and author_id = $4 and text = $5
        and attachment_id is not distinct from $6::uuid`,
      [person.shopId, conversationId, clientId, person.agentId, text, attachmentId ?? null],
    ),
  );
  return row ? { messageId: row.message_id, seq: row.seq, at: row.created_at } : null;
}
