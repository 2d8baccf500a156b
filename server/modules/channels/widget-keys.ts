/** Keys that the shop signs its customers' identity with: the secret is shown once, and kept sealed. */
import { randomBytes } from 'node:crypto';
import type { NewWidgetKey, WidgetKey } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';

export interface KeyKeeper {
  pool: Pool;
  vault: Vault;
  now(): number;
}

/** More than changing them ever needs. */
const mostKeys = 50;

/** Those in use first, then the newest. */
export function listKeys(tx: Tx, shopId: string): Promise<WidgetKey[]> {
  return tx.query(
    `select k.key_id as "keyId", k.created_at as "createdAt", c.name as "createdBy",
      k.revoked_at as "revokedAt", r.name as "revokedBy"
    from widget_keys k
    left join agents c on c.shop_id = k.shop_id and c.agent_id = k.created_by
    left join agents r on r.shop_id = k.shop_id and r.agent_id = k.revoked_by
    where k.shop_id = $1 order by k.revoked_at is not null, k.created_at desc, k.key_id`,
    [shopId],
  );
}

export async function makeKey(
  { pool, vault, now }: KeyKeeper,
  { shopId, agentId }: Person,
  keyId: string,
): Promise<NewWidgetKey> {
  // Written as text, since the shop's server takes it from its settings as text.
  const secret = randomBytes(32).toString('base64url');
  await inShop(pool, shopId, async (tx) => {
    const [row] = await tx.query<{ count: number }>(
      'select count(*)::int as count from widget_keys where shop_id = $1 and revoked_at is null',
      [shopId],
    );
    if (row!.count >= mostKeys)
      refuse({ code: 'invalid', problems: [{ field: 'keyId', problem: 'not-allowed', limit: mostKeys }] });
    const made = await tx.query(
      `insert into widget_keys (shop_id, key_id, secret_sealed, created_at, created_by) values ($1, $2, $3, $4, $5)
      on conflict do nothing returning key_id`,
      [shopId, keyId, vault.seal(Buffer.from(secret)), new Date(now()).toISOString(), agentId],
    );
    if (made.length === 0) refuse({ code: 'conflict', reason: 'key-id-taken' });
  });
  return { keyId, secret };
}

/** What was signed with it no longer opens a session; visitors who are already here stay. */
export async function revokeKey(
  { pool, now }: KeyKeeper,
  { shopId, agentId }: Person,
  keyId: string,
): Promise<void> {
  const revoked = await inShop(pool, shopId, (tx) =>
    tx.query(
      `update widget_keys set revoked_at = coalesce(revoked_at, $3), revoked_by = coalesce(revoked_by, $4)
      where shop_id = $1 and key_id = $2 returning key_id`,
      [shopId, keyId, new Date(now()).toISOString(), agentId],
    ),
  );
  if (revoked.length === 0) refuse({ code: 'not-found', what: 'key' });
}
