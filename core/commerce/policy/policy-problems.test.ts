import { describe, expect, test } from 'vitest';
import { policyProblemWords } from '../../words/policy-problems.ts';
import { defaultPolicy } from './policy.ts';
import { type PolicyProblem, readPolicy } from './policy-problems.ts';
import { decided } from './testing.ts';

/** The default with one field set to another value. */
function edited(path: string, value: unknown): unknown {
  const policy: Record<string, unknown> = structuredClone({ ...defaultPolicy });
  const keys = path.split('.');
  const last = keys.pop()!;
  let part = policy;
  for (const key of keys) part = part[key] as Record<string, unknown>;
  part[last] = value;
  return policy;
}
const problemsOf = (value: unknown): PolicyProblem[] => {
  const read = readPolicy(value);
  return 'problems' in read ? read.problems : [];
};

describe('a policy of a shop', () => {
  test('the default is sound', () => expect(readPolicy(defaultPolicy)).toEqual({ policy: defaultPolicy }));

  test.each<[string, string, unknown, PolicyProblem]>([
    [
      'fewer days than the law gives',
      'days.return',
      6,
      { field: 'days.return', problem: 'below-law', limit: 7 },
    ],
    [
      'slower payment than the law asks',
      'days.payout',
      8,
      { field: 'days.payout', problem: 'above-law', limit: 7 },
    ],
    [
      'more repairs than the law has the customer bear',
      'failedRepairs',
      3,
      { field: 'failedRepairs', problem: 'above-law', limit: 2 },
    ],
    [
      'late days that end before the first',
      'days.return',
      40,
      { field: 'days.lateReturn', problem: 'below-other', other: 'days.return' },
    ],
    [
      'an agent above the lead',
      'limits.lead',
      40_00,
      { field: 'limits.lead', problem: 'below-other', other: 'limits.agent' },
    ],
    ['half a fen', 'limits.agent', 0.5, { field: 'limits.agent', problem: 'not-whole' }],
    [
      'a negative share',
      'compensation.late.percent',
      -1,
      { field: 'compensation.late.percent', problem: 'not-whole' },
    ],
    [
      'more than all',
      'compensation.late.percent',
      101,
      { field: 'compensation.late.percent', problem: 'too-high', limit: 100 },
    ],
    ['a number as a text', 'days.price', '15', { field: 'days.price', problem: 'not-whole' }],
    ['nothing', 'days.price', undefined, { field: 'days.price', problem: 'missing' }],
    ['no hours', 'stalledHours', 0, { field: 'stalledHours', problem: 'too-low', limit: 1 }],
    ['a field we do not know', 'days.refund', 3, { field: 'days.refund', problem: 'unknown-field' }],
    ['a name that every object has', 'constructor', 3, { field: 'constructor', problem: 'unknown-field' }],
    [
      'an exclusion of its own',
      'excludedByLaw',
      ['opened-hygiene'],
      { field: 'excludedByLaw[0]', problem: 'not-lawful' },
    ],
    [
      'an exclusion twice',
      'excludedByLaw',
      ['fresh', 'fresh'],
      { field: 'excludedByLaw[1]', problem: 'repeated' },
    ],
    ['no list', 'excludedByLaw', null, { field: 'excludedByLaw', problem: 'missing' }],
  ])('%s', (_, path, value, problem) => {
    const found = problemsOf(edited(path, value));
    expect(found).toEqual([problem]);
    for (const lang of ['zh', 'en'] as const) {
      expect(policyProblemWords(found[0]!, lang)).not.toMatch(/undefined|\{/);
    }
  });

  test('anything else is told field by field, and nothing throws', () => {
    for (const value of [null, 3, [], 'policy', {}, { days: 7 }])
      expect(problemsOf(value).length).toBeGreaterThan(10);
  });

  test('a kinder one decides more kindly', () => {
    const kinder = { ...defaultPolicy, days: { ...defaultPolicy.days, return: 14 }, excludedByLaw: [] };
    expect(decided({ now: '2026-11-25' }, kinder)).toBe('allowed, customer, 11900: return, exchange');
    expect(decided({ item: { excluded: 'fresh' } }, kinder)).toBe(
      'allowed, customer, 11900: return, exchange',
    );
  });
});
