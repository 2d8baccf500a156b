/** The versions of a shop's after-sale policy. One is added, none is ever changed: what was decided names the one it was decided by. */
import type { PolicyVersionLine } from '../../../../core/commerce/policy-api.ts';
import { completePolicy } from '../../../../core/commerce/policy/complete-policy.ts';
import { defaultPolicy, type Policy } from '../../../../core/commerce/policy/policy.ts';
import type { Tx } from '../../../platform/database/pool.ts';

export interface PolicyVersion {
  version: number;
  policy: Policy;
}

export interface NewPolicy {
  /** What it was made from: saved only while that is the current one. */
  basedOn: number;
  policy: Policy;
  by: string;
  note: string;
  at: number;
}

/** What the shop's own orders are decided by now. */
export const policyOf = async (tx: Tx, shopId: string): Promise<PolicyVersion> =>
  (await readPolicyVersion(tx, shopId))!;

/** The current one, or the one named; null: the shop has no such version. */
export async function readPolicyVersion(
  tx: Tx,
  shopId: string,
  version?: number,
): Promise<PolicyVersion | null> {
  const [row] = await tx.query<{ version: number; policy: object }>(
    `select version, policy from policy_versions where shop_id = $1 and ($2::int is null or version = $2)
    order by version desc limit 1`,
    [shopId, version ?? null],
  );
  if (row) return { version: row.version, policy: completePolicy(row.policy) };
  return version ? null : { version: 0, policy: defaultPolicy };
}

/** false: another version has come meanwhile. */
export async function addPolicyVersion(tx: Tx, shopId: string, one: NewPolicy): Promise<boolean> {
  const added = await tx.query(
    `insert into policy_versions (shop_id, version, policy, saved_by, note, created_at)
    select $1, $2 + 1, $3, $4, $5, $6
    where $2 = (select coalesce(max(version), 0) from policy_versions where shop_id = $1)
    on conflict do nothing returning version`,
    [shopId, one.basedOn, JSON.stringify(one.policy), one.by, one.note, new Date(one.at).toISOString()],
  );
  return added.length > 0;
}

/** Newest first. */
export function listPolicyVersions(tx: Tx, shopId: string): Promise<PolicyVersionLine[]> {
  return tx.query(
    `select v.version, v.created_at as at, v.note, json_build_object('agentId', a.agent_id, 'name', a.name) as by
    from policy_versions v join agents a on a.shop_id = v.shop_id and a.agent_id = v.saved_by
    where v.shop_id = $1 order by v.version desc limit 200`,
    [shopId],
  );
}
