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

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const padded = (time: string) => time.padStart(5, '0');
