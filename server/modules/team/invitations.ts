/** Inviting somebody: a link that works once, and not for long. Who follows it chooses a password and is in. */
import { v7 as uuid } from 'uuid';
import type {
  AccountAnswer,
  InvitationRow,
  LinkAnswer,
  OpenedLink,
  PersonDetails,
} from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Group, Person, Role } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import { noteChange } from './changes.ts';
import type { Managing } from './context.ts';
import { newLinkToken, readLinkToken } from './links.ts';
import { requireManager } from './managers.ts';
import { hashPassword, requireGoodPassword } from './passwords.ts';
import { inOrder } from './person.ts';
import { requireFreeLogin, requireFreeWorkNumber, takenIsRefused } from './taken.ts';

const lifeMs = 7 * 24 * 3600_000;

export function invite(
  { pool, now }: Managing,
  by: Person,
  { login, name, workNumber, role, groups, capacity }: PersonDetails & { login: string },
): Promise<LinkAnswer & { invitationId: string }> {
  const { token, hash } = newLinkToken(by.shopId);
  const invitationId = uuid();
  const expiresAt = now() + lifeMs;
  return takenIsRefused(
    inShop(pool, by.shopId, async (tx) => {
      await requireManager(tx, by);
      await requireFreeLogin(tx, by.shopId, login);
      await requireFreeWorkNumber(tx, by.shopId, workNumber);
      await tx.query(
        `insert into invitations (shop_id, invitation_id, token_hash, login, name, work_number, role, groups, capacity,
          invited_by, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          by.shopId,
          invitationId,
          hash,
          login,
          name,
          workNumber,
          role,
          inOrder(groups),
          capacity,
          by.agentId,
          at(now()),
          at(expiresAt),
        ],
      );
      noteChange(tx, by.shopId, { kind: 'invited', byId: by.agentId, agentId: null, at: now() });
      return { invitationId, token, expiresAt };
    }),
  );
}

/** Another link in place of the one before, which is worth nothing from now on. */
export function renewInvitation(
  { pool, now }: Managing,
  by: Person,
  invitationId: string,
): Promise<LinkAnswer> {
  const { token, hash } = newLinkToken(by.shopId);
  const expiresAt = now() + lifeMs;
  return inShop(pool, by.shopId, async (tx) => {
    await requireManager(tx, by);
    const rows = await tx.query(
      `update invitations set token_hash = $3, expires_at = $4 where shop_id = $1 and invitation_id = $2
        and accepted_at is null and withdrawn_at is null returning 1`,
      [by.shopId, invitationId, hash, at(expiresAt)],
    );
    if (rows.length === 0) refuse({ code: 'not-found', what: 'invitation' });
    noteChange(tx, by.shopId, { kind: 'invitation-renewed', byId: by.agentId, agentId: null, at: now() });
    return { token, expiresAt };
  });
}

export function withdrawInvitation({ pool, now }: Managing, by: Person, invitationId: string): Promise<void> {
  return inShop(pool, by.shopId, async (tx) => {
    await requireManager(tx, by);
    const rows = await tx.query(
      `update invitations set withdrawn_at = $3 where shop_id = $1 and invitation_id = $2
        and accepted_at is null and withdrawn_at is null returning 1`,
      [by.shopId, invitationId, at(now())],
    );
    if (rows.length === 0) refuse({ code: 'not-found', what: 'invitation' });
    noteChange(tx, by.shopId, { kind: 'invitation-withdrawn', byId: by.agentId, agentId: null, at: now() });
  });
}

export async function openInvitation(team: Managing, token: string): Promise<OpenedLink> {
  const { shopId, row } = await find(team, token);
  const { slug, name } = await team.shops.get(shopId);
  return {
    shop: slug,
    shopName: name,
    login: row.login,
    name: row.name,
    workNumber: row.work_number,
    expiresAt: row.expires_at,
  };
}

export async function acceptInvitation(
  team: Managing,
  token: string,
  password: string,
): Promise<AccountAnswer> {
  const { shopId, hash, row } = await find(team, token);
  const { slug, name: shopName } = await team.shops.get(shopId);
  const { login, name, work_number: workNumber } = row;
  requireGoodPassword(password, { login, name, workNumber, shop: slug, shopName });
  const passwordHash = await hashPassword(password);
  await takenIsRefused(
    inShop(team.pool, shopId, async (tx) => {
      const now = team.now();
      // Looked at again behind the row's lock: of two who follow the link at once, one gets in.
      const invitation = await findIn(tx, shopId, hash, now);
      const agentId = uuid();
      await tx.query(
        `insert into agents (shop_id, agent_id, login, name, work_number, role, groups, capacity, password_hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          shopId,
          agentId,
          invitation.login,
          invitation.name,
          invitation.work_number,
          invitation.role,
          invitation.groups,
          invitation.capacity,
          passwordHash,
        ],
      );
      tx.send(
        'update invitations set accepted_at = $3, agent_id = $4 where shop_id = $1 and invitation_id = $2',
        [shopId, invitation.invitation_id, at(now), agentId],
      );
      noteChange(tx, shopId, { kind: 'joined', byId: invitation.invited_by, agentId, at: now });
    }),
  );
  return { account: `${slug}:${login}` };
}

export async function listInvitations(tx: Tx, shopId: string): Promise<InvitationRow[]> {
  const rows = await tx.query<FoundRow & { invited_by_name: string; created_at: number }>(
    `select i.*, a.name as invited_by_name from invitations i
    join agents a on a.shop_id = i.shop_id and a.agent_id = i.invited_by
    where i.shop_id = $1 and i.accepted_at is null and i.withdrawn_at is null order by i.created_at desc`,
    [shopId],
  );
  return rows.map((row) => ({
    invitationId: row.invitation_id,
    login: row.login,
    name: row.name,
    workNumber: row.work_number,
    role: row.role,
    groups: row.groups,
    capacity: row.capacity,
    invitedBy: row.invited_by_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }));
}

async function find({ pool, now }: Managing, token: string) {
  const link = readLinkToken(token);
  if (!link) refuse({ code: 'conflict', reason: 'invitation-used' });
  const row = await inShop(pool, link.shopId, (tx) => findIn(tx, link.shopId, link.hash, now()));
  return { ...link, row };
}

/** Unknown, used, withdrawn, run out, or of somebody who manages nobody any more: one answer for all. */
async function findIn(tx: Tx, shopId: string, hash: Buffer, now: number): Promise<FoundRow> {
  const [row] = await tx.query<FoundRow>(
    `select i.* from invitations i
    join agents a on a.shop_id = i.shop_id and a.agent_id = i.invited_by
      and a.left_at is null and a.role = 'administrator'
    where i.shop_id = $1 and i.token_hash = $2 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $3
    for update of i`,
    [shopId, hash, at(now)],
  );
  return row ?? refuse({ code: 'conflict', reason: 'invitation-used' });
}

interface FoundRow {
  invitation_id: string;
  login: string;
  name: string;
  work_number: string;
  role: Role;
  groups: Group[];
  capacity: number;
  invited_by: string;
  expires_at: number;
}

const at = (ms: number) => new Date(ms).toISOString();
