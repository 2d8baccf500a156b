/** How long a reply may be taken back before it leaves: as the shop has it, or as a person set it for themselves. */
import { z } from 'zod';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import type { Shops } from './settings.ts';

const seconds = z.int().min(0).max(10);
const own = z.strictObject({ seconds: seconds.nullable() });
const usual = z.strictObject({ seconds });

export function undoTimeRoutes({ pool, shops }: { pool: Pool; shops: Shops }): Route[] {
  return [
    route({
      method: 'PUT',
      path: '/api/v1/me/undo-time',
      may: 'conversations.reply',
      summary: 'How long my replies may be taken back; null: as the shop has it',
      body: own,
      async handle({ person: { shopId, agentId }, body }) {
        await inShop(pool, shopId, async (tx) =>
          tx.send('update agents set undo_seconds = $3 where shop_id = $1 and agent_id = $2', [
            shopId,
            agentId,
            body.seconds,
          ]),
        );
      },
    }),
    route({
      method: 'PUT',
      path: '/api/v1/shop/undo-time',
      may: 'standard.write',
      summary: 'How long replies may be taken back where a person has not set it',
      body: usual,
      async handle({ person: { shopId }, body }) {
        await inShop(pool, shopId, async (tx) =>
          tx.send(
            `update shops set settings = jsonb_set(settings, '{undoSeconds}', $2::jsonb) where shop_id = $1`,
            [shopId, JSON.stringify(body.seconds)],
          ),
        );
        shops.forget(shopId);
      },
    }),
  ];
}
