import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkingTime, isOpen, workingTimeBetween, type WorkingHours } from './working-hours.ts';

const at = (text: string) => Date.parse(text);
const hour = 3_600_000;

const split: WorkingHours = {
  zone: '+08:00',
  hours: [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ],
  days: [1, 2, 3, 4, 5],
  holidays: ['2027-01-01'],
  workdays: ['2027-01-09'],
};
const night: WorkingHours = { zone: '+08:00', hours: [['20:00', '02:00']] };
const wholeDay: WorkingHours = { zone: '+08:00', hours: [['00:00', '24:00']] };
const berlin: WorkingHours = { zone: 'Europe/Berlin', hours: [['09:00', '17:00']] };

describe('isOpen', () => {
  test.each([
    ['at the opening minute', split, '2026-11-18T09:00:00+08:00', true],
    ['at the closing minute', split, '2026-11-18T12:00:00+08:00', false],
    ['over lunch', split, '2026-11-18T12:45:00+08:00', false],
    ['in the second shift', split, '2026-11-18T13:30:00+08:00', true],
    ['on a Saturday', split, '2026-11-21T10:00:00+08:00', false],
    ['on a holiday', split, '2027-01-01T10:00:00+08:00', false],
    ['on a Saturday that is made up for', split, '2027-01-09T10:00:00+08:00', true],
    ['before midnight of a night shift', night, '2026-11-18T23:59:00+08:00', true],
    ['after midnight of a night shift', night, '2026-11-18T01:59:00+08:00', true],
    ['after the night shift', night, '2026-11-18T02:00:00+08:00', false],
    ['at midnight of a whole day', wholeDay, '2026-11-18T00:00:00+08:00', true],
    ['by the wall clock of a zone, in winter', berlin, '2026-01-15T08:30:00Z', true],
    ['by the wall clock of a zone, in summer', berlin, '2026-07-15T15:30:00Z', false],
    ['always', 'always' as const, '2026-11-18T03:00:00+08:00', true],
  ])('%s', (_, hours, moment, open) => {
    expect(isOpen(hours, at(moment))).toBe(open);
  });
});

describe('workingTimeBetween', () => {
  test.each([
    ['inside one shift', split, '2026-11-18T10:00:00+08:00', '2026-11-18T11:30:00+08:00', 1.5],
    ['leaves lunch out', split, '2026-11-18T11:00:00+08:00', '2026-11-18T14:30:00+08:00', 2],
    ['leaves the weekend out', split, '2026-11-20T17:00:00+08:00', '2026-11-23T10:00:00+08:00', 2],
    ['is nothing while closed', split, '2026-11-21T01:00:00+08:00', '2026-11-22T23:00:00+08:00', 0],
    ['runs on past midnight', night, '2026-11-18T23:00:00+08:00', '2026-11-19T01:00:00+08:00', 2],
    ['of a whole day', wholeDay, '2026-11-18T00:00:00+08:00', '2026-11-20T00:00:00+08:00', 48],
    ['of a day on which the clocks go forward', berlin, '2026-03-28T16:00:00Z', '2026-03-29T15:00:00Z', 8],
    ['backwards is nothing', split, '2026-11-18T11:00:00+08:00', '2026-11-18T10:00:00+08:00', 0],
  ])('%s', (_, hours, from, to, expected) => {
    expect(workingTimeBetween(hours, at(from), at(to)) / hour).toBe(expected);
  });

  test('shifts that overlap count once', () => {
    const hours: WorkingHours = {
      zone: '+08:00',
      hours: [
        ['09:00', '13:00'],
        ['12:00', '18:00'],
      ],
    };
    expect(workingTimeBetween(hours, at('2026-11-18T00:00:00+08:00'), at('2026-11-19T00:00:00+08:00'))).toBe(
      9 * hour,
    );
  });
});

describe('addWorkingTime', () => {
  test.each([
    ['inside one shift', '2026-11-18T10:00:00+08:00', 1, '2026-11-18T11:00:00+08:00'],
    ['up to the close', '2026-11-18T10:00:00+08:00', 2, '2026-11-18T12:00:00+08:00'],
    ['over lunch', '2026-11-18T11:00:00+08:00', 2, '2026-11-18T14:30:00+08:00'],
    ['over the weekend', '2026-11-20T17:00:00+08:00', 2, '2026-11-23T10:00:00+08:00'],
    ['from a closed hour', '2026-11-21T10:00:00+08:00', 1, '2026-11-23T10:00:00+08:00'],
  ])('%s', (_, from, hours, due) => {
    expect(addWorkingTime(split, at(from), hours * hour)).toBe(at(due));
  });

  test('never, in a shop that never opens', () => {
    expect(addWorkingTime({ zone: '+08:00', hours: [] }, 0, 1)).toBe(Infinity);
  });

  test('undoes workingTimeBetween', () => {
    const moment = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
    const length = fc.integer({ min: 1, max: 200 * hour });
    fc.assert(
      fc.property(
        fc.constantFrom(split, night, wholeDay, berlin),
        moment,
        length,
        (hours, from, milliseconds) => {
          expect(workingTimeBetween(hours, from, addWorkingTime(hours, from, milliseconds))).toBe(
            milliseconds,
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('a time of day that is none is refused by name', () => {
  expect(() => isOpen({ zone: '+08:00', hours: [['9 am', '18:00']] }, 0)).toThrow('"9 am" is no time of day');
});
