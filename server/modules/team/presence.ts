/** Who is at their desk: leases that a connection renews, and that run out by themselves. */
import type { Colleague } from '../../../core/api.ts';
import type { Group, Role } from '../../../core/team/roles.ts';
import type { PresenceState } from '../../../core/wire.ts';
import type { Tx } from '../../platform/database/pool.ts';

/** A connection renews at a third of this. */
export const leaseMs = 45_000;

export interface Lease {
  agentId: string;
  connectionId: string;
  state: PresenceState;
}

/** All of a node's in one statement: a shop has many, and an idle one should cost nothing. */
export function renewLeases(tx: Tx, shopId: string, leases: readonly Lease[], now: number): void {
  tx.send(
    `insert into presence (shop_id, agent_id, connection_id, state, expires_at)
    select $1, agent_id, connection_id, state, $5
      from unnest($2::uuid[], $3::uuid[], $4::text[]) as renewed (agent_id, connection_id, state)
    on conflict (shop_id, agent_id, connection_id) do update set state = excluded.state, expires_at = excluded.expires_at`,
    [
      shopId,
      leases.map(({ agentId }) => agentId),
      leases.map(({ connectionId }) => connectionId),
      leases.map(({ state }) => state),
      new Date(now + leaseMs).toISOString(),
    ],
  );
}

export function endLeases(tx: Tx, shopId: string, leases: readonly Lease[]): void {
  tx.send(
    `delete from presence where shop_id = $1
      and (agent_id, connection_id) in (select * from unnest($2::uuid[], $3::uuid[]))`,
    [shopId, leases.map(({ agentId }) => agentId), leases.map(({ connectionId }) => connectionId)],
  );
}

/** What stands of a person, wherever their connections are. */
export async function presenceOf(
  tx: Tx,
  shopId: string,
  agentId: string,
  now: number,
): Promise<PresenceState | 'offline'> {
  const [row] = await tx.query<{ state: PresenceState | null }>(
    'select min(state) as state from presence where shop_id = $1 and agent_id = $2 and expires_at > $3',
    [shopId, agentId, new Date(now).toISOString()],
  );
  return row?.state ?? 'offline';
}

/** What is just being renewed is left alone: whoever waits for one lease while holding another could wait for ever. */
export function dropExpiredLeases(tx: Tx, shopId: string, now: number): Promise<{ agent_id: string }[]> {
  return tx.query(
    `delete from presence where (shop_id, agent_id, connection_id) in (
      select shop_id, agent_id, connection_id from presence where shop_id = $1 and expires_at <= $2 for update skip locked
    ) returning agent_id`,
    [shopId, new Date(now).toISOString()],
  );
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
