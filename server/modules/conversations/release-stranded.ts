/** Gives back what belongs to people who have left, or whose role answers no customers any more. */
import { release } from '../../../core/conversations/transitions.ts';
import { may, roles } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from './context.ts';

const serving = roles.filter((role) => may({ role }, 'conversations.reply'));

/**
 * Looks at what is, not at what was done: a server that died between the one and the other, or a claim that
 * was under way while its agent was let go, strands nobody.
 */
export async function releaseStranded(
  { pool, road }: Pick<Conversations, 'pool' | 'road'>,
  shopId: string,
): Promise<void> {
  const stranded = await inShop(pool, shopId, (tx) =>
    tx.query<{ conversation_id: string; agent_id: string }>(
      `select c.conversation_id, a.agent_id from agents a
      join conversations c on c.shop_id = a.shop_id and c.assignee_id = a.agent_id and c.state = 'assigned'
      where a.shop_id = $1 and (a.left_at is not null or a.role <> all($2)) limit 500`,
      [shopId, serving],
    ),
  );
  await Promise.all(
    stranded.map(({ conversation_id: conversationId, agent_id }) =>
      road.take({ shopId, conversationId, decide: (conversation) => release(conversation, agent_id) }),
    ),
  );
}
