/** In which thread one would speak with whoever placed an order: by the phone and the number that both are known by. */
import type { Group, Person } from '../../../../core/team/roles.ts';
import { reaches } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';

/** By order; only threads within the person's reach. */
export async function threadsOfOrders(
  tx: Tx,
  person: Person,
  orderIds: string[],
): Promise<Map<string, string>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tx.query<Thread>(
    `select distinct on (o.order_id, c.conversation_id) o.order_id as "orderId", c.conversation_id as "conversationId",
      c.assignee_id as "assigneeId", c.group_name as "group", c.activity_at as "activityAt"
    from orders o join customer_contacts k on k.shop_id = $1
      and (k.kind = 'order' and k.blind_index = o.number_index or k.kind = 'phone' and k.blind_index = o.phone_index)
    join conversations c on c.shop_id = $1 and c.customer_id = k.customer_id
    where o.shop_id = $1 and o.order_id = any($2::uuid[])`,
    [person.shopId, orderIds],
  );
  const newestLast = rows.toSorted((a, b) => a.activityAt - b.activityAt);
  return new Map(
    newestLast
      .filter((row) => reaches(person, row))
      .map(({ orderId, conversationId }) => [orderId, conversationId]),
  );
}

interface Thread {
  orderId: string;
  conversationId: string;
  assigneeId: string | null;
  group: Group;
  activityAt: number;
}
