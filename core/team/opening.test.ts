import { expect, test } from 'vitest';
import { closedNow } from './opening.ts';

const hours = {
  zone: '+08:00',
  hours: [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ] as [string, string][],
  days: [1, 2, 3, 4, 5],
  holidays: ['2026-11-23'],
};
const at = (text: string) => Date.parse(`${text}+08:00`);

test.each([
  ['2026-11-20T10:00', null],
  ['2026-11-20T12:00', '2026-11-20T13:30'],
  ['2026-11-20T08:59', '2026-11-20T09:00'],
  // Friday evening; Monday is a holiday.
  ['2026-11-20T18:00', '2026-11-24T09:00'],
])('%s', (now, opens) => {
  expect(closedNow(hours, at(now))).toEqual(opens && { opensAt: at(opens) });
});

test('a shop that is always there is never closed; one that never opens says no time', () => {
  expect(closedNow('always', 0)).toBeNull();
  expect(closedNow({ ...hours, days: [] }, 0)).toEqual({ opensAt: null });
});
