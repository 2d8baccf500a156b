/** Shortages at the desk: the shop's list, those of a customer's orders beside their conversation, and their answer in a message of it. */
import { z } from 'zod';
import type { ShortagesBeside, ShortageView } from '../../../../core/commerce/buying-api.ts';
import { choices } from '../../../../core/commerce/shortage/shortage.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Route } from '../../../platform/http/routes.ts';
import { route } from '../../../platform/http/routes.ts';
import {
  answerShortage,
  markShort,
  ordersOfCustomer,
  readShortages,
  withdrawShortage,
} from '../../commerce/index.ts';
import { knownBy } from '../../customers/index.ts';
import type { Conversations } from '../context.ts';
import { readOrdersBeside } from '../order-routes.ts';
import { aliveWithinReach } from '../within-reach.ts';
import { threadsOfOrders } from './threads-of-orders.ts';

type Zone = (shopId: string) => Promise<string>;

const base = '/api/v1/conversations/:id/shortages';
const shortage = z.strictObject({ shortageId: z.uuid() });

export function shortageRoutes(conversations: Conversations, zone: Zone): Route[] {
  const { pool, now } = conversations;
  return [
    route({
      method: 'GET',
      path: '/api/v1/shortages',
      may: 'orders.read',
      summary: 'Lines that can’t be sent as ordered, and what the customer chose',
      handle: ({ person }) => listShortages(conversations, person, zone),
    }),
    route({
      method: 'GET',
      path: base,
      may: 'orders.read',
      summary:
        'Those of the customer’s orders, with the ready choice, and the customer’s last words to name as the answer',
      params: z.strictObject({ id: z.uuid() }),
      handle: ({ person, params }) => shortagesBeside(conversations, person, params.id, zone),
    }),
    route({
      method: 'POST',
      path: '/api/v1/orders/:orderId/shortages',
      may: 'shortages.mark',
      summary: 'Marks a line that can’t be sent; nothing of the order changes',
      params: z.strictObject({ orderId: z.uuid() }),
      body: z.strictObject({ line: z.int().min(0).max(10_000), units: z.int().min(1).max(9999) }),
      status: 201,
      handle: ({ person, params, body }) =>
        inShop(pool, person.shopId, (tx) => markShort(tx, person, params.orderId, body, now())),
    }),
    route({
      method: 'POST',
      path: `${base}/:shortageId/answer`,
      may: 'conversations.reply',
      summary: 'Records what the customer chose, and in which message',
      params: z.strictObject({ id: z.uuid(), shortageId: z.uuid() }),
      body: z.strictObject({ choice: z.enum(choices), seq: z.int().min(1).max(2_147_483_647) }),
      handle: ({ person, params, body }) => recordAnswer(conversations, person, params, body),
    }),
    route({
      method: 'POST',
      path: '/api/v1/shortages/:shortageId/withdraw',
      may: 'shortages.mark',
      summary: 'It is there after all, or was a mistake',
      params: shortage,
      handle: ({ person, params }) =>
        inShop(pool, person.shopId, (tx) => withdrawShortage(tx, person, params.shortageId, now())),
    }),
  ];
}

async function listShortages(
  { pool, vault, now }: Conversations,
  person: Person,
  zone: Zone,
): Promise<ShortageView[]> {
  const { shopId } = person;
  const reading = { person, zone: await zone(shopId), now: now() };
  return inShop(pool, shopId, async (tx) => {
    const shortages = await readShortages(tx, vault, shopId, null, reading);
    const threads = await threadsOfOrders(
      tx,
      vault,
      person,
      shortages.map((one) => one.orderId),
    );
    return shortages.map((one) => ({ ...one, conversationId: threads.get(one.orderId) ?? null }));
  });
}

const mostSaid = 8;

async function shortagesBeside(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  zone: Zone,
): Promise<ShortagesBeside> {
  const { pool, vault, now } = conversations;
  const { shopId } = person;
  const { orders } = await readOrdersBeside(conversations, person, conversationId);
  const reading = { person, zone: await zone(shopId), now: now() };
  return inShop(pool, shopId, async (tx) => {
    const own = orders.filter(({ proven }) => proven);
    const ids = own.map(({ orderId }) => orderId);
    const [shortages, said] = await Promise.all([
      ids.length > 0 ? readShortages(tx, vault, shopId, ids, reading) : [],
      tx.query<{ seq: number; text: string; at: number | null }>(
        `select seq, text, created_at as at from messages where shop_id = $1 and conversation_id = $2
          and author = 'customer' and text is not null order by seq desc limit ${mostSaid}`,
        [shopId, conversationId],
      ),
    ]);
    return {
      shortages: shortages.map((one) => ({ ...one, conversationId })),
      markable: own.flatMap(({ orderId, state }) => (state === 'paid' ? orderId : [])),
      said,
    };
  });
}

/** Only a message of the customer who is known to have placed the order: a number that somebody wrote proves nothing. */
async function recordAnswer(
  conversations: Conversations,
  person: Person,
  { id, shortageId }: { id: string; shortageId: string },
  { choice, seq }: { choice: (typeof choices)[number]; seq: number },
): Promise<void> {
  const { pool, vault, now } = conversations;
  const { shopId } = person;
  const { conversation } = await aliveWithinReach(conversations, person, id);
  await inShop(pool, shopId, async (tx) => {
    const known = await knownBy(tx, vault, shopId, conversation.customerId);
    const [[shortage], [message], { orders }] = await Promise.all([
      tx.query<{ orderId: string }>(
        'select order_id as "orderId" from shortages where shop_id = $1 and shortage_id = $2',
        [shopId, shortageId],
      ),
      tx.query<{ author: string }>(
        'select author from messages where shop_id = $1 and conversation_id = $2 and seq = $3',
        [shopId, id, seq],
      ),
      ordersOfCustomer(tx, vault, shopId, known),
    ]);
    if (!shortage) refuse({ code: 'not-found', what: 'shortage' });
    if (!message) refuse({ code: 'not-found', what: 'message' });
    if (message.author !== 'customer')
      refuse({ code: 'invalid', problems: [{ field: 'seq', problem: 'not-allowed' }] });
    if (!orders.some(({ orderId }) => orderId === shortage.orderId))
      refuse({ code: 'conflict', reason: 'not-their-order' });
    await answerShortage(tx, person, shortageId, { choice, conversationId: id, messageSeq: seq }, now());
  });
}
