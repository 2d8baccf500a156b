import { describe, expect, it } from 'vitest';
import { hoursProblems } from './hours-problems.ts';
import type { WorkingHours } from './working-hours.ts';

const hours = (some: Partial<WorkingHours> = {}): WorkingHours => ({
  zone: '+08:00',
  hours: [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ],
  ...some,
});

describe('hours', () => {
  it.each<[string, WorkingHours | 'always']>([
    ['always', 'always'],
    ['split shifts', hours()],
    [
      'a night shift that meets the morning',
      hours({
        hours: [
          ['22:00', '06:00'],
          ['06:00', '12:00'],
        ],
      }),
    ],
    ['up to midnight', hours({ hours: [['00:00', '24:00']] })],
    ['a zone by name', hours({ zone: 'Asia/Taipei' })],
    [
      'holidays and make-up days',
      hours({ days: [1, 2, 3, 4, 5], holidays: ['2027-02-17'], workdays: ['2027-02-20'] }),
    ],
  ])('%s are sound', (_, sound) => expect(hoursProblems(sound)).toEqual([]));

  it.each<[string, Partial<WorkingHours>, string, string]>([
    ['no shift', { hours: [] }, 'hours.hours', 'missing'],
    [
      'seven shifts',
      { hours: Array.from({ length: 7 }, (_, i) => [`0${i}:00`, `0${i}:30`]) },
      'hours.hours',
      'too-long',
    ],
    [
      'shifts that overlap',
      {
        hours: [
          ['09:00', '12:00'],
          ['11:59', '18:00'],
        ],
      },
      'hours.hours.1',
      'overlaps',
    ],
    [
      'a night that overlaps the morning',
      {
        hours: [
          ['06:00', '12:00'],
          ['22:00', '07:00'],
        ],
      },
      'hours.hours.1',
      'overlaps',
    ],
    [
      'the same shift twice',
      {
        hours: [
          ['09:00', '12:00'],
          ['09:00', '12:00'],
        ],
      },
      'hours.hours.1',
      'overlaps',
    ],
    ['an hour that is none', { hours: [['25:00', '26:00']] }, 'hours.hours.0', 'malformed'],
    ['a minute that is none', { hours: [['09:60', '12:00']] }, 'hours.hours.0', 'malformed'],
    ['words', { hours: [['nine', 'noon']] }, 'hours.hours.0', 'malformed'],
    ['no day', { days: [] }, 'hours.days', 'missing'],
    ['a zone that is none', { zone: 'Asia/Nowhere' }, 'hours.zone', 'not-allowed'],
    ['a zone too far', { zone: '+25:00' }, 'hours.zone', 'not-allowed'],
    ['a date that is none', { holidays: ['2027-02-30'] }, 'hours.holidays.0', 'malformed'],
    ['a date twice', { holidays: ['2027-01-01', '2027-01-01'] }, 'hours.holidays.1', 'taken'],
    [
      'a date that is both',
      { holidays: ['2027-01-01'], workdays: ['2027-01-01'] },
      'hours.workdays.0',
      'taken',
    ],
  ])('%s: told at the field', (_, some, field, problem) =>
    expect(hoursProblems(hours(some))).toEqual([{ field, problem }]),
  );
});
