/** Two customers become one, seen from a conversation of either: the customers first, then each conversation. */
import type { CustomerDouble, MergePreview } from '../../../../core/api.ts';
import { mergeCustomer } from '../../../../core/conversations/customer.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { inShop, snapshotOfShop } from '../../../platform/database/pool.ts';
import { findDoubles, mergeCustomers, previewMerge } from '../../customers/index.ts';
import type { Conversations } from '../context.ts';
import { readConversation } from '../read-thread.ts';
import { conversationsOf, customerNow, tellAll } from './of-conversation.ts';

export interface Wish {
  other: string;
  /** Who stays: the customer of this conversation, or the other one. */
  keep: 'this' | 'other';
}

export function listDoubles(
  { pool, vault }: Conversations,
  person: Person,
  conversationId: string,
): Promise<CustomerDouble[]> {
  const { shopId } = person;
  return snapshotOfShop(pool, shopId, async (tx) => {
    const { customerId } = await readConversation(tx, person, conversationId);
    return findDoubles(tx, vault, shopId, customerId);
  });
}

export function showMerge(
  { pool, vault }: Conversations,
  person: Person,
  conversationId: string,
  wish: Wish,
): Promise<MergePreview> {
  return snapshotOfShop(pool, person.shopId, async (tx) => {
    const two = await twoOf(tx, person, conversationId, wish);
    return previewMerge(tx, vault, person.shopId, two);
  });
}

export async function mergeCustomerInto(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  { take, reason, ...wish }: Wish & { take: string[]; reason: string },
): Promise<void> {
  const { pool, vault, now } = conversations;
  const { shopId, agentId } = person;
  const { two, before } = await inShop(pool, shopId, async (tx) => {
    const found = await twoOf(tx, person, conversationId, wish);
    const before = await customerNow(tx, shopId, found.kept);
    await mergeCustomers(tx, vault, person, found, { take, reason }, now());
    return { two: found, before };
  });
  const after = await inShop(pool, shopId, (tx) => customerNow(tx, shopId, two.kept));
  // Those of the kept one first: the others are told with their move.
  if (JSON.stringify(after) !== JSON.stringify(before))
    await tellAll(conversations, person, two.kept, ['name', 'tags']);
  await moveConversations(conversations, shopId, two.gone, agentId);
}

/** Also what a server left behind that died between the two. */
export async function moveStrayConversations(conversations: Conversations, shopId: string): Promise<void> {
  const strays = await inShop(conversations.pool, shopId, (tx) =>
    tx.query<{ gone: string; byId: string }>(
      `select distinct on (m.from_id) m.from_id as gone, m.by_id as "byId" from customer_merges m
      where m.shop_id = $1 and exists (select from conversations c where c.shop_id = $1 and c.customer_id = m.from_id)
      order by m.from_id, m.at desc`,
      [shopId],
    ),
  );
  for (const { gone, byId } of strays) await moveConversations(conversations, shopId, gone, byId);
}

async function moveConversations(
  { pool, road }: Conversations,
  shopId: string,
  gone: string,
  byId: string,
): Promise<void> {
  const stray = await inShop(pool, shopId, (tx) => conversationsOf(tx, shopId, [gone]));
  for (const { conversationId } of stray)
    await road.take({
      shopId,
      conversationId,
      readsRows: true,
      decide: async (one, tx) => {
        const [alias] = await tx.query<{ into: string | null }>(
          'select merged_into as into from customers where shop_id = $1 and customer_id = $2',
          [shopId, one.customerId],
        );
        if (!alias?.into) return [];
        return mergeCustomer(one, await customerNow(tx, shopId, alias.into), byId);
      },
    });
}

async function twoOf(tx: Tx, person: Person, conversationId: string, { other, keep }: Wish) {
  const { customerId } = await readConversation(tx, person, conversationId);
  if (other === customerId)
    refuse({ code: 'invalid', problems: [{ field: 'other', problem: 'not-allowed' }] });
  return keep === 'this' ? { kept: customerId, gone: other } : { kept: other, gone: customerId };
}
