/** Two threads of one customer become one; how their numbers go together stands in `core/conversations/merge.ts`. */
import type { DoneAnswer, SameCustomer } from '../../../core/api.ts';
import * as merging from '../../../core/conversations/merge.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { reaches } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop, snapshotOfShop } from '../../platform/database/pool.ts';
import type { Entry } from '../../platform/log/entries.ts';
import type { Conversations } from './context.ts';
import { changeOnRows } from './ownership.ts';
import { readConversation } from './read-thread.ts';
import type { ConversationRow } from './row.ts';
import { conversationOf, shownColumns, shownTables } from './row.ts';

export async function mergeInto(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  into: string,
): Promise<DoneAnswer> {
  const { shopId } = person;
  if (into === conversationId)
    refuse({ code: 'invalid', problems: [{ field: 'into', problem: 'not-allowed' }] });
  // Before anything is locked: most refusals are known here.
  await inShop(conversations.pool, shopId, (tx) => readConversation(tx, person, into));
  return changeOnRows(conversations, person, conversationId, async (one, tx) => {
    // One merge at a time in a shop, or two could lead into each other.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('merge ' || $1, 0))`, [shopId]);
    const target = await readConversation(tx, person, into);
    if (one.customerId !== target.customerId)
      await requireOnePerson(tx, shopId, [one.customerId, target.customerId]);
    return merging.merge(one, target, person);
  });
}

/** Those who are signed for as two people stay two, whatever they share. */
async function requireOnePerson(tx: Tx, shopId: string, customerIds: string[]): Promise<void> {
  const signed = await tx.query(
    'select 1 from customers where shop_id = $1 and customer_id = any($2::uuid[]) and external_id is not null',
    [shopId, customerIds],
  );
  if (signed.length > 1) refuse({ code: 'conflict', reason: 'different-customers' });
}

/** Says in the other thread what happened. Entries may come twice: it is said once. */
export async function joinMerged({ road }: Conversations, entries: Entry[]): Promise<void> {
  for (const { shopId, event } of entries) {
    if (event.type !== 'conversation.merged') continue;
    const { conversationId: from, into, byId } = event;
    await road.take({
      shopId,
      conversationId: into,
      readsRows: true,
      async decide(_, tx) {
        const known = await tx.query(
          `select 1 from events where shop_id = $1 and conversation_id = $2 and type = 'conversation.joined' and data->>'from' = $3`,
          [shopId, into, from],
        );
        return known.length > 0 ? [] : [{ type: 'conversation.joined', from, byId }];
      },
    });
  }
}

/** Other threads within reach that may be the same customer's: theirs, or with the same phone or order number. */
export async function listSameCustomer(
  { pool }: Conversations,
  person: Person,
  conversationId: string,
): Promise<SameCustomer[]> {
  const { shopId } = person;
  return snapshotOfShop(pool, shopId, async (tx) => {
    const { customerId } = await readConversation(tx, person, conversationId);
    const rows = await tx.query<ConversationRow & { by: SameCustomer['by'] }>(
      `with same as (
        select customer_id, min(by) as by from (
          select $2::uuid as customer_id, 'customer' as by
          union all
          select other.customer_id, other.kind from customer_contacts own
          join customer_contacts other on other.shop_id = own.shop_id and other.kind = own.kind and other.blind_index = own.blind_index
          where own.shop_id = $1 and own.customer_id = $2 and own.kind in ('phone', 'order') and own.blind_index is not null
        ) as found group by customer_id
      )
      select ${shownColumns}, same.by from ${shownTables} join same on same.customer_id = c.customer_id
      where c.shop_id = $1 and c.conversation_id <> $3 and c.merged_into is null
      order by c.activity_at desc limit 20`,
      [shopId, customerId, conversationId],
    );
    return rows
      .map(({ by, ...row }) => ({ conversation: conversationOf(row), by }))
      .filter(({ conversation }) => reaches(person, conversation));
  });
}
