/** The people of a shop as its administrators see them, and what they decide about each. */
import type { PeopleAnswer, PersonDetails, PersonRow, TeamChange } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { PresenceState } from '../../../core/wire.ts';
import { inShop } from '../../platform/database/pool.ts';
import { changesOf, noteChange } from './changes.ts';
import type { Managing } from './context.ts';
import { listInvitations } from './invitations.ts';
import { requireManager } from './managers.ts';
import type { PersonFields } from './person.ts';
import { inOrder, readPerson } from './person.ts';
import { requireFreeWorkNumber, takenIsRefused } from './taken.ts';

export function listPeople({ pool, now }: Managing, { shopId }: Person): Promise<PeopleAnswer> {
  return inShop(pool, shopId, async (tx) => {
    const rows = await tx.query<ListedRow>(
      `select a.agent_id, a.login, a.name, a.work_number, a.role, a.groups, a.capacity, a.left_at,
        (select min(p.state) from presence p
          where p.shop_id = a.shop_id and p.agent_id = a.agent_id and p.expires_at > $2) as presence,
        (select count(*)::int from conversations c
          where c.shop_id = a.shop_id and c.assignee_id = a.agent_id and c.state = 'assigned') as open,
        (select max(s.last_seen_at) from sessions s
          where s.shop_id = a.shop_id and s.agent_id = a.agent_id and s.ended_at is null and s.expires_at > $2) as last_seen_at,
        exists (select from second_steps t
          where t.shop_id = a.shop_id and t.agent_id = a.agent_id and t.confirmed_at is not null) as second_step
      from agents a where a.shop_id = $1 order by a.left_at is not null, a.work_number`,
      [shopId, new Date(now()).toISOString()],
    );
    return { people: rows.map(personRow), invitations: await listInvitations(tx, shopId) };
  });
}

export function readChanges({ pool }: Managing, { shopId }: Person, agentId: string): Promise<TeamChange[]> {
  return inShop(pool, shopId, async (tx) => {
    await readPerson(tx, shopId, agentId);
    return changesOf(tx, shopId, agentId);
  });
}

export async function changePerson(
  { pool, sessions, now }: Managing,
  by: Person,
  agentId: string,
  wanted: PersonDetails,
): Promise<void> {
  const details = { ...wanted, groups: inOrder(wanted.groups) };
  const tellSockets = await takenIsRefused(
    inShop(pool, by.shopId, async (tx) => {
      await requireManager(tx, by);
      const before = await readPerson(tx, by.shopId, agentId);
      if (before.left_at !== null) refuse({ code: 'conflict', reason: 'has-left' });
      if (agentId === by.agentId && details.role !== before.role)
        refuse({ code: 'conflict', reason: 'own-account' });
      if (details.workNumber !== before.work_number)
        await requireFreeWorkNumber(tx, by.shopId, details.workNumber);
      tx.send(
        `update agents set name = $3, work_number = $4, role = $5, groups = $6, capacity = $7
        where shop_id = $1 and agent_id = $2`,
        [
          by.shopId,
          agentId,
          details.name,
          details.workNumber,
          details.role,
          details.groups,
          details.capacity,
        ],
      );
      const data = changesBetween(before, details);
      noteChange(tx, by.shopId, { kind: 'edited', byId: by.agentId, agentId, data, at: now() });
      return isSomebodyElse(before, details)
        ? sessions.personChanged(tx, { shopId: by.shopId, agentId })
        : () => {};
    }),
  );
  tellSockets();
}

/** Their sessions and sockets end now; their conversations go back into the queue with the next round of the house. */
export async function closeAccount(
  { pool, sessions, now }: Managing,
  by: Person,
  agentId: string,
): Promise<void> {
  const tellSockets = await inShop(pool, by.shopId, async (tx) => {
    await requireManager(tx, by);
    const person = await readPerson(tx, by.shopId, agentId);
    if (agentId === by.agentId) refuse({ code: 'conflict', reason: 'own-account' });
    if (person.left_at !== null) return () => {};
    tx.send('update agents set left_at = $3 where shop_id = $1 and agent_id = $2', [
      by.shopId,
      agentId,
      new Date(now()).toISOString(),
    ]);
    tx.send('delete from presence where shop_id = $1 and agent_id = $2', [by.shopId, agentId]);
    // A link that was made for them would open the account again.
    tx.send('delete from password_resets where shop_id = $1 and agent_id = $2', [by.shopId, agentId]);
    noteChange(tx, by.shopId, { kind: 'closed', byId: by.agentId, agentId, at: now() });
    return sessions.endAllOf(tx, { shopId: by.shopId, agentId });
  });
  tellSockets();
}

export function reopenAccount({ pool, now }: Managing, by: Person, agentId: string): Promise<void> {
  return inShop(pool, by.shopId, async (tx) => {
    await requireManager(tx, by);
    const person = await readPerson(tx, by.shopId, agentId);
    if (person.left_at === null) return;
    tx.send('update agents set left_at = null where shop_id = $1 and agent_id = $2', [by.shopId, agentId]);
    noteChange(tx, by.shopId, { kind: 'reopened', byId: by.agentId, agentId, at: now() });
  });
}

/** Ends every session of somebody's: a lost laptop, a colleague's phone. */
export async function signOutEverywhere(
  { pool, sessions, now }: Managing,
  by: Person,
  agentId: string,
): Promise<void> {
  const tellSockets = await inShop(pool, by.shopId, async (tx) => {
    await requireManager(tx, by);
    await readPerson(tx, by.shopId, agentId);
    noteChange(tx, by.shopId, { kind: 'signed-out', byId: by.agentId, agentId, at: now() });
    return sessions.endAllOf(tx, { shopId: by.shopId, agentId });
  });
  tellSockets();
}

/** What stands in their sockets and on what they say. */
function isSomebodyElse(before: PersonFields, after: PersonDetails): boolean {
  return (
    before.role !== after.role ||
    before.groups.join() !== after.groups.join() ||
    before.name !== after.name ||
    before.work_number !== after.workNumber
  );
}

function changesBetween(before: PersonFields, after: PersonDetails): TeamChange['data'] {
  const data: TeamChange['data'] = {};
  if (before.role !== after.role) data.role = [before.role, after.role];
  if (before.groups.join() !== after.groups.join()) data.groups = [before.groups, after.groups];
  if (before.capacity !== after.capacity) data.capacity = [before.capacity, after.capacity];
  return data;
}

interface ListedRow extends PersonFields {
  agent_id: string;
  presence: PresenceState | null;
  open: number;
  last_seen_at: number | null;
  second_step: boolean;
}

function personRow(row: ListedRow): PersonRow {
  return {
    agentId: row.agent_id,
    login: row.login,
    name: row.name,
    workNumber: row.work_number,
    role: row.role,
    groups: inOrder(row.groups),
    capacity: row.capacity,
    presence: row.presence ?? 'offline',
    open: row.open,
    lastSeenAt: row.last_seen_at,
    secondStep: row.second_step,
    leftAt: row.left_at,
  };
}
