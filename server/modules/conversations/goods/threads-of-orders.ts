/** In which thread one would speak with whoever placed an order: by the account, the phone and the number that both are known by. */
import type { Group, Person } from '../../../../core/team/roles.ts';
import { reaches } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';
import { accountsOf } from '../../commerce/index.ts';

/** By order; only threads within the person's reach. */
export async function threadsOfOrders(
  tx: Tx,
  vault: Vault,
  person: Person,
  orderIds: string[],
): Promise<Map<string, string>> {
  if (orderIds.length === 0) return new Map();
  const accounts = await accountsOf(tx, vault, person.shopId, orderIds);
  const rows = await tx.query<Thread>(threads, [
    person.shopId,
    orderIds,
    [...accounts.keys()],
    [...accounts.values()],
  ]);
  const newestLast = rows.toSorted((a, b) => a.activityAt - b.activityAt);
  return new Map(
    newestLast
      .filter((row) => reaches(person, row))
      .map(({ orderId, conversationId }) => [orderId, conversationId]),
  );
}

const threads = `with customers_of as (
    select o.order_id, k.customer_id from orders o join customer_contacts k on k.shop_id = $1
      and k.kind = 'order' and k.blind_index = o.number_index where o.shop_id = $1 and o.order_id = any($2::uuid[])
    union
    select o.order_id, k.customer_id from orders o join customer_contacts k on k.shop_id = $1
      and k.kind = 'phone' and k.blind_index = o.phone_index where o.shop_id = $1 and o.order_id = any($2::uuid[])
    union
    select a.order_id, coalesce(c.merged_into, c.customer_id) from unnest($3::uuid[], $4::text[]) as a(order_id, account)
      join customers c on c.shop_id = $1 and c.external_id = a.account
  )
  select o.order_id as "orderId", c.conversation_id as "conversationId", c.assignee_id as "assigneeId",
    c.group_name as "group", c.activity_at as "activityAt"
  from customers_of o join conversations c on c.shop_id = $1 and c.customer_id = o.customer_id`;

interface Thread {
  orderId: string;
  conversationId: string;
  assigneeId: string | null;
  group: Group;
  activityAt: number;
}
