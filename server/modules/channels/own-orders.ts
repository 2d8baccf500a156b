/** The orders that a visitor may show in the chat: their own, as the shop itself signed for them. */
import type { Attachment } from '../../../core/attachments.ts';
import type { MadeCard, OrderCard } from '../../../core/commerce/card.ts';
import { orderCard } from '../../../core/commerce/card.ts';
import { refuse } from '../../../core/refusal.ts';
import { inShop } from '../../platform/database/pool.ts';
import { ordersOfCustomer } from '../commerce/index.ts';
import type { Conversations } from '../conversations/index.ts';
import { keepCard } from '../conversations/index.ts';
import type { Visitor } from '../customers/index.ts';
import { signedFor } from '../customers/index.ts';
import { conversationOf } from './widget-session.ts';

/** As cards, so that nothing is told here which a card would not tell. */
export async function ownOrders(
  { pool, vault }: Pick<Conversations, 'pool' | 'vault'>,
  { shopId, threadOf, signedIn }: Visitor,
): Promise<MadeCard<OrderCard>[]> {
  if (!signedIn) return [];
  const { orders } = await inShop(pool, shopId, async (tx) =>
    ordersOfCustomer(tx, vault, shopId, await signedFor(tx, vault, shopId, threadOf)),
  );
  return orders.map(orderCard);
}

/** For the visitor's next message. What they name is looked for among their own, and nowhere else. */
export async function showOrder(
  conversations: Conversations,
  visitor: Visitor,
  orderId: string,
): Promise<Attachment> {
  const made = (await ownOrders(conversations, visitor)).find(({ card }) => card.id === orderId);
  if (!made) refuse({ code: 'not-found', what: 'order' });
  const { shopId, threadOf } = visitor;
  const conversationId = conversationOf(visitor);
  return keepCard(conversations, { shopId, conversationId, kind: 'customer', id: threadOf }, made);
}
