/** Saves a new version of the policy, where nobody else has saved one meanwhile. */
import { isDeepStrictEqual } from 'node:util';
import type { Policy } from '../../../../core/commerce/policy/policy.ts';
import { readPolicy } from '../../../../core/commerce/policy/policy-problems.ts';
import { refuse } from '../../../../core/refusal.ts';
import { policyProblemWords } from '../../../../core/words/policy-problems.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Commerce } from '../context.ts';
import { addPolicyVersion, listPolicyVersions, policyOf } from './versions.ts';

export interface SavingPolicy {
  policy: unknown;
  basedOn: number;
  note: string;
}

export async function savePolicy(
  { pool, now }: Pick<Commerce, 'pool' | 'now'>,
  { shopId, agentId }: Person,
  { policy: sent, basedOn, note }: SavingPolicy,
): Promise<{ version: number }> {
  const policy = soundPolicy(sent);
  const saved = await inShop(pool, shopId, async (tx) => {
    const current = await policyOf(tx, shopId);
    // A repetition of what was just saved, by the same person: the answer to the first may have been lost.
    if (current.version === basedOn + 1) {
      const [last] = await listPolicyVersions(tx, shopId);
      return isDeepStrictEqual(current.policy, policy) && last!.by.agentId === agentId && last!.note === note;
    }
    return addPolicyVersion(tx, shopId, { basedOn, policy, by: agentId, note, at: now() });
  });
  if (!saved) refuse({ code: 'conflict', reason: 'policy-changed' });
  return { version: basedOn + 1 };
}

/** Kinder than the law it may be, never less: what goes wrong is named by its field. */
export function soundPolicy(sent: unknown): Policy {
  const read = readPolicy(sent);
  if ('policy' in read) return read.policy;
  return refuse({
    code: 'invalid',
    problems: read.problems.map((problem) => ({
      field: `policy.${problem.field}`,
      problem: 'unsound',
      why: problem.problem,
      ...(problem.limit !== undefined && { limit: problem.limit }),
      says: { zh: policyProblemWords(problem, 'zh'), en: policyProblemWords(problem, 'en') },
    })),
  });
}
