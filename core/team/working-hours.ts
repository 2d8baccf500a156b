/** When a shop works. */
export interface WorkingHours {
  /** `+08:00`, or an IANA name such as `Asia/Taipei`. */
  zone: string;
  /** Split shifts: `[['09:00', '12:00'], ['13:30', '18:00']]`. A close at or before its open is on the next day. */
  hours: [open: string, close: string][];
  /** Days of the week that are worked, Monday 1 to Sunday 7. Every day unless told. */
  days?: number[];
  /** Dates that are not worked: `2027-01-01`. */
  holidays?: string[];
  /** Dates that are worked although they are holidays or the weekday is free. */
  workdays?: string[];
}

export interface Shift {
  open: number;
  close: number;
}

const minute = 60_000;
export const day = 24 * 60 * minute;
/** A shop that does not open within this many days never does. */
const horizon = 1_000;

/** Whether the shop works at this moment; the opening minute is in, the closing minute out. */
export function isOpen(hours: WorkingHours | 'always', at: number): boolean {
  if (hours === 'always') return true;
  const today = dateOf(hours.zone, at);
  return [...shiftsOf(hours, today - day), ...shiftsOf(hours, today)].some(
    ({ open, close }) => open <= at && at < close,
  );
}

/** Milliseconds of working time from one moment to a later one; 0 where `to` is not later. */
export function workingTimeBetween(hours: WorkingHours | 'always', from: number, to: number): number {
  if (hours === 'always') return Math.max(0, to - from);
  let total = 0;
  let reached = from;
  for (let date = dateOf(hours.zone, from) - day; date <= to + day; date += day) {
    for (const { open, close } of shiftsOf(hours, date)) {
      const start = Math.max(open, reached);
      const end = Math.min(close, to);
      if (end <= start) continue;
      total += end - start;
      reached = end;
    }
  }
  return total;
}

/** The moment when this much working time has gone by; Infinity for a shop that never opens. */
export function addWorkingTime(hours: WorkingHours | 'always', from: number, milliseconds: number): number {
  if (hours === 'always') return from + milliseconds;
  let left = milliseconds;
  let reached = from;
  let closedDays = 0;
  for (let date = dateOf(hours.zone, from) - day; closedDays < horizon; date += day) {
    closedDays++;
    for (const { open, close } of shiftsOf(hours, date)) {
      const start = Math.max(open, reached);
      if (close <= start) continue;
      if (left <= close - start) return start + left;
      left -= close - start;
      reached = close;
      closedDays = 0;
    }
  }
  return Infinity;
}

/** When the work of a local date is over; null where the shop stays closed on it. */
export function closeOf(hours: WorkingHours, date: number): number | null {
  const shifts = shiftsOf(hours, date);
  return shifts.length > 0 ? Math.max(...shifts.map(({ close }) => close)) : null;
}

/** Whether a local date is a working day: Monday to Friday less the holidays, and the days made up for. */
export function isWorkingDay({ holidays, workdays }: WorkingHours, date: number): boolean {
  return isWorked({ zone: 'UTC', hours: [], days: [1, 2, 3, 4, 5], holidays, workdays }, date);
}

/** The shifts that begin on a local date, in order. */
export function shiftsOf(hours: WorkingHours, date: number): Shift[] {
  if (!isWorked(hours, date)) return [];
  return hours.hours
    .map(([open, close]) => {
      const from = minutesOf(open);
      const to = minutesOf(close);
      return {
        open: momentOf(hours.zone, date, from),
        close: momentOf(hours.zone, date, to > from ? to : to + 24 * 60),
      };
    })
    .sort((a, b) => a.open - b.open);
}

function isWorked({ days, holidays, workdays }: WorkingHours, date: number): boolean {
  const name = new Date(date).toISOString().slice(0, 10);
  if (workdays?.includes(name)) return true;
  if (holidays?.includes(name)) return false;
  const weekday = new Date(date).getUTCDay() || 7;
  return days === undefined || days.includes(weekday);
}

/** Midnight of the local date, written as if it were UTC. */
export function dateOf(zone: string, at: number): number {
  return Math.floor((at + offsetAt(zone, at)) / day) * day;
}

/** The moment at so many minutes after midnight by the wall clock. */
export function momentOf(zone: string, date: number, minutes: number): number {
  const wall = date + minutes * minute;
  const guess = wall - offsetAt(zone, wall);
  return wall - offsetAt(zone, guess);
}

export function offsetAt(zone: string, at: number): number {
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * minute;
  if (zone === 'UTC' || zone === 'Z') return 0;
  const wall = Object.fromEntries(
    wallClock(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return asUtc - Math.floor(at / 1000) * 1000;
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  let clock = wallClocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    wallClocks.set(timeZone, clock);
  }
  return clock;
}

function minutesOf(clock: string): number {
  const parts = /^(\d\d?):(\d\d)$/.exec(clock);
  const minutes = parts ? Number(parts[1]) * 60 + Number(parts[2]) : NaN;
  if (!(minutes <= 24 * 60)) throw new RangeError(`"${clock}" is no time of day (00:00 to 24:00)`);
  return minutes;
}
