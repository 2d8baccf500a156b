import { describe, expect, test } from 'vitest';
import type { Role } from '../../team/roles.ts';
import { approvalOf } from './limits.ts';
import { defaultPolicy } from './policy.ts';

const signers = (actor: Role, counts: number) => {
  const plan = { kind: 'compensation', amount: counts, counts } as const;
  const { approval, secondSignature } = approvalOf(plan, actor, defaultPolicy);
  return [approval, secondSignature].filter((signer) => signer !== null).join(' and ') || 'nobody else';
};

describe('money above what one may give alone', () => {
  test.each<[Role, number, string]>([
    ['agent', 50_00, 'nobody else'],
    ['agent', 50_01, 'lead'],
    ['agent', 500_00, 'lead'],
    ['agent', 500_01, 'supervisor'],
    ['agent', 5_000_00, 'supervisor'],
    ['agent', 5_000_01, 'supervisor and finance'],
    ['lead', 500_00, 'nobody else'],
    ['lead', 500_01, 'supervisor'],
    ['supervisor', 5_000_00, 'nobody else'],
    ['supervisor', 5_000_01, 'supervisor and finance'],
    ['finance', 1, 'lead'],
    ['finance', 5_000_01, 'supervisor'],
    ['warehouse', 0, 'nobody else'],
  ])('%s, %i fen: %s', (actor, counts, expected) => expect(signers(actor, counts)).toBe(expected));

  test('a clause that names its approver needs them whatever the amount', () => {
    const plan = { kind: 'return', amount: 1, needs: 'supervisor' } as const;
    expect(approvalOf(plan, 'lead', defaultPolicy).approval).toBe('supervisor');
    expect(approvalOf({ ...plan, counts: 500_01 }, 'supervisor', defaultPolicy).approval).toBeNull();
  });
});
