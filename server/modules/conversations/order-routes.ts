/** The customer's orders beside the conversation: by who the shop says they are, and by the numbers they wrote. */
import { z } from 'zod';
import type { CustomerOrders } from '../../../core/commerce/order-api.ts';
import type { Person } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { ordersOfCustomer } from '../commerce/index.ts';
import { knownBy } from '../customers/index.ts';
import type { Conversations } from './context.ts';
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
      handle: ({ person, params }) => readOrdersBeside(conversations, person, params.id),
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
  return inShop(pool, shopId, async (tx) => {
    const known = await knownBy(tx, vault, shopId, conversation.customerId);
    return ordersOfCustomer(tx, vault, shopId, known, await saidByCustomer(tx, shopId, conversationId));
  });
}
