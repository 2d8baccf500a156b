/** One person of a shop, as the table has them. */
import { refuse } from '../../../core/refusal.ts';
import type { Group, Role } from '../../../core/team/roles.ts';
import { groups } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';

export interface PersonFields {
  login: string;
  name: string;
  work_number: string;
  role: Role;
  groups: Group[];
  capacity: number;
  left_at: number | null;
}

/** Locks the row; another shop's person is nobody here. */
export async function readPerson(tx: Tx, shopId: string, agentId: string): Promise<PersonFields> {
  const [row] = await tx.query<PersonFields>(
    `select login, name, work_number, role, groups, capacity, left_at from agents
    where shop_id = $1 and agent_id = $2 for update`,
    [shopId, agentId],
  );
  return row ?? refuse({ code: 'not-found', what: 'agent' });
}

export const inOrder = (chosen: Group[]): Group[] => groups.filter((group) => chosen.includes(group));
