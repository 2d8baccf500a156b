/** What the shop keeps of the customer beside a conversation. */
import type { CustomerEpisode, CustomerSide } from '../../../../core/api.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { may } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { snapshotOfShop } from '../../../platform/database/pool.ts';
import {
  findDoubles,
  readConsents,
  readCustomer,
  readCustomerNotes,
  readMaskedValues,
  tagsOf,
} from '../../customers/index.ts';
import type { Conversations } from '../context.ts';
import { readConversation } from '../read-thread.ts';
import { reachedConversations } from './of-conversation.ts';

export function readCustomerSide(
  { pool, vault }: Conversations,
  person: Person,
  conversationId: string,
): Promise<CustomerSide> {
  const { shopId } = person;
  return snapshotOfShop(pool, shopId, async (tx) => {
    const { customerId } = await readConversation(tx, person, conversationId);
    const customer = await readCustomer(tx, shopId, customerId);
    const merges = may(person, 'customers.merge');
    return {
      customerId,
      name: customer.name,
      signedName: customer.signed_name,
      erasedAt: customer.erased_at,
      tags: await tagsOf(tx, shopId, customerId),
      fields: await readMaskedValues(tx, vault, shopId, customerId),
      consents: await readConsents(tx, shopId, customerId),
      notes: await readCustomerNotes(tx, shopId, customerId),
      history: await readHistory(tx, person, customerId),
      doubles: merges ? (await findDoubles(tx, vault, shopId, customerId)).length : 0,
    };
  });
}

const mostEpisodes = 50;

async function readHistory(tx: Tx, person: Person, customerId: string): Promise<CustomerEpisode[]> {
  const reached = await reachedConversations(tx, person, customerId);
  return tx.query(
    `select e.conversation_id as "conversationId", c.channel, e.episode_id as "episodeId", e.number,
      e.first_seq as "firstSeq", e.opened_at as "openedAt", e.closed_at as "closedAt", e.points, e.stars
    from episodes e join conversations c on c.shop_id = e.shop_id and c.conversation_id = e.conversation_id
    where e.shop_id = $1 and e.conversation_id = any($2::uuid[])
    order by e.opened_at desc, e.episode_id desc limit ${mostEpisodes}`,
    [person.shopId, reached.map((one) => one.conversationId)],
  );
}
