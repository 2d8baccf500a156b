/** The after-sale policy of a shop: who may read it, who may change it. */
import { z } from 'zod';
import type { AskPolicy, PolicyAnswer } from '../../../../core/commerce/policy-api.ts';
import { reasons, wishes } from '../../../../core/commerce/policy/claim.ts';
import { refuse } from '../../../../core/refusal.ts';
import { inShop, snapshotOfShop } from '../../../platform/database/pool.ts';
import type { Route } from '../../../platform/http/routes.ts';
import { route } from '../../../platform/http/routes.ts';
import { line } from '../../../platform/sockets/frames.ts';
import type { Commerce } from '../context.ts';
import { decideOnOrder } from './decide-on-order.ts';
import { previewPolicy } from './preview-policy.ts';
import { savePolicy } from './save-policy.ts';
import { listPolicyVersions, policyOf, readPolicyVersion } from './versions.ts';

const number = z.int().min(0).max(2_147_483_646);
/** What is in it is looked at by `readPolicy`, which names each number that is wrong and why. */
const policy = z.record(z.string().max(60), z.unknown());
const saving = z.strictObject({ policy, basedOn: number, note: line(400) });
const named = z.strictObject({ version: z.coerce.number().pipe(number) });

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

export function policyRoutes(commerce: Commerce): Route[] {
  const { pool } = commerce;
  return [
    route({
      method: 'GET',
      path: '/api/v1/policy',
      may: 'policy.read',
      summary: 'The after-sale policy in force, and the versions before',
      handle: ({ person: { shopId } }): Promise<PolicyAnswer> =>
        snapshotOfShop(pool, shopId, async (tx) => ({
          ...(await policyOf(tx, shopId)),
          history: await listPolicyVersions(tx, shopId),
        })),
    }),
    route({
      method: 'GET',
      path: '/api/v1/policy/versions/:version',
      may: 'policy.read',
      summary: 'The policy as it was',
      params: named,
      async handle({ person: { shopId }, params }) {
        const found = await inShop(pool, shopId, (tx) => readPolicyVersion(tx, shopId, params.version));
        return found ?? refuse({ code: 'not-found', what: 'policy' });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/policy',
      may: 'policy.write',
      summary: 'Save a new version; 409 where it is not based on the current one',
      body: saving,
      status: 201,
      handle: ({ person, body }) => savePolicy(commerce, person, body),
    }),
    route({
      method: 'POST',
      path: '/api/v1/policy/preview',
      may: 'policy.read',
      summary: 'What another policy would have said to the last orders; nothing is stored',
      body: z.strictObject({ policy, lastN: z.int().min(1).max(500) }),
      handle: ({ person, body, request }) =>
        previewPolicy(commerce, person, body, () => request.raw.socket.destroyed),
    }),
    route({
      method: 'POST',
      path: '/api/v1/orders/:orderId/policy',
      may: 'orders.read',
      summary:
        'What the policy allows for a line of an order and a wish, why, and which plans to offer; nothing is stored',
      params: z.strictObject({ orderId: z.uuid() }),
      body: asking,
      handle: ({ person, params, body }) => decideOnOrder(commerce, person, params.orderId, body),
    }),
  ];
}
