/** A customer writes. Nothing of the standard holds it up: it is judged when it is stored. */
import { v7 as uuid } from 'uuid';
import type { SentAnswer } from '../../../core/api.ts';
import { placeOf } from '../../../core/conversations/merge.ts';
import { customerWrites } from '../../../core/conversations/transitions.ts';
import { Refused } from '../../../core/refusal.ts';
import type { Turn } from '../../../core/standard/facts.ts';
import { wantsAnswer } from '../../../core/standard/waiting.ts';
import type { OrderState, Topic } from '../../../core/team/routing.ts';
import { groupFor } from '../../../core/team/routing.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Visitor } from '../customers/index.ts';
import type { Named, Sender } from './attachments.ts';
import { readCarried, takeAttachment } from './attachments.ts';
import type { Conversations } from './context.ts';
import type { LiveFacts } from './live-facts.ts';
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
  const { shopId, customerId, customerName } = visitor;
  const messageId = uuid();
  const episodeId = uuid();
  const group = groupFor(topic, visitor.orderState as OrderState | null);
  // Merged ones lead on: asked of each in turn behind its lock, since a message that is repeated may lie in any of them.
  for (let arrivesIn = conversationId; ;) {
    const sender = { shopId, conversationId, arrivesIn, kind: 'customer', id: customerId } as const;
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
  try {
    return (await liveFacts.get(shopId, conversationId)).turns;
  } catch (error) {
    if (error instanceof Refused) return []; // the first message of all
    throw error;
  }
}
