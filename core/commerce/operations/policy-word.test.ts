import { expect, test } from 'vitest';
import { decide } from '../policy/decide.ts';
import { claimOf, type Given, toBeSent } from '../policy/testing.ts';
import { withoutLimits } from './policy-word.ts';

const dear: Given = { reason: 'defect', wish: 'compensation', item: { unitPrice: 1_000_00 } };

test.each<[string, Given, string, string[]]>([
  ['money above an own limit', dear, 'allowed', []],
  ['money above everybody’s', { ...dear, item: { unitPrice: 90_000_00 } }, 'allowed', []],
  ['a late return', { now: '2026-12-01' }, 'approval lead', ['needs-lead']],
  ['harm', { reason: 'harm' }, 'approval supervisor', []],
  ['no ground', { wish: 'compensation' }, 'refused', []],
  ['before dispatch', { wish: 'refund', order: toBeSent }, 'allowed', []],
])('%s: no limit in it, its own word stays', (_, given, outcome, needs) => {
  const decision = decide(claimOf(given));
  const word = withoutLimits(decision);
  const clauses = word.why.map(({ clause }) => clause);
  expect([word.outcome, word.approval].filter(Boolean).join(' ')).toBe(outcome);
  expect(clauses.filter((clause) => clause.startsWith('limit-'))).toEqual([]);
  expect(clauses).toEqual(expect.arrayContaining(needs));
  expect([word.amount, word.plans]).toEqual([decision.amount, decision.plans]);
});
