/** What was changed about people, for those who ask later: written in the change's own transaction, and never rewritten. */
import { v7 as uuid } from 'uuid';
import type { TeamChange } from '../../../core/api.ts';
import type { Tx } from '../../platform/database/pool.ts';

export interface NewChange {
  kind: TeamChange['kind'];
  byId: string | null;
  agentId: string | null;
  data?: TeamChange['data'];
  at: number;
}

export function noteChange(tx: Tx, shopId: string, { kind, byId, agentId, data = {}, at }: NewChange): void {
  tx.send(
    'insert into team_changes (shop_id, change_id, at, by_id, agent_id, kind, data) values ($1, $2, $3, $4, $5, $6, $7)',
    [shopId, uuid(), new Date(at).toISOString(), byId, agentId, kind, JSON.stringify(data)],
  );
}

/** The newest of one person's. */
export async function changesOf(tx: Tx, shopId: string, agentId: string): Promise<TeamChange[]> {
  const rows = await tx.query<{
    at: number;
    kind: TeamChange['kind'];
    data: TeamChange['data'];
    by: string | null;
  }>(
    `select c.at, c.kind, c.data, a.name as by from team_changes c
    left join agents a on a.shop_id = c.shop_id and a.agent_id = c.by_id
    where c.shop_id = $1 and c.agent_id = $2 order by c.at desc, c.change_id desc limit 50`,
    [shopId, agentId],
  );
  return rows;
}
