/** Whose conversation it is, where the person may see it. */
import type { CustomerPart } from '../../../../core/events.ts';
import { changeCustomer } from '../../../../core/conversations/customer.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { reaches } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import { familyOf, lockCustomer, readCustomer, tagsOf } from '../../customers/index.ts';
import type { Conversations } from '../context.ts';
import { changeOnRows } from '../ownership.ts';
import type { ConversationRow } from '../row.ts';
import { conversationOf, stateColumns, stateTables } from '../row.ts';

/** What clients show of a customer in their lists. */
export async function customerNow(tx: Tx, shopId: string, customerId: string) {
  const { name: customerName } = await readCustomer(tx, shopId, customerId);
  return { customerId, customerName, tags: await tagsOf(tx, shopId, customerId) };
}

/**
 * Something is learned of the customer: written in the transaction of the conversation it was learned in; their other
 * conversations are told afterwards, each as things stand then.
 */
export async function learn(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  part: CustomerPart,
  write: (tx: Tx, customerId: string) => Promise<void>,
): Promise<void> {
  const { shopId } = person;
  let of = '';
  await changeOnRows(conversations, person, conversationId, async ({ customerId }, tx) => {
    of = customerId;
    await lockCustomer(tx, shopId, customerId);
    await write(tx, customerId);
    return changeCustomer(await customerNow(tx, shopId, customerId), [part], person);
  });
  if (part === 'name' || part === 'tags') await tellAll(conversations, person, of, [part], conversationId);
}

/** Rows of the inbox show the name and the tags. */
export async function tellAll(
  conversations: Conversations,
  person: Person,
  customerId: string,
  parts: CustomerPart[],
  /** Knows it already. */
  except?: string,
): Promise<void> {
  const { shopId } = person;
  const all = await inShop(conversations.pool, shopId, (tx) => conversationsOf(tx, shopId, [customerId]));
  for (const other of all.filter((one) => one.conversationId !== except).slice(0, mostTold))
    await conversations.road.take({
      shopId,
      conversationId: other.conversationId,
      readsRows: true,
      decide: async (one, tx) =>
        one.customerId === customerId
          ? changeCustomer(await customerNow(tx, shopId, customerId), parts, person)
          : [],
    });
}

/** Older ones say so when they are opened. */
const mostTold = 20;

/** The one that was touched last first. */
export async function conversationsOf(tx: Tx, shopId: string, customerIds: string[]) {
  const rows = await tx.query<ConversationRow>(
    `select ${stateColumns} from ${stateTables} where c.shop_id = $1 and c.customer_id = any($2::uuid[])
    order by c.activity_at desc, c.conversation_id desc`,
    [shopId, customerIds],
  );
  return rows.map(conversationOf);
}

/** Of those the person may see. */
export async function reachedConversations(tx: Tx, person: Person, customerId: string) {
  const all = await conversationsOf(tx, person.shopId, await familyOf(tx, person.shopId, customerId));
  return all.filter((one) => reaches(person, one));
}
