/** Who is at their desk: leases that a connection renews, and that run out by themselves. */
import type { Colleague } from '../../../core/api.ts';
import type { Group, Role } from '../../../core/team/roles.ts';
import type { PresenceState } from '../../../core/wire.ts';
import type { Tx } from '../../platform/database/pool.ts';

/** A connection renews at a third of this. */
export const leaseMs = 45_000;

export interface Lease {
  shopId: string;
  agentId: string;
  connectionId: string;
  state: PresenceState;
}

export function renewLease(tx: Tx, { shopId, agentId, connectionId, state }: Lease, now: number): void {
  tx.send(
    `insert into presence (shop_id, agent_id, connection_id, state, expires_at) values ($1, $2, $3, $4, $5)
    on conflict (shop_id, agent_id, connection_id) do update set state = excluded.state, expires_at = excluded.expires_at`,
    [shopId, agentId, connectionId, state, new Date(now + leaseMs).toISOString()],
  );
}

export function endLease(tx: Tx, { shopId, agentId, connectionId }: Omit<Lease, 'state'>): void {
  tx.send('delete from presence where shop_id = $1 and agent_id = $2 and connection_id = $3', [
    shopId,
    agentId,
    connectionId,
  ]);
}

/** What stands of a person, wherever their connections are. */
export async function presenceOf(
  tx: Tx,
  { shopId, agentId }: Pick<Lease, 'shopId' | 'agentId'>,
  now: number,
): Promise<PresenceState | 'offline'> {
  const [row] = await tx.query<{ state: PresenceState | null }>(
    'select min(state) as state from presence where shop_id = $1 and agent_id = $2 and expires_at > $3',
    [shopId, agentId, new Date(now).toISOString()],
  );
  return row?.state ?? 'offline';
}

export function dropExpiredLeases(tx: Tx, shopId: string, now: number): Promise<{ agent_id: string }[]> {
  return tx.query('delete from presence where shop_id = $1 and expires_at <= $2 returning agent_id', [
    shopId,
    new Date(now).toISOString(),
  ]);
}

/** Everyone of the shop, with presence and load. One open connection at work makes them available. */
export async function listColleagues(tx: Tx, shopId: string, now: number): Promise<Colleague[]> {
  const rows = await tx.query<ColleagueRow>(
    `select a.agent_id, a.name, a.work_number, a.role, a.groups, a.capacity,
      (select min(p.state) from presence p where p.shop_id = a.shop_id and p.agent_id = a.agent_id and p.expires_at > $2) as presence,
      (select count(*)::int from conversations c where c.shop_id = a.shop_id and c.assignee_id = a.agent_id and c.state = 'assigned') as open
    from agents a where a.shop_id = $1 and a.left_at is null order by a.work_number`,
    [shopId, new Date(now).toISOString()],
  );
  return rows.map((row) => ({
    agentId: row.agent_id,
    name: row.name,
    workNumber: row.work_number,
    role: row.role,
    groups: row.groups,
    presence: row.presence ?? 'offline',
    open: row.open,
    capacity: row.capacity,
  }));
}

interface ColleagueRow {
  agent_id: string;
  name: string;
  work_number: string;
  role: Role;
  groups: Group[];
  capacity: number;
  /** 'available' sorts before 'away'. */
  presence: PresenceState | null;
  open: number;
}
