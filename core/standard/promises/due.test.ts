import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeOf, dateOf, day, isOpen, isWorkingDay, type WorkingHours } from '../../team/working-hours.ts';
import { dueOf } from './due.ts';
import type { When } from './when.ts';

const zone = '+08:00';
const everyDay: WorkingHours = { zone, hours: [['09:00', '21:00']] };
const office: WorkingHours = {
  zone,
  hours: [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ],
  days: [1, 2, 3, 4, 5],
  holidays: ['2027-01-01'],
  workdays: ['2026-11-22'],
};
const night: WorkingHours = { zone, hours: [['20:00', '02:00']] };

const local = (text: string) => Date.parse(`${text}:00${zone}`);
/** A Wednesday. */
const morning = local('2026-11-18T10:20');
const moment = (rest: Omit<When & { kind: 'moment' }, 'kind'>): When => ({ kind: 'moment', ...rest });
const open = (clock: string) => {
  const [hour, minutes] = clock.split(':').map(Number) as [number, number];
  return { minutes: hour * 60 + minutes, half: 'open' as const };
};

describe('what is due when', () => {
  test.each<[string, When, WorkingHours, string, string]>([
    ['in half an hour', { kind: 'span', minutes: 30 }, office, '2026-11-18T17:45', '2026-11-18T18:15'],
    ['today', moment({ day: { offset: 0 } }), everyDay, '2026-11-18T10:20', '2026-11-18T21:00'],
    ['today, after work', moment({ day: { offset: 0 } }), everyDay, '2026-11-18T21:00', '2026-11-19T00:00'],
    [
      'today, after midnight',
      moment({ day: { offset: 0 } }),
      everyDay,
      '2026-11-19T00:30',
      '2026-11-19T21:00',
    ],
    ['tomorrow', moment({ day: { offset: 1 } }), office, '2026-11-18T10:20', '2026-11-19T18:00'],
    ['tomorrow, closed', moment({ day: { offset: 1 } }), office, '2026-11-27T10:20', '2026-11-30T18:00'],
    ['tomorrow, made up for', moment({ day: { offset: 2 } }), office, '2026-11-20T10:20', '2026-11-22T18:00'],
    [
      'this morning',
      moment({ day: { offset: 0 }, half: 'morning' }),
      everyDay,
      '2026-11-18T10:20',
      '2026-11-18T12:00',
    ],
    [
      'this morning, past',
      moment({ day: { offset: 0 }, half: 'morning' }),
      everyDay,
      '2026-11-18T12:00',
      '2026-11-19T00:00',
    ],
    [
      'tonight',
      moment({ day: { offset: 0 }, half: 'evening' }),
      office,
      '2026-11-18T10:20',
      '2026-11-18T22:00',
    ],
    [
      'tomorrow afternoon',
      moment({ day: { offset: 1 }, half: 'afternoon' }),
      everyDay,
      '2026-11-18T10:20',
      '2026-11-19T18:00',
    ],
    ['at three', moment({ clock: open('3:00') }), everyDay, '2026-11-18T10:20', '2026-11-18T15:00'],
    [
      'at nine, the edge of the hours',
      moment({ clock: open('9:00') }),
      everyDay,
      '2026-11-18T20:00',
      '2026-11-18T21:00',
    ],
    [
      'at nine, in the evening',
      moment({ clock: open('9:00') }),
      everyDay,
      '2026-11-18T21:30',
      '2026-11-19T09:00',
    ],
    [
      'at three, on a Friday evening',
      moment({ clock: open('3:00') }),
      office,
      '2026-11-27T17:00',
      '2026-11-30T15:00',
    ],
    [
      'tomorrow at nine',
      moment({ day: { offset: 1 }, clock: open('9:00') }),
      everyDay,
      '2026-11-18T10:20',
      '2026-11-19T09:00',
    ],
    [
      'tonight at twelve',
      moment({ day: { offset: 0 }, half: 'evening', clock: open('12:00') }),
      everyDay,
      '2026-11-18T10:20',
      '2026-11-19T00:00',
    ],
    [
      'at eight in the evening',
      moment({ half: 'evening', clock: open('8:00') }),
      office,
      '2026-11-18T10:20',
      '2026-11-18T20:00',
    ],
    ['in three days', { kind: 'days', count: 3 }, everyDay, '2026-11-18T10:20', '2026-11-21T21:00'],
    [
      'in two working days',
      { kind: 'working-days', count: 2 },
      everyDay,
      '2026-11-20T10:20',
      '2026-11-24T21:00',
    ],
    [
      'in a working day, made up for',
      { kind: 'working-days', count: 1 },
      office,
      '2026-11-20T10:20',
      '2026-11-22T18:00',
    ],
    [
      'in a working day, over a holiday',
      { kind: 'working-days', count: 1 },
      office,
      '2026-12-31T10:20',
      '2027-01-04T18:00',
    ],
    ['Friday', moment({ day: { weekday: 5 } }), everyDay, '2026-11-18T10:20', '2026-11-20T21:00'],
    [
      'Monday, past in this week',
      moment({ day: { weekday: 1 } }),
      everyDay,
      '2026-11-18T10:20',
      '2026-11-23T21:00',
    ],
    [
      'next Friday',
      moment({ day: { weekday: 5, week: 1 } }),
      everyDay,
      '2026-11-18T10:20',
      '2026-11-27T21:00',
    ],
    [
      'next Monday on a Sunday',
      moment({ day: { weekday: 1, week: 1 } }),
      everyDay,
      '2026-11-22T10:20',
      '2026-11-23T21:00',
    ],
    [
      'the end of the month',
      moment({ day: { last: 'month', later: 0 } }),
      everyDay,
      '2027-02-10T10:20',
      '2027-02-28T21:00',
    ],
    [
      'the end of the year',
      moment({ day: { last: 'year', later: 0 } }),
      everyDay,
      '2026-11-18T10:20',
      '2026-12-31T21:00',
    ],
    ['the 20th', moment({ day: { date: 20 } }), everyDay, '2026-11-18T10:20', '2026-11-20T21:00'],
    ['the 15th, past', moment({ day: { date: 15 } }), everyDay, '2026-11-18T10:20', '2026-12-15T21:00'],
    [
      'the 31st of a shorter month',
      moment({ day: { date: 31 } }),
      everyDay,
      '2026-11-18T10:20',
      '2026-11-30T21:00',
    ],
    [
      'March 3rd, past',
      moment({ day: { date: 3, month: 3 } }),
      everyDay,
      '2026-11-18T10:20',
      '2027-03-03T21:00',
    ],
    ['in a month', { kind: 'months', count: 1 }, everyDay, '2027-01-31T10:20', '2027-02-28T21:00'],
    ['soon', { kind: 'vague' }, office, '2026-11-18T11:00', '2026-11-18T14:30'],
    [
      'today, open past midnight',
      moment({ day: { offset: 0 } }),
      night,
      '2026-11-18T10:20',
      '2026-11-19T02:00',
    ],
  ])('%s', (_, when, hours, at, due) => {
    expect(new Date(dueOf(when, local(at), hours)).toISOString()).toBe(new Date(local(due)).toISOString());
  });
});

