import { describe, expect, it } from 'vitest';
import { defaultPolicy as base } from '../../../../core/commerce/policy/policy.ts';
import { readPolicy } from '../../../../core/commerce/policy/policy-problems.ts';
import { changed, changesBetween, fields, leavesOf, rebased } from './policy-changes.ts';

const ten = changed(base, 'days.return', 10);

describe('a policy by its numbers', () => {
  it('is whole: set one by one into another policy, they make it again', () => {
    const leaves = leavesOf(ten);
    expect([...leaves.keys()]).toEqual([...fields]);
    expect(fields.reduce((policy, field) => changed(policy, field, leaves.get(field)!), base)).toEqual(ten);
    expect('policy' in readPolicy(ten)).toBe(true);
  });

  it('tells what differs, a cap that was lifted among it', () => {
    const lifted = changed(ten, 'compensation.late.most', null);
    expect(changesBetween(base, lifted)).toEqual([
      { field: 'days.return', before: 7, after: 10 },
      { field: 'compensation.late.most', before: 2000, after: null },
    ]);
    expect(changesBetween(base, changed(base, 'excludedByLaw', base.excludedByLaw.slice(1)))).toHaveLength(1);
  });
});

describe('two who change it at once', () => {
  it('both changes stand where they differ in place; mine where both changed one, and it is told', () => {
    const theirs = changed(changed(base, 'days.price', 20), 'days.defect', 30);
    const mine = changed(ten, 'days.defect', 20);
    const { policy, both } = rebased(base, mine, theirs);
    expect(changesBetween(base, policy).map(({ field, after }) => [field, after])).toEqual([
      ['days.return', 10],
      ['days.defect', 20],
      ['days.price', 20],
    ]);
    expect(both).toEqual([{ field: 'days.defect', before: 30, after: 20 }]);
  });
});
