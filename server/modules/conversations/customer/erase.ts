/**
 * A customer is erased: first everything known of them, at once; then what was said, one conversation at a time, each
 * with its event. A server that dies between leaves an erasure that is not finished; housekeeping goes on with it.
 */
import type { ErasureWish } from '../../../../core/api.ts';
import { erasureWord, eraseCustomer } from '../../../../core/conversations/customer.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import { forgetBuyers } from '../../commerce/index.ts';
import type { Unfinished } from '../../customers/index.ts';
import {
  familyOf,
  finishErasure,
  forgetCustomer,
  knownBy,
  lockCustomer,
  readCustomer,
  unfinishedErasures,
} from '../../customers/index.ts';
import type { Conversations } from '../context.ts';
import { readConversation } from '../read-thread.ts';
import { dropBytes } from '../uploads.ts';
import { clearConversation, clearElsewhere } from './clear-words.ts';
import { conversationsOf } from './of-conversation.ts';

export async function eraseForGood(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  { confirm, reason }: ErasureWish,
): Promise<void> {
  const { pool, vault, now } = conversations;
  const { shopId, agentId } = person;
  const customerId = await inShop(pool, shopId, async (tx) => {
    const one = await readConversation(tx, person, conversationId);
    const { name } = await readCustomer(tx, shopId, one.customerId);
    if (confirm.trim() !== erasureWord(name, conversationId))
      refuse({ code: 'invalid', problems: [{ field: 'confirm', problem: 'wrong' }] });
    await lockCustomer(tx, shopId, one.customerId);
    const known = await knownBy(tx, vault, shopId, one.customerId);
    await forgetCustomer(tx, person, one.customerId, reason, now());
    // Its orders are found by what the customer was known by.
    await forgetBuyers(tx, vault, shopId, known);
    return one.customerId;
  });
  await clearAll(conversations, shopId, { customerId, byId: agentId });
}

export async function finishErasures(conversations: Conversations, shopId: string): Promise<void> {
  const unfinished = await inShop(conversations.pool, shopId, (tx) => unfinishedErasures(tx, shopId));
  for (const one of unfinished) await clearAll(conversations, shopId, one);
}

async function clearAll(conversations: Conversations, shopId: string, { customerId, byId }: Unfinished) {
  const { pool, road, now } = conversations;
  const family = await inShop(pool, shopId, (tx) => familyOf(tx, shopId, customerId));
  const theirs = await inShop(pool, shopId, (tx) => conversationsOf(tx, shopId, family));
  for (const { conversationId } of theirs) {
    const bytes: string[] = [];
    await road.take({
      shopId,
      conversationId,
      readsRows: true,
      decide: async (one, tx) => {
        bytes.push(...(await clearConversation(tx, shopId, conversationId)));
        return (await isSaid(tx, shopId, conversationId)) ? [] : eraseCustomer(one, byId);
      },
    });
    await dropBytes(conversations, shopId, bytes);
  }
  const left = await inShop(pool, shopId, (tx) =>
    clearElsewhere(
      tx,
      shopId,
      family,
      theirs.map((one) => one.conversationId),
    ),
  );
  await dropBytes(conversations, shopId, left);
  await inShop(pool, shopId, async (tx) => finishErasure(tx, shopId, customerId, now()));
}

/** Asked for again after a crash, it is said once. */
async function isSaid(tx: Tx, shopId: string, conversationId: string): Promise<boolean> {
  const said = await tx.query(
    `select 1 from events where shop_id = $1 and conversation_id = $2 and type = 'customer.erased' limit 1`,
    [shopId, conversationId],
  );
  return said.length > 0;
}
