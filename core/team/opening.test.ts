import { describe, expect, it } from 'vitest';
import { openingAt } from './opening.ts';
import type { WorkingHours } from './working-hours.ts';

const hours: WorkingHours = {
  zone: '+08:00',
  hours: [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ],
  days: [1, 2, 3, 4, 5],
  holidays: ['2026-10-01', '2026-10-02'],
  workdays: ['2026-10-10'],
};
const at = (local: string) => Date.parse(`${local}:00+08:00`);

describe('a shop', () => {
  it.each<[string, string, 'open' | 'closed', string]>([
    ['in its first shift', '2026-09-30T09:00', 'open', '2026-09-30T12:00'],
    ['at lunch', '2026-09-30T12:00', 'closed', '2026-09-30T13:30'],
    ['before it opens', '2026-09-30T08:59', 'closed', '2026-09-30T09:00'],
    ['the evening before holidays and a weekend', '2026-09-30T18:00', 'closed', '2026-10-05T09:00'],
    ['before a Saturday that is made up for', '2026-10-09T20:00', 'closed', '2026-10-10T09:00'],
    ['on it', '2026-10-10T14:00', 'open', '2026-10-10T18:00'],
  ])('%s', (_, now, state, until) => {
    expect(openingAt(hours, at(now))).toEqual(
      state === 'open' ? { state, closes: at(until) } : { state, opens: at(until) },
    );
  });

  it('that works through the night is still open after midnight', () => {
    const night: WorkingHours = { zone: '+08:00', hours: [['20:00', '02:00']], days: [5] };
    expect(openingAt(night, at('2026-10-10T01:00'))).toEqual({
      state: 'open',
      closes: at('2026-10-10T02:00'),
    });
  });

  it('whose shifts run into each other closes after the last', () => {
    const long: WorkingHours = {
      zone: '+08:00',
      hours: [
        ['09:00', '13:00'],
        ['13:00', '18:00'],
      ],
    };
    expect(openingAt(long, at('2026-10-10T10:00'))).toEqual({
      state: 'open',
      closes: at('2026-10-10T18:00'),
    });
  });

  it('that never closes is always open', () => {
    expect(openingAt('always', 0)).toEqual({ state: 'always' });
    const round: WorkingHours = { zone: '+08:00', hours: [['00:00', '24:00']] };
    expect(openingAt(round, at('2026-10-10T10:00'))).toEqual({ state: 'always' });
  });

  it('that does not open within a year says so', () => {
    const never: WorkingHours = { zone: '+08:00', hours: [['09:00', '18:00']], days: [] };
    expect(openingAt(never, at('2026-10-10T10:00'))).toEqual({ state: 'closed', opens: null });
  });
});
