import { expect, test } from 'vitest';
import { completePolicy } from './complete-policy.ts';
import { defaultPolicy } from './policy.ts';

test('a policy that was saved before a number existed has that number as the default does', () => {
  const { late: _, ...compensation } = defaultPolicy.compensation;
  const { price: __, ...days } = defaultPolicy.days;
  const saved = { ...defaultPolicy, days: { ...days, return: 15 }, compensation, excludedByLaw: [] };
  expect(completePolicy(saved)).toEqual({
    ...defaultPolicy,
    days: { ...defaultPolicy.days, return: 15 },
    excludedByLaw: [],
  });
});

test('a cap that the shop lifted stays lifted', () => {
  const late = { percent: 10, most: null };
  expect(completePolicy({ compensation: { ...defaultPolicy.compensation, late } }).compensation.late).toEqual(
    late,
  );
});
