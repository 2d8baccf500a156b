/** What the policy allows on an order, and what was before: beside a conversation, before anything is done. */
import { z } from 'zod';
import type { AskPolicy } from '../../../core/commerce/policy-api.ts';
import { reasons, wishes } from '../../../core/commerce/policy/claim.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line } from '../../platform/sockets/frames.ts';
import { decideOnOrder } from '../commerce/index.ts';
import type { Operations } from './context.ts';
import { historyOf } from './decision.ts';
import { readPast } from './past.ts';
import { gather } from './situation.ts';

const flag = z.boolean().optional();
const fen = z.int().min(0).max(100_000_000_00);
const moment = z.int().min(0).max(8_640_000_000_000_000);
const asking = z.strictObject({
  line: z.int().min(0).max(10_000),
  wish: z.enum(wishes),
  reason: z.enum(reasons),
  askedAt: moment.nullable(),
  answers: z.strictObject({
    tags: flag,
    resaleable: flag,
    proof: flag,
    exclusionConfirmed: flag,
    repairsFailed: flag,
    closeAsked: flag,
    bookedIn: flag,
    differencePaid: flag,
    inStock: flag,
    exchangeFor: line(100).nullable().optional(),
    lowerPrice: fen.nullable().optional(),
    paid: fen.optional(),
    refunded: fen.optional(),
    paidAt: moment.nullable().optional(),
    receivedAt: moment.nullable().optional(),
  }),
}) as unknown as z.ZodType<AskPolicy>;

export function orderPolicyRoutes(operations: Operations): Route[] {
  const { conversations, zone } = operations;
  return [
    route({
      method: 'POST',
      path: '/api/v1/orders/:orderId/policy',
      may: 'orders.read',
      summary:
        'What the policy allows for a line of an order and a wish, why, and which plans to offer; nothing is stored',
      params: z.strictObject({ orderId: z.uuid() }),
      body: asking,
      async handle({ person, params: { orderId }, body }) {
        const { pool, vault, now } = conversations;
        const clock = await zone(person.shopId);
        return inShop(pool, person.shopId, async (tx) => {
          const { situation } = await gather(
            tx,
            operations,
            person,
            orderId,
            null,
            { reason: 'other' },
            { zone: clock },
          );
          // Which message asks to close is named when it is done; here the agent answers for it.
          const history = { ...historyOf(body.line, situation), closeAsked: null };
          return decideOnOrder(tx, { vault, now: now(), zone: clock, history }, person, orderId, body);
        });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/conversations/:id/past',
      may: 'orders.read',
      summary: 'The customer’s other conversations, and what was returned, refunded and compensated',
      params: z.strictObject({ id: z.uuid() }),
      handle: ({ person, params }) => readPast(operations, person, params.id),
    }),
  ];
}
