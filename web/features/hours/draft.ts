/** Hours while they are edited: what the form holds, to and from what the shop has. */
import type { WorkingHours } from '../../../core/team/working-hours.ts';

export interface HoursDraft {
  always: boolean;
  zone: string;
  days: number[];
  shifts: [open: string, close: string][];
  holidays: string[];
  workdays: string[];
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** A shop that is always open keeps something to begin with, should it change its mind. */
export function draftOf(hours: WorkingHours | 'always'): HoursDraft {
  if (hours === 'always') {
    return {
      always: true,
      zone: '+08:00',
      days: everyDay,
      shifts: [['09:00', '18:00']],
      holidays: [],
      workdays: [],
    };
  }
  const { zone, days = everyDay, hours: shifts, holidays = [], workdays = [] } = hours;
  return {
    always: false,
    zone,
    days: days.toSorted(),
    shifts: shifts.map(([open, close]) => [padded(open), padded(close)]),
    holidays: holidays.toSorted(),
    workdays: workdays.toSorted(),
  };
}

export function hoursOf({
  always,
  zone,
  days,
  shifts,
  holidays,
  workdays,
}: HoursDraft): WorkingHours | 'always' {
  if (always) return 'always';
  return {
    zone,
    hours: shifts.toSorted(([a], [b]) => a.localeCompare(b)),
    ...(days.length < everyDay.length && { days: days.toSorted() }),
    ...(holidays.length > 0 && { holidays: holidays.toSorted() }),
    ...(workdays.length > 0 && { workdays: workdays.toSorted() }),
  };
}

/** Where a new shift would go: after the last, as long as the day has room. */
export function nextShift(shifts: HoursDraft['shifts']): [open: string, close: string] {
  const last = shifts.at(-1)?.[1] ?? '09:00';
  const hour = Math.min(22, Number(last.slice(0, 2)) + 1);
  return [clock(hour), clock(Math.min(24, hour + 3))];
}

/** From one date to another, both with it; at most a month, so that a slip of the finger adds no year. */
export function datesBetween(range: readonly [from: string, to: string] | null): string[] {
  if (!range || range[0] === '') return [];
  const from = Date.parse(`${range[0]}T00:00:00Z`);
  const days = Math.min(31, (Date.parse(`${range[1]}T00:00:00Z`) - from) / dayMs + 1);
  return Array.from({ length: days }, (_, at) => new Date(from + at * dayMs).toISOString().slice(0, 10));
}

const dayMs = 24 * 3600_000;

/** A time as people type it: `9`, `930`, `13.30`, `9：30`. What can't be read stays as it is, and is told as wrong. */
export function readTime(typed: string): string {
  const text = typed.normalize('NFKC').trim();
  const parts = /^(\d{1,2})(?:[:.]?(\d\d))?$/.exec(text);
  return parts ? `${parts[1]!.padStart(2, '0')}:${parts[2] ?? '00'}` : text;
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const padded = (time: string) => time.padStart(5, '0');
