import { expect, test } from 'vitest';
import { figuresOf, median } from './figures.ts';

test('percentiles are values that were measured, by nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(figuresOf(7, hundred, [3])).toEqual({
    rate: 7,
    delivered: { p50: 50, p99: 99 },
    acknowledged: { p50: 3, p99: 3 },
  });
});

test('the median of an even number of rounds is the lower of the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2);
});

test('nothing measured is no number', () => {
  expect(figuresOf(0, [], []).delivered.p99).toBeNaN();
});
