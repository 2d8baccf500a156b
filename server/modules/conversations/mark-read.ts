/** How far a side has read. Marks only move forward; only the agent who serves moves the shop's. */
import type { DoneAnswer } from '../../../core/api.ts';
import * as transitions from '../../../core/conversations/transitions.ts';
import type { Person } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Visitor } from '../customers/index.ts';
import type { Conversations } from './context.ts';
import { change } from './ownership.ts';

export async function markReadByAgent(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  upTo: number,
): Promise<DoneAnswer> {
  const unread = await customerMessagesAbove(conversations, person.shopId, conversationId, upTo);
  return change(conversations, person, conversationId, (one) => {
    if (one.assigneeId !== person.agentId) return [];
    // What came between counting and marking is unread as well.
    const since = Math.max(0, one.seq - unread.seq);
    return transitions.read(one, 'agent', upTo, unread.count + since);
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

async function customerMessagesAbove(
  { pool }: Conversations,
  shopId: string,
  conversationId: string,
  seq: number,
) {
  const [row] = await inShop(pool, shopId, (tx) =>
    tx.query<{ count: number; seq: number }>(
      `select count(*) filter (where author = 'customer' and seq > $3)::int as count, coalesce(max(seq), 0) as seq
      from messages where shop_id = $1 and conversation_id = $2 and seq >= $3`,
      [shopId, conversationId, seq],
    ),
  );
  return row!;
}
