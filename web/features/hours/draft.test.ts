import { describe, expect, it } from 'vitest';
import type { WorkingHours } from '../../../core/team/working-hours.ts';
import { datesBetween, draftOf, hoursOf, nextShift, readTime } from './draft.ts';

describe('hours that are edited', () => {
  it.each<[string, WorkingHours | 'always']>([
    ['always', 'always'],
    ['every day', { zone: '+08:00', hours: [['09:00', '18:00']] }],
    [
      'with everything',
      {
        zone: 'Asia/Taipei',
        hours: [
          ['09:00', '12:00'],
          ['13:30', '18:00'],
        ],
        days: [1, 2, 3, 4, 5],
        holidays: ['2027-01-01'],
        workdays: ['2027-01-02'],
      },
    ],
  ])('%s: come out as they went in', (_, hours) => expect(hoursOf(draftOf(hours))).toEqual(hours));

  it('stand in order, however they were entered', () => {
    const draft = { ...draftOf('always'), always: false, days: [3, 1] };
    const hours = hoursOf({
      ...draft,
      shifts: [
        ['13:00', '18:00'],
        ['09:00', '12:00'],
      ],
    });
    expect(hours).toMatchObject({
      hours: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
      days: [1, 3],
    });
  });

  it.each([
    ['9', '09:00'],
    ['930', '9:30'.padStart(5, '0')],
    ['0930', '09:30'],
    ['13.30', '13:30'],
    ['９：３０', '09:30'],
    [' 24:00 ', '24:00'],
    ['noon', 'noon'],
  ])('%j is read as %s', (typed, time) => expect(readTime(typed)).toBe(time));

  it('takes a stretch of dates, not a year by mistake', () => {
    expect(datesBetween(['2027-02-27', '2027-03-02'])).toEqual([
      '2027-02-27',
      '2027-02-28',
      '2027-03-01',
      '2027-03-02',
    ]);
    expect(datesBetween(['2027-02-27', '2027-02-27'])).toEqual(['2027-02-27']);
    expect(datesBetween(['2027-01-01', '2028-01-01'])).toHaveLength(31);
    expect(datesBetween(null)).toEqual([]);
  });

  it('puts another shift after the last', () => {
    expect(nextShift([['09:00', '12:00']])).toEqual(['13:00', '16:00']);
    expect(nextShift([['09:00', '23:30']])).toEqual(['22:00', '24:00']);
  });
});
