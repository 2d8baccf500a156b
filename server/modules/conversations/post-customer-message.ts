/** A customer writes. Nothing of the standard holds it up: it is judged when it is stored. */
import { v7 as uuid } from 'uuid';
import type { SentAnswer } from '../../../core/api.ts';
import { placeOf } from '../../../core/conversations/merge.ts';
import { customerWrites } from '../../../core/conversations/transitions.ts';
import { Refused, refuse } from '../../../core/refusal.ts';
import type { Turn } from '../../../core/standard/facts.ts';
import { wantsAnswer } from '../../../core/standard/waiting.ts';
import type { OrderState, Topic } from '../../../core/team/routing.ts';
import { groupFor } from '../../../core/team/routing.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Visitor } from '../customers/index.ts';
import { readCustomer } from '../customers/index.ts';
import type { Named, Sender } from './attachments.ts';
import { readCarried, takeAttachment } from './attachments.ts';
import type { Conversations } from './context.ts';
import type { Alive, LiveFacts } from './live-facts.ts';
import { strandsOf } from './strands.ts';

export interface CustomerMessage extends Named {
  clientId: string;
  text: string;
  /** What the customer chose before writing. */
  topic: Topic | null;
}

/** Answers with where it arrived, and its number there. */
export async function postCustomerMessage(
  { pool, road, liveFacts }: Pick<Conversations, 'pool' | 'road' | 'liveFacts'>,
  visitor: Visitor,
  conversationId: string,
  { clientId, text, topic, attachmentId, quotes }: CustomerMessage,
): Promise<SentAnswer & { conversationId: string }> {
  const { shopId, threadOf } = visitor;
  const messageId = uuid();
  const episodeId = uuid();
  const group = groupFor(topic, visitor.orderState as OrderState | null);
  // Merged ones lead on: asked of each in turn behind its lock, since a message that is repeated may lie in any of them.
  const { customerId, customerName } = await whoWrites({ pool, liveFacts }, visitor, conversationId);
  for (let arrivesIn = conversationId; ;) {
    const sender = { shopId, conversationId, arrivesIn, kind: 'customer', id: threadOf } as const;
    const named = { attachmentId, quotes: await quotedThere(pool, sender, quotes) };
    const carried = await readCarried(pool, sender, named).catch(orStored);
    const before = await turnsBefore(liveFacts, shopId, arrivesIn);
    // Who shows something wants to hear about it.
    const asks = attachmentId !== undefined || wantsAnswer({ from: 'customer', text }, before);
    const arrival = { customerId, customerName, channel: 'widget', group, episodeId, wantsAnswer: asks };
    const { conversation, events, repeated } = await road.take({
      shopId,
      conversationId: arrivesIn,
      mayOpen: true,
      message: { clientId, text, attachmentId },
      ...(attachmentId && { readsRows: true }),
      decide(one, tx) {
        if (one.mergedInto !== null) return [];
        if ('refused' in carried) throw carried.refused;
        const drafts = customerWrites(one, { messageId, clientId, text, ...carried }, arrival);
        return attachmentId ? takeAttachment(tx, sender, attachmentId).then(() => drafts) : drafts;
      },
    });
    if (repeated) return { ...repeated, conversationId: arrivesIn };
    const posted = events.find((event) => event.type === 'message.posted');
    if (posted) return { messageId, seq: posted.seq, at: posted.at, conversationId: arrivesIn };
    arrivesIn = conversation.mergedInto!;
  }
}

/** Who they are by now: a socket may be older than a merge, or than an erasure. */
async function whoWrites(
  { pool, liveFacts }: Pick<Conversations, 'pool' | 'liveFacts'>,
  { shopId, threadOf }: Visitor,
  conversationId: string,
): Promise<{ customerId: string; customerName: string | null }> {
  const known = await aliveOf(liveFacts, shopId, conversationId);
  if (known) return known.erased ? refuse({ code: 'unauthenticated' }) : known.conversation;
  return inShop(pool, shopId, async (tx) => {
    const one = await readCustomer(tx, shopId, threadOf);
    if (one.erased_at !== null) refuse({ code: 'unauthenticated' });
    return { customerId: one.merged_into ?? threadOf, customerName: one.name };
  });
}

/** The customer quotes by their own number. What stands in a thread before the one it arrives in, it goes without. */
async function quotedThere(
  pool: Pool,
  { shopId, conversationId, arrivesIn }: Required<Sender>,
  quotes: number | undefined,
): Promise<number | undefined> {
  if (quotes === undefined || arrivesIn === conversationId) return quotes;
  const strands = await inShop(pool, shopId, (tx) => strandsOf(tx, shopId, conversationId));
  const place = placeOf(strands, quotes);
  return place.conversationId === arrivesIn ? place.seq : undefined;
}

/** A repeated message is told that it is stored; its attachment was taken by it then. */
function orStored(error: unknown): { refused: Refused } {
  if (error instanceof Refused) return { refused: error };
  throw error;
}

async function turnsBefore(
  liveFacts: LiveFacts,
  shopId: string,
  conversationId: string,
): Promise<readonly Turn[]> {
  return (await aliveOf(liveFacts, shopId, conversationId))?.turns ?? [];
}

/** null: the first message of all is on its way. */
async function aliveOf(liveFacts: LiveFacts, shopId: string, conversationId: string): Promise<Alive | null> {
  try {
    return await liveFacts.get(shopId, conversationId);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
