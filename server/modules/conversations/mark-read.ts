/** How far a side has read. Marks only move forward; only the agent who serves moves the shop's. */
import type { DoneAnswer } from '../../../core/api.ts';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import * as transitions from '../../../core/conversations/transitions.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Visitor } from '../customers/index.ts';
import type { Conversations } from './context.ts';
import { changeOnRows } from './ownership.ts';

export async function markReadByAgent(
  conversations: Pick<Conversations, 'road'>,
  person: Person,
  conversationId: string,
  upTo: number,
): Promise<DoneAnswer> {
  return changeOnRows(conversations, person, conversationId, async (one, tx) => {
    if (one.assigneeId !== person.agentId || upTo <= one.readByAgent) return [];
    const read = await customerMessages(tx, person.shopId, one, upTo);
    return transitions.read(one, 'agent', upTo, one.unread - read);
  });
}

export async function markReadByCustomer(
  { road }: Pick<Conversations, 'road'>,
  visitor: Visitor,
  conversationId: string,
  upTo: number,
): Promise<void> {
  await road.take({
    shopId: visitor.shopId,
    conversationId,
    decide: (one) => transitions.read(one, 'customer', upTo, one.unread),
  });
}

/** How many of the customer's stand between the agent's mark and a message. */
async function customerMessages(tx: Tx, shopId: string, one: Conversation, upTo: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from messages
    where shop_id = $1 and conversation_id = $2 and seq > $3 and seq <= $4 and author = 'customer'`,
    [shopId, one.conversationId, one.readByAgent, Math.min(upTo, one.seq)],
  );
  return row!.count;
}