const days = fc.record({ offset: fc.integer({ min: 0, max: 3 }) });
const whens: fc.Arbitrary<When> = fc.oneof(
  fc.record({ kind: fc.constant('span' as const), minutes: fc.integer({ min: 1, max: 5_000 }) }),
  fc.record({ kind: fc.constant('days' as const), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('working-days' as const), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('vague' as const) }),
  fc.record(
    {
      kind: fc.constant('moment' as const),
      day: fc.oneof(
        days,
        fc.record({ weekday: fc.integer({ min: 1, max: 7 }), week: fc.constantFrom(0, 1) }),
        fc.record({ date: fc.integer({ min: 1, max: 31 }) }),
        fc.record({
          last: fc.constantFrom('week' as const, 'month' as const, 'year' as const),
          later: fc.constant(0),
        }),
      ),
      half: fc.constantFrom('morning' as const, 'noon' as const, 'afternoon' as const, 'evening' as const),
      clock: fc.record({
        minutes: fc.integer({ min: 0, max: 1440 }),
        half: fc.constantFrom('open' as const, 'fixed' as const),
      }),
    },
    { requiredKeys: ['kind'] },
  ),
);
const moments = fc.integer({ min: local('2026-01-01T00:00'), max: local('2028-12-31T00:00') });
const shops = fc.constantFrom(everyDay, office, night, { zone, hours: [] });

describe('whatever is said', () => {
  test('it is due after it was said', () => {
    fc.assert(
      fc.property(whens, moments, shops, (when, at, hours) => {
        expect(dueOf(when, at, hours)).toBeGreaterThan(at);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a day is due when work closes, and never on a closed one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), moments, (count, at) => {
        const due = dueOf({ kind: 'days', count }, at, office);
        const date = dateOf(zone, due);
        expect(closeOf(office, date)).toBe(due);
        expect(date).toBeGreaterThanOrEqual(dateOf(zone, at) + count * day);
        expect(isOpen(office, due - 1)).toBe(true);
      }),
    );
  });

  test('N working days hold N working days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), moments, (count, at) => {
        const today = dateOf(zone, at);
        const last = dateOf(zone, dueOf({ kind: 'working-days', count }, at, everyDay));
        let worked = 0;
        for (let date = today + day; date <= last; date += day) if (isWorkingDay(everyDay, date)) worked++;
        expect(worked).toBe(count);
        expect(isWorkingDay(everyDay, last)).toBe(true);
      }),
    );
  });

  test('a clock time is met, to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 719 }), moments, (minutes, at) => {
        const due = dueOf(moment({ clock: { minutes, half: 'open' } }), at, everyDay);
        expect(((due - dateOf(zone, due) + 8 * 3_600_000) / 60_000) % 720).toBe(minutes % 720);
      }),
    );
  });
});

test('what was said on a morning, in the order of its due times', () => {
  const order: When[] = [
    { kind: 'span', minutes: 30 },
    moment({ half: 'noon' }),
    moment({ clock: open('3:00') }),
    moment({ day: { offset: 0 } }),
    moment({ day: { offset: 1 }, half: 'noon' }),
    moment({ day: { offset: 1 } }),
    { kind: 'days', count: 2 },
  ];
  const dues = order.map((when) => dueOf(when, morning, everyDay));
  expect(dues).toEqual(dues.toSorted((a, b) => a - b));
});
