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
import type { Conversations } from './context.ts';
import type { LiveFacts } from './live-facts.ts';

export interface CustomerMessage {
  clientId: string;
  text: string;
  /** What the customer chose before writing. */
  topic: Topic | null;
}

/** Answers with where it arrived, and its number there. */
export async function postCustomerMessage(
  { road, liveFacts }: Pick<Conversations, 'road' | 'liveFacts'>,
  visitor: Visitor,
  conversationId: string,
  { clientId, text, topic }: CustomerMessage,
): Promise<SentAnswer & { conversationId: string }> {
  const messageId = uuid();
  const episodeId = uuid();
  const { customerId, customerName } = visitor;
  const group = groupFor(topic, visitor.orderState as OrderState | null);
  // Merged ones lead on: asked of each in turn behind its lock, since a message that is repeated may lie in any of them.
  for (let arrivesIn = conversationId; ;) {
    const before = await turnsBefore(liveFacts, visitor.shopId, arrivesIn);
    const asks = wantsAnswer({ from: 'customer', text }, before);
    const arrival = { customerId, customerName, channel: 'widget', group, episodeId, wantsAnswer: asks };
    const { conversation, events, repeated } = await road.take({
      shopId: visitor.shopId,
      conversationId: arrivesIn,
      mayOpen: true,
      message: { clientId, text },
      decide: (one) =>
        one.mergedInto === null ? customerWrites(one, { messageId, clientId, text }, arrival) : [],
    });
    if (repeated) return { ...repeated, conversationId: arrivesIn };
    const posted = events.find((event) => event.type === 'message.posted');
    if (posted) return { messageId, seq: posted.seq, at: posted.at, conversationId: arrivesIn };
    arrivesIn = conversation.mergedInto!;
  }
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
