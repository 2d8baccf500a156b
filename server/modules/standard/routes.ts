/** The settings of the standard: who may read them, who may change them. */
import { z } from 'zod';
import type { StandardAnswer } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { inShop, snapshotOfShop } from '../../platform/database/pool.ts';
import { line } from '../../platform/sockets/frames.ts';
import type { Standing } from './save.ts';
import { saveSettings } from './save.ts';
import { settingsSchema } from './settings-schema.ts';
import { listVersions, readVersion } from './versions.ts';

const number = z.int().min(0).max(2_147_483_646);
const saving = z.strictObject({ settings: settingsSchema, basedOn: number, note: line(400) });
const named = z.strictObject({ version: z.coerce.number().pipe(number) });

export function standardRoutes(standing: Standing): Route[] {
  const { pool } = standing;
  return [
    route({
      method: 'GET',
      path: '/api/v1/standard',
      may: 'standard.read',
      summary: 'The settings of the standard in force, and the versions before',
      handle: ({ person: { shopId } }): Promise<StandardAnswer> =>
        snapshotOfShop(pool, shopId, async (tx) => {
          const { version, settings, toothless } = (await readVersion(tx, shopId))!;
          const since = Object.entries(toothless) as [RuleId, number][];
          return {
            version,
            settings,
            toothless: since.map(([rule, at]) => ({ rule, since: at })),
            history: await listVersions(tx, shopId),
          };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/standard/versions/:version',
      may: 'standard.read',
      summary: 'The settings as they were',
      params: named,
      async handle({ person: { shopId }, params }) {
        const found = await inShop(pool, shopId, (tx) => readVersion(tx, shopId, params.version));
        if (!found) refuse({ code: 'not-found', what: 'standard' });
        return { version: found.version, settings: found.settings };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/standard',
      may: 'standard.write',
      summary: 'Save a new version; 409 where it is not based on the current one',
      body: saving,
      status: 201,
      handle: ({ person, body }) => saveSettings(standing, person, body),
    }),
  ];
}
