/** The customer's orders beside the conversation: by who the shop says they are, and by the numbers they wrote. */
import { z } from 'zod';
import type { CustomerOrders } from '../../../core/commerce/order-api.ts';
import { numbersIn } from '../../../core/commerce/numbers-in.ts';
import type { Person } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { ordersOfCustomer } from '../commerce/index.ts';
import { knownBy } from '../customers/index.ts';
import type { Conversations } from './context.ts';
import { readInQuestion } from './in-question.ts';
import { aliveWithinReach } from './within-reach.ts';

/** So far back a number is looked for. */
const messagesRead = 40;

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
  return inShop(pool, shopId, async (tx) => {
    const { customerId } = conversation;
    const said = await tx.query<{ text: string | null }>(
      `select text from messages where shop_id = $1 and conversation_id = $2 and author = 'customer'
      order by seq desc limit ${messagesRead}`,
      [shopId, conversationId],
    );
    const known = await knownBy(tx, vault, shopId, customerId);
    return ordersOfCustomer(tx, vault, shopId, {
      ...known,
      numbers: [...new Set([...known.numbers, ...said.flatMap(({ text }) => numbersIn(text ?? ''))])],
    });
  });
}
