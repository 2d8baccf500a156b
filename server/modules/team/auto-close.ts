/** When conversations close by themselves: the shop's own choice. */
import { z } from 'zod';
import type { AutoClose } from '../../../core/team/shop-settings.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import type { Shops } from './settings.ts';

/** Two weeks of working days of ten hours. */
const longest = 14 * 10 * 60;
const saving = z.strictObject({
  autoClose: z
    .strictObject({ afterMinutes: z.int().min(2).max(longest), warnMinutes: z.int().min(1).max(longest) })
    .nullable(),
});

export function autoCloseRoutes({ pool, shops }: { pool: Pool; shops: Shops }): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/settings/auto-close',
      may: 'conversations.read',
      summary: 'After how much silence conversations close by themselves',
      handle: async ({ person }) => ({
        autoClose: (await shops.get(person.shopId)).settings.autoClose ?? null,
      }),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/settings/auto-close',
      may: 'inbox.settings',
      summary: 'Change it; null: never',
      body: saving,
      async handle({ person, body: { autoClose } }) {
        if (autoClose) requireWarningBefore(autoClose);
        await inShop(pool, person.shopId, async (tx) =>
          tx.send(
            `update shops set settings = jsonb_set(settings, '{autoClose}', $2::jsonb) where shop_id = $1`,
            [person.shopId, JSON.stringify(autoClose)],
          ),
        );
        shops.forget(person.shopId);
        return { autoClose };
      },
    }),
  ];
}

function requireWarningBefore({ afterMinutes, warnMinutes }: AutoClose): void {
  if (warnMinutes >= afterMinutes)
    refuse({ code: 'invalid', problems: [{ field: 'autoClose.warnMinutes', problem: 'not-allowed' }] });
}
