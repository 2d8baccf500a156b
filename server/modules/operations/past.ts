/** What was before with a customer: their other conversations, and what went back of their orders. */
import type { PastOperation } from '../../../core/commerce/operation-api.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import type { PastAnswer, PastConversation } from '../../../core/commerce/past-api.ts';
import type { Group, Person } from '../../../core/team/roles.ts';
import { reaches } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import { readOrdersBeside } from '../conversations/index.ts';
import type { Operations } from './context.ts';

const mostConversations = 10;
const mostOperations = 20;

export async function readPast(
  { conversations }: Operations,
  person: Person,
  conversationId: string,
): Promise<PastAnswer> {
  const { shopId } = person;
  // It also says whether the conversation may be seen at all.
  const { orders } = await readOrdersBeside(conversations, person, conversationId);
  return snapshotOfShop(conversations.pool, shopId, async (tx) => {
    const [others, operations] = await Promise.all([
      othersOf(tx, shopId, conversationId),
      operationsOn(tx, shopId, orders),
    ]);
    const open = others.filter((one) => reaches(person, one));
    return {
      conversations: open
        .slice(0, mostConversations)
        .map(({ assigneeId: _assigneeId, group: _group, ...one }): PastConversation => one),
      outside: others.length - open.length,
      orders: orders.length,
      returned: returnedOf(orders, operations),
      sums: sumsOf(orders, operations),
      operations: operations.slice(0, mostOperations),
    };
  });
}

interface Other extends PastConversation {
  assigneeId: string | null;
  group: Group;
}

function othersOf(tx: Tx, shopId: string, conversationId: string): Promise<Other[]> {
  return tx.query<Other>(
    `select c.conversation_id as "conversationId", c.channel, c.assignee_id as "assigneeId", c.group_name as "group",
      c.activity_at as "activityAt", c.state <> 'closed' as "isOpen",
      (select count(*)::int from episodes e where e.shop_id = c.shop_id and e.conversation_id = c.conversation_id) as episodes,
      (select s.points from scores s join episodes e on e.shop_id = s.shop_id and e.episode_id = s.episode_id
        where e.shop_id = c.shop_id and e.conversation_id = c.conversation_id order by e.number desc limit 1) as points,
      exists (select from alerts a where a.shop_id = c.shop_id and a.conversation_id = c.conversation_id) as "hadAlert"
    from conversations here join conversations c on c.shop_id = here.shop_id and c.customer_id = here.customer_id
      and c.conversation_id <> here.conversation_id
    where here.shop_id = $1 and here.conversation_id = $2
    order by c.activity_at desc, c.conversation_id desc limit 100`,
    [shopId, conversationId],
  );
}

type Done = PastAnswer['operations'][number];

async function operationsOn(tx: Tx, shopId: string, orders: readonly OrderView[]): Promise<Done[]> {
  if (orders.length === 0) return [];
  const numbers = new Map(orders.map(({ orderId, number }) => [orderId, number]));
  const rows = await tx.query<PastOperation>(
    `select operation_id as "operationId", order_id as "orderId", kind, state, amount_fen as "amountFen", currency,
      created_at as "createdAt"
    from operations where shop_id = $1 and order_id = any($2::uuid[]) order by created_at desc limit 200`,
    [shopId, [...numbers.keys()]],
  );
  return rows.map((row) => ({ ...row, number: numbers.get(row.orderId)! }));
}

function returnedOf(orders: readonly OrderView[], operations: readonly Done[]): number {
  const done = operations.filter(({ kind, state }) => kind === 'book-in' && state === 'done');
  const booked = new Set(done.map(({ orderId }) => orderId));
  return orders.filter(
    ({ orderId, state, refundedFen }) => state === 'returning' || !!refundedFen || booked.has(orderId),
  ).length;
}

/** Of the platform's figure and our own the larger: a file tells later what we paid. */
function sumsOf(orders: readonly OrderView[], operations: readonly Done[]): PastAnswer['sums'] {
  const done = operations.filter(({ state }) => state === 'done');
  const sum = (found: readonly Done[]) => found.reduce((fen, { amountFen }) => fen + (amountFen ?? 0), 0);
  return [...new Set(orders.map(({ currency }) => currency))].flatMap((currency) => {
    const refundedFen = orders
      .filter((order) => order.currency === currency)
      .reduce((fen, { orderId, refundedFen: told }) => {
        const own = sum(done.filter((one) => one.orderId === orderId && refunds.includes(one.kind)));
        return fen + Math.max(told ?? 0, own);
      }, 0);
    const given = done.filter((one) => one.currency === currency && one.kind === 'compensation');
    const compensatedFen = sum(given);
    return refundedFen + compensatedFen === 0 ? [] : [{ currency, refundedFen, compensatedFen }];
  });
}

const refunds: readonly Done['kind'][] = ['refund', 'payout', 'close', 'price-difference'];
