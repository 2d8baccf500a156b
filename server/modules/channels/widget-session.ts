/** A browser opens the widget: who it speaks for, and what was said before. */
import { v5 as uuidOf } from 'uuid';
import type { WidgetSession } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import { inShop, snapshotOfShop } from '../../platform/database/pool.ts';
import { cursorOf } from '../../platform/log/cursor.ts';
import { safePosition } from '../../platform/log/entries.ts';
import { hasOrders } from '../commerce/index.ts';
import type { Conversations } from '../conversations/index.ts';
import type { Visitor } from '../customers/index.ts';
import {
  admitCustomer,
  admitVisitor,
  findVisitor,
  readIdentity,
  readKeys,
  shopOfToken,
  signedFor,
} from '../customers/index.ts';
import { readView } from './read-view.ts';

export interface WidgetOpening {
  shop: string;
  visitorToken?: string;
  identityToken?: string;
}

export async function openWidget(
  conversations: Conversations,
  opening: WidgetOpening,
): Promise<WidgetSession> {
  const { pool, vault, shops, liveFacts, epoch } = conversations;
  const shop = await shops.bySlug(opening.shop);
  if (!shop) refuse({ code: 'not-found', what: 'shop' });
  const { shopId, name, settings } = shop;
  const { look, greeting, topics } = settings.widget;
  const { visitor, token } = await admit(conversations, shopId, shop.slug, opening);
  const conversationId = conversationOf(visitor);
  // The shop may have signed for a new phone or order: the rules must know them as the customer's own.
  if (opening.identityToken !== undefined) liveFacts.forget(shopId, conversationId);
  return snapshotOfShop(pool, shopId, async (tx) => {
    const position = await safePosition(tx);
    const { view, hasOlder } = await readView(tx, shopId, conversationId, null);
    const known = visitor.signedIn && (await signedFor(tx, vault, shopId, visitor.threadOf));
    return {
      visitorToken: token,
      customerName: visitor.signedName,
      view,
      hasOlder,
      hasOrders: known && (await hasOrders(tx, vault, shopId, known)),
      cursor: cursorOf(epoch, position),
      shop: { name: look?.name ?? name, greeting, topics },
    };
  });
}

/** One lasting thread an identity: its id follows from theirs, so that two tabs at once open the same. */
export function conversationOf({ threadOf }: Pick<Visitor, 'threadOf'>): string {
  return uuidOf('widget', threadOf);
}

/** Whoever holds the token; refuses where it is of no shop, or no longer good. */
export async function visitorOf({ pool, now }: Conversations, token: string): Promise<Visitor> {
  const shopId = shopOfToken(token);
  const visitor = shopId && (await inShop(pool, shopId, (tx) => findVisitor(tx, shopId, token, now())));
  return visitor || refuse({ code: 'unauthenticated' });
}

export async function readEarlier(conversations: Conversations, visitor: Visitor, before: number) {
  const { shopId } = visitor;
  return snapshotOfShop(conversations.pool, shopId, async (tx) => {
    const { view, hasOlder } = await readView(tx, shopId, conversationOf(visitor), before);
    return { messages: view.messages, hasOlder };
  });
}

/** A signature always decides; a token of another shop, or of somebody else, is as good as none. */
async function admit(
  { pool, vault, now }: Conversations,
  shopId: string,
  slug: string,
  { visitorToken, identityToken }: WidgetOpening,
): Promise<{ visitor: Visitor; token: string | null }> {
  return inShop(pool, shopId, async (tx) => {
    const known = visitorToken ? await findVisitor(tx, shopId, visitorToken, now()) : null;
    if (identityToken === undefined)
      return known && !known.signedIn ? { visitor: known, token: null } : admitVisitor(tx, shopId, now());
    const identity = await readIdentity(identityToken, slug, await readKeys(tx, vault, shopId), now());
    const admitted = await admitCustomer(tx, vault, shopId, identity, now());
    return known?.threadOf === admitted.visitor.threadOf ? { visitor: known, token: null } : admitted;
  });
}
