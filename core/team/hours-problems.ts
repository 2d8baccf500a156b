/** What is wrong with working hours that somebody wrote, field by field. */
import type { Problem } from '../refusal.ts';
import type { WorkingHours } from './working-hours.ts';

export const mostShifts = 6;
export const mostDates = 400;

export function hoursProblems(hours: WorkingHours | 'always'): Problem[] {
  if (hours === 'always') return [];
  const { zone, days, holidays = [], workdays = [] } = hours;
  return [
    ...(isZone(zone) ? [] : [{ field: 'hours.zone', problem: 'not-allowed' } as const]),
    ...shiftProblems(hours.hours),
    ...(days && days.length === 0 ? [{ field: 'hours.days', problem: 'missing' } as const] : []),
    ...dateProblems('holidays', holidays),
    ...dateProblems('workdays', workdays),
    ...workdays.flatMap((date, i): Problem[] =>
      holidays.includes(date) ? [{ field: `hours.workdays.${i}`, problem: 'taken' }] : [],
    ),
  ];
}

function shiftProblems(shifts: WorkingHours['hours']): Problem[] {
  if (shifts.length === 0) return [{ field: 'hours.hours', problem: 'missing' }];
  if (shifts.length > mostShifts) return [{ field: 'hours.hours', problem: 'too-long' }];
  const read = shifts.map(([open, close]) => {
    const [from, to] = [minutesOf(open), minutesOf(close)];
    if (from === null || to === null || from === 24 * 60) return null;
    return { from, to: to > from ? to : to + 24 * 60 };
  });
  return read.flatMap((shift, i): Problem[] => {
    const field = `hours.hours.${i}`;
    if (!shift) return [{ field, problem: 'malformed' }];
    const others = read.slice(0, i).filter((other) => other !== null);
    return others.some((other) => overlap(shift, other)) ? [{ field, problem: 'overlaps' }] : [];
  });
}

interface Minutes {
  from: number;
  to: number;
}

/** On one day, or where one that runs past midnight meets the next day's. */
function overlap(a: Minutes, b: Minutes): boolean {
  return [-1, 0, 1].some((days) => a.from < b.to + days * 24 * 60 && b.from + days * 24 * 60 < a.to);
}

function dateProblems(part: 'holidays' | 'workdays', dates: string[]): Problem[] {
  if (dates.length > mostDates) return [{ field: `hours.${part}`, problem: 'too-long' }];
  return dates.flatMap((date, i): Problem[] => {
    const field = `hours.${part}.${i}`;
    if (!isDate(date)) return [{ field, problem: 'malformed' }];
    return dates.indexOf(date) < i ? [{ field, problem: 'taken' }] : [];
  });
}

function minutesOf(clock: string): number | null {
  const match = /^(\d\d):(\d\d)$/.exec(clock);
  if (!match || Number(match[2]) > 59) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= 24 * 60 ? minutes : null;
}

function isDate(date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

export function isZone(zone: string): boolean {
  if (/^[+-](?:0\d|1[0-4]):[0-5]\d$/.test(zone)) return true;
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
