/** When the shop works: read, and changed by administrators, each change on the one before. */
import { z } from 'zod';
import type { HoursAnswer } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import { hoursProblems } from '../../../core/team/hours-problems.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { WorkingHours } from '../../../core/team/working-hours.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line } from '../../platform/sockets/frames.ts';
import { noteChange } from './changes.ts';
import type { Managing } from './context.ts';
import { requireManager } from './managers.ts';

const clock = line(5);
const dates = z.array(line(10)).max(400);
const hours = z.strictObject({
  zone: line(60),
  hours: z.array(z.tuple([clock, clock])).max(6),
  days: z.array(z.int().min(1).max(7)).max(7).optional(),
  holidays: dates.optional(),
  workdays: dates.optional(),
});
const saving = z.strictObject({
  hours: z.union([z.literal('always'), hours]),
  basedOn: z.int().min(0).max(2_147_483_646),
});

export function hoursRoutes(team: Managing): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/hours',
      may: 'team.read',
      summary: 'When the shop works',
      handle: ({ person }) => readHours(team, person),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/hours',
      may: 'hours.write',
      summary: 'Change when the shop works; 409 where somebody changed it meanwhile',
      body: saving,
      handle: ({ person, body }) => saveHours(team, person, body),
    }),
  ];
}

function readHours({ pool }: Managing, { shopId }: Person): Promise<HoursAnswer> {
  return inShop(pool, shopId, async (tx) => {
    const [row] = await tx.query<HoursAnswer>(
      `select settings -> 'hours' as hours, hours_version as version from shops where shop_id = $1`,
      [shopId],
    );
    return row!;
  });
}

/** Waits under way are counted anew by them: see the sweep of the conversations. */
async function saveHours(
  { pool, shops, now }: Managing,
  by: Person,
  { hours: wanted, basedOn }: { hours: WorkingHours | 'always'; basedOn: number },
): Promise<HoursAnswer> {
  const problems = hoursProblems(wanted);
  if (problems.length > 0) refuse({ code: 'invalid', problems });
  const { shopId, agentId } = by;
  const saved = await inShop(pool, shopId, async (tx) => {
    await requireManager(tx, by);
    const [row] = await tx.query<HoursAnswer>(
      `update shops set settings = jsonb_set(settings, '{hours}', $2::jsonb), hours_version = hours_version + 1
      where shop_id = $1 and hours_version = $3 returning settings -> 'hours' as hours, hours_version as version`,
      [shopId, JSON.stringify(wanted), basedOn],
    );
    if (!row) refuse({ code: 'conflict', reason: 'hours-changed' });
    noteChange(tx, shopId, { kind: 'hours-changed', byId: agentId, agentId: null, at: now() });
    return row;
  });
  shops.forget(shopId);
  return saved;
}
