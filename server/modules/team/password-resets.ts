/** A link for somebody who forgot their password: made by an administrator, works once, and not for long. */
import type { AccountAnswer, LinkAnswer, OpenedLink } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import { noteChange } from './changes.ts';
import type { Managing } from './context.ts';
import { newLinkToken, readLinkToken } from './links.ts';
import { requireManager } from './managers.ts';
import { hashPassword, requireGoodPassword } from './passwords.ts';
import { readPerson } from './person.ts';

const lifeMs = 24 * 3600_000;

export function makeReset({ pool, now }: Managing, by: Person, agentId: string): Promise<LinkAnswer> {
  const { token, hash } = newLinkToken(by.shopId);
  const expiresAt = now() + lifeMs;
  return inShop(pool, by.shopId, async (tx) => {
    await requireManager(tx, by);
    const person = await readPerson(tx, by.shopId, agentId);
    if (person.left_at !== null) refuse({ code: 'conflict', reason: 'has-left' });
    tx.send(
      `insert into password_resets (shop_id, agent_id, token_hash, made_by, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (shop_id, agent_id) do update set token_hash = excluded.token_hash, made_by = excluded.made_by,
        created_at = excluded.created_at, expires_at = excluded.expires_at, used_at = null`,
      [by.shopId, agentId, hash, by.agentId, at(now()), at(expiresAt)],
    );
    noteChange(tx, by.shopId, { kind: 'reset-sent', byId: by.agentId, agentId, at: now() });
    return { token, expiresAt };
  });
}

export async function openReset(team: Managing, token: string): Promise<OpenedLink> {
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

/** Every session that knew the old password ends; a second step stays. */
export async function useReset(team: Managing, token: string, password: string): Promise<AccountAnswer> {
  const { shopId, hash, row } = await find(team, token);
  const { slug, name: shopName } = await team.shops.get(shopId);
  const { login, name, work_number: workNumber } = row;
  requireGoodPassword(password, { login, name, workNumber, shop: slug, shopName });
  const passwordHash = await hashPassword(password);
  const tellSockets = await inShop(team.pool, shopId, async (tx) => {
    const now = team.now();
    const { agent_id: agentId } = await findIn(tx, shopId, hash, now);
    tx.send('update password_resets set used_at = $3 where shop_id = $1 and agent_id = $2', [
      shopId,
      agentId,
      at(now),
    ]);
    tx.send('update agents set password_hash = $3 where shop_id = $1 and agent_id = $2', [
      shopId,
      agentId,
      passwordHash,
    ]);
    noteChange(tx, shopId, { kind: 'password-reset', byId: agentId, agentId, at: now });
    return team.sessions.endAllOf(tx, { shopId, agentId });
  });
  tellSockets();
  return { account: `${slug}:${login}` };
}

async function find({ pool, now }: Managing, token: string) {
  const link = readLinkToken(token);
  if (!link) refuse({ code: 'conflict', reason: 'reset-used' });
  const row = await inShop(pool, link.shopId, (tx) => findIn(tx, link.shopId, link.hash, now()));
  return { ...link, row };
}

/** Unknown, used, run out, or of somebody who has left: one answer for all. */
async function findIn(tx: Tx, shopId: string, hash: Buffer, now: number) {
  const [row] = await tx.query<{
    agent_id: string;
    login: string;
    name: string;
    work_number: string;
    expires_at: number;
  }>(
    `select r.agent_id, a.login, a.name, a.work_number, r.expires_at from password_resets r
    join agents a on a.shop_id = r.shop_id and a.agent_id = r.agent_id and a.left_at is null
    where r.shop_id = $1 and r.token_hash = $2 and r.used_at is null and r.expires_at > $3 for update of r`,
    [shopId, hash, at(now)],
  );
  return row ?? refuse({ code: 'conflict', reason: 'reset-used' });
}

const at = (ms: number) => new Date(ms).toISOString();
