/** In which conversation an operation is told: the one it is done from; for a parcel on the table, the one that awaits it. */
import type { OperationRequest } from '../../../core/commerce/operation-api.ts';
import type { Person } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Operations } from './context.ts';

interface Told {
  conversationId: string | null;
  /** Must reach it; null: whoever books a parcel in speaks with no customer. */
  reacher: Person | null;
}

export async function toldWhere(
  { conversations }: Operations,
  person: Person,
  orderId: string,
  { conversationId, wish }: OperationRequest,
): Promise<Told> {
  if (conversationId !== null || wish.kind !== 'book-in') return { conversationId, reacher: person };
  const [awaiting] = await inShop(conversations.pool, person.shopId, (tx) =>
    tx.query<{ conversationId: string }>(
      `select conversation_id as "conversationId" from operations where shop_id = $1 and order_id = $2
        and kind = 'return' and state = 'ready' and conversation_id is not null order by created_at desc limit 1`,
      [person.shopId, orderId],
    ),
  );
  return { conversationId: awaiting?.conversationId ?? null, reacher: null };
}
