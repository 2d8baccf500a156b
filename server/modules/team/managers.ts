/** Only administrators manage people, and there is always one. */
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';

/**
 * Locks all administrators of the shop, so that of two who close each other's account one is still there to do it:
 * since nobody changes themselves, the last one stays.
 */
export async function requireManager(tx: Tx, by: Person): Promise<void> {
  const rows = await tx.query<{ agent_id: string }>(
    `select agent_id from agents where shop_id = $1 and role = 'administrator' and left_at is null
    order by agent_id for update`,
    [by.shopId],
  );
  if (!rows.some((row) => row.agent_id === by.agentId))
    refuse({ code: 'forbidden', permission: 'team.manage' });
}
