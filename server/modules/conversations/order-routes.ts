/** The customer's orders beside the conversation: by who the shop says they are, and by the numbers they wrote. */
import { z } from 'zod';
import type { CustomerOrders } from '../../../core/commerce/order-api.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import type { Vault } from '../../platform/vault.ts';
import { ordersOfCustomer } from '../commerce/index.ts';
import { knownBy } from '../customers/index.ts';
import type { Conversations } from './context.ts';
import { readInQuestion } from './in-question.ts';
import { saidByCustomer } from './said-by-customer.ts';
import { aliveWithinReach } from './within-reach.ts';

export function conversationOrderRoutes(conversations: Conversations): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/conversations/:id/orders',
      may: 'orders.read',
      summary: 'The customer’s orders with parcels, and the goods in them with facts and stock',
      params: z.strictObject({ id: z.uuid() }),
      handle: async ({ person, params }) => {
        const beside = await readOrdersBeside(conversations, person, params.id);
        return {
          ...beside,
          ...(await readInQuestion(conversations, person.shopId, params.id, beside.orders)),
        };
      },
    }),
  ];
}

export async function readOrdersBeside(
  conversations: Conversations,
  person: Person,
  conversationId: string,
): Promise<CustomerOrders> {
  const { pool, vault } = conversations;
  const { conversation } = await aliveWithinReach(conversations, person, conversationId);
  const { shopId } = person;
  return inShop(pool, shopId, (tx) =>
    ordersBeside(tx, vault, shopId, conversationId, conversation.customerId),
  );
}

/** Whether the order is known to be this conversation's customer's, so that something may be done to it from here. */
export async function isBeside(
  tx: Tx,
  vault: Vault,
  shopId: string,
  conversationId: string,
  orderId: string,
): Promise<boolean> {
  const [row] = await tx.query<{ customerId: string }>(
    'select customer_id as "customerId" from conversations where shop_id = $1 and conversation_id = $2',
    [shopId, conversationId],
  );
  if (!row) return false;
  const { orders } = await ordersBeside(tx, vault, shopId, conversationId, row.customerId);
  return orders.some((one) => one.orderId === orderId && one.proven);
}

async function ordersBeside(
  tx: Tx,
  vault: Vault,
  shopId: string,
  conversationId: string,
  customerId: string,
): Promise<CustomerOrders> {
  const known = await knownBy(tx, vault, shopId, customerId);
  return ordersOfCustomer(tx, vault, shopId, known, await saidByCustomer(tx, shopId, conversationId));
}
