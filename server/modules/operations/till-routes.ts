/** Who pays, and what the shop's own payment system says. */
import { z } from 'zod';
import { refuse } from '../../../core/refusal.ts';
import { inShop } from '../../platform/database/pool.ts';
import { parse } from '../../platform/http/problems.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line } from '../../platform/sockets/frames.ts';
import type { Operations } from './context.ts';
import { calling } from './schemas.ts';
import { requireSigned, takeCall } from './tills/calls.ts';
import { newSecret, readTill, setTill } from './tills/of-shop.ts';

/** `calls`: from one address. */
export function tillRoutes(operations: Operations, calls: RateLimit): Route[] {
  const { pool, vault, shops } = operations.conversations;
  return [
    route({
      method: 'GET',
      path: '/api/v1/settings/till',
      may: 'till.settings',
      summary: 'Who moves the shop’s money',
      handle: ({ person: { shopId } }) => inShop(pool, shopId, (tx) => readTill(tx, shopId)),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/settings/till',
      may: 'till.settings',
      summary: 'By hand, or the demo till that moves none',
      body: z.strictObject({ till: z.enum(['by-hand', 'demo']) }),
      handle: ({ person: { shopId }, body }) =>
        inShop(pool, shopId, (tx) => {
          setTill(tx, shopId, body.till);
          return readTill(tx, shopId);
        }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/settings/till/secret',
      may: 'till.settings',
      summary: 'A new secret for the shop’s payment system, shown once; the one before is void',
      handle: ({ person: { shopId } }) =>
        inShop(pool, shopId, async (tx) => ({ secret: newSecret(tx, vault, shopId) })),
    }),
    route({
      method: 'POST',
      path: '/tills/v1/:shop/calls',
      may: 'public',
      summary: 'Signed by the shop’s payment system: an operation was paid, or surely was not',
      params: z.strictObject({ shop: line(60) }),
      body: z.strictObject({ call: line(4000) }),
      async handle({ params, body, request }) {
        calls.take(request.ip);
        const shop = await shops.bySlug(params.shop);
        if (!shop) refuse({ code: 'unauthenticated' });
        const { 'yinuo-time': time, 'yinuo-signature': signature } = request.headers;
        const signed = { time: String(time ?? ''), signature: String(signature ?? ''), raw: body.call };
        await requireSigned(operations, shop.shopId, signed);
        return takeCall(operations, shop.shopId, parse(calling, jsonOf(body.call), 'call'));
      },
    }),
  ];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse({ code: 'invalid', problems: [{ field: 'call', problem: 'malformed' }] });
  }
}
