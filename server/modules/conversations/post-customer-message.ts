/** A customer writes. Nothing of the standard holds it up: it is judged when it is stored. */
import { v7 as uuid } from 'uuid';
import type { SentAnswer } from '../../../core/api.ts';
import { customerWrites } from '../../../core/conversations/transitions.ts';
import { Refused } from '../../../core/refusal.ts';
import type { Turn } from '../../../core/standard/facts.ts';
import { wantsAnswer } from '../../../core/standard/waiting.ts';
import type { OrderState, Topic } from '../../../core/team/routing.ts';
import { groupFor } from '../../../core/team/routing.ts';
import type { Visitor } from '../customers/index.ts';
import type { Named } from './attachments.ts';
import { readCarried, takeAttachment } from './attachments.ts';
import type { Conversations } from './context.ts';
import type { LiveFacts } from './live-facts.ts';

export interface CustomerMessage extends Named {
  clientId: string;
  text: string;
  /** What the customer chose before writing. */
  topic: Topic | null;
}

export async function postCustomerMessage(
  { pool, road, liveFacts }: Pick<Conversations, 'pool' | 'road' | 'liveFacts'>,
  visitor: Visitor,
  conversationId: string,
  { clientId, text, topic, attachmentId, quotes }: CustomerMessage,
): Promise<SentAnswer> {
  const { shopId, customerId } = visitor;
  const sender = { shopId, conversationId, kind: 'customer', id: customerId } as const;
  const before = await turnsBefore(liveFacts, visitor.shopId, conversationId);
  const messageId = uuid();
  const carried = await readCarried(pool, sender, { attachmentId, quotes }).catch(orStored);
  const arrival = {
    customerId: visitor.customerId,
    customerName: visitor.customerName,
    channel: 'widget',
    group: groupFor(topic, visitor.orderState as OrderState | null),
    episodeId: uuid(),
    // Who shows something wants to hear about it.
    wantsAnswer: attachmentId !== undefined || wantsAnswer({ from: 'customer', text }, before),
  };
  const { events, repeated } = await road.take({
    shopId: visitor.shopId,
    conversationId,
    mayOpen: true,
    message: { clientId, text, attachmentId },
    ...(attachmentId && { readsRows: true }),
    decide(conversation, tx) {
      if ('refused' in carried) throw carried.refused;
      const drafts = customerWrites(conversation, { messageId, clientId, text, ...carried }, arrival);
      return attachmentId ? takeAttachment(tx, sender, attachmentId).then(() => drafts) : drafts;
    },
  });
  if (repeated) return repeated;
  const posted = events.find((event) => event.type === 'message.posted')!;
  return { messageId, seq: posted.seq, at: posted.at };
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
