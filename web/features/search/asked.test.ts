import { expect, test } from 'vitest';
import { dayBefore, hasFilters, isTooShort, queryOf } from './asked.ts';

test('the words alone, trimmed', () => expect(queryOf({ q: ' 退货 ' }, null)).toEqual({ q: '退货' }));

test('days run from midnight to midnight of the reader', () => {
  const { from, to, after } = queryOf({ q: '退货', fromDay: '2026-11-01', toDay: '2026-11-01' }, 'k');
  expect(new Date(from!).toTimeString().slice(0, 8)).toBe('00:00:00');
  expect(to! - from!).toBe(24 * 3600_000 - 1);
  expect(after).toBe('k');
});

test('a band of scores is its two ends', () =>
  expect(queryOf({ q: '退货', score: 'low' }, null)).toEqual({ q: '退货', scoreFrom: 0, scoreTo: 59 }));

test('a day before is a calendar day, also over the end of a month', () =>
  expect(dayBefore(new Date(2026, 2, 1, 12).getTime(), 1)).toBe('2026-02-28'));

test.each([
  ['m', true],
  [' ，', true],
  ['贵', false],
  ['m2', false],
])('%s too short: %s', (q, short) => expect(isTooShort({ q })).toBe(short));

test('words are no filter', () =>
  expect([hasFilters({ q: '退货' }), hasFilters({ q: '', score: 'low' })]).toEqual([false, true]));
