/** A card for a reply, made of the shop's own data by id. Nothing that it says comes from whoever asks for it. */
import { v7 as uuid } from 'uuid';
import type { Attachment } from '../../../core/attachments.ts';
import type { MadeCard } from '../../../core/commerce/card.ts';
import { orderCard, productCard } from '../../../core/commerce/card.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import { readProducts } from '../commerce/index.ts';
import type { Sender } from './attachments.ts';
import type { Conversations } from './context.ts';
import { readOrdersBeside } from './order-routes.ts';
import { senderOf } from './send-reply.ts';
import { requireRoom } from './uploads.ts';
import { aliveWithinReach } from './within-reach.ts';

export interface WantedCard {
  kind: 'product' | 'order';
  id: string;
}

export async function makeCard(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  { kind, id }: WantedCard,
): Promise<Attachment> {
  const permission = 'orders.read';
  if (!may(person, permission)) refuse({ code: 'forbidden', permission });
  await aliveWithinReach(conversations, person, conversationId);
  const made =
    kind === 'order'
      ? await ofOrder(conversations, person, conversationId, id)
      : await ofProduct(conversations, person, id);
  return keepCard(conversations, senderOf(person, conversationId), made);
}

/** Only one that the desk shows beside this conversation: nobody is sent what another customer bought. */
async function ofOrder(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  orderId: string,
): Promise<MadeCard> {
  const { orders } = await readOrdersBeside(conversations, person, conversationId);
  const order = orders.find((one) => one.orderId === orderId);
  // Whoever wrote its number may not be its buyer.
  if (order && !order.proven) refuse({ code: 'conflict', reason: 'order-unproven' });
  return order ? orderCard(order) : refuse({ code: 'not-found', what: 'order' });
}

async function ofProduct({ pool }: Conversations, { shopId }: Person, productId: string): Promise<MadeCard> {
  const [product] = await inShop(pool, shopId, (tx) => readProducts(tx, shopId, [productId]));
  return product ? productCard(product) : refuse({ code: 'not-found', what: 'product' });
}

/** Like a file that has come in: its author's alone, in this conversation alone, until a message takes it along. */
export async function keepCard(
  { pool, now }: Conversations,
  sender: Sender,
  { name, card }: MadeCard,
): Promise<Attachment> {
  const attachmentId = uuid();
  await inShop(pool, sender.shopId, async (tx) => {
    await requireRoom(tx, sender, now());
    tx.send(
      `insert into attachments (shop_id, attachment_id, conversation_id, kind, uploader, uploader_id, state, name, card, created_at)
      values ($1, $2, $3, $4, $5, $6, 'ready', $7, $8, $9)`,
      [
        sender.shopId,
        attachmentId,
        sender.conversationId,
        card.kind,
        sender.kind,
        sender.id,
        name,
        card,
        new Date(now()),
      ],
    );
  });
  return { attachmentId, kind: card.kind, name, mime: null, size: null, width: null, height: null, card };
}
