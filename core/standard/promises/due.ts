/** The latest moment at which a promise is still kept, by the shop's calendar. */
import {
  addWorkingTime,
  closeOf,
  dateOf,
  day,
  isWorkingDay,
  momentOf,
  shiftsOf,
  type WorkingHours,
} from '../../team/working-hours.ts';
import type { Clock, Day, DayHalf, When } from './when.ts';

const minute = 60_000;
const noon = 12 * 60;
const midnight = 24 * 60;
/** How far ahead the next open day, or the next such time, is looked for. */
const horizon = 400;

/** By when a promise without a time is to be kept: two hours of work. */
const vagueMinutes = 120;

const limits: Record<DayHalf, number> = {
  dawn: 6 * 60,
  morning: noon,
  noon,
  afternoon: 18 * 60,
  evening: 22 * 60,
};

/** When what was said at `at` is due. */
export function dueOf(when: When, at: number, hours: WorkingHours): number {
  const today = dateOf(hours.zone, at);
  switch (when.kind) {
    case 'span':
      return at + when.minutes * minute;
    case 'days':
      return endOfWork(today + when.count * day, at, hours);
    case 'working-days':
      return endOfWork(workingDayAfter(today, when.count, hours), at, hours);
    case 'months':
      return endOfWork(monthsAfter(today, when.count), at, hours);
    case 'vague':
      return addWorkingTime(hours, at, vagueMinutes * minute);
    case 'moment':
      return momentDue(when, at, hours);
  }
}

function momentDue({ day: named, half, clock }: When & { kind: 'moment' }, at: number, hours: WorkingHours) {
  const today = dateOf(hours.zone, at);
  const date = named ? dateNamed(named, today) : today;
  if (clock) return named ? clockOn(date, half, clock, at, hours) : nextClock(half, clock, at, hours);
  if (!half) return endOfWork(date, at, hours);
  const due = momentOf(hours.zone, date, limits[half]);
  return due > at ? due : momentOf(hours.zone, date, midnight);
}

/** Close of a day; of a closed one, that of the next open day. Today ends at 24:00 once work is over. */
function endOfWork(date: number, at: number, hours: WorkingHours): number {
  if (date <= dateOf(hours.zone, at)) {
    const close = closeOf(hours, date);
    return close !== null && close > at ? close : momentOf(hours.zone, date, midnight);
  }
  for (let open = date; open < date + horizon * day; open += day) {
    const close = closeOf(hours, open);
    if (close !== null) return close;
  }
  return momentOf(hours.zone, date, midnight);
}

function workingDayAfter(today: number, count: number, hours: WorkingHours): number {
  let date = today;
  for (let left = count, looked = 0; left > 0 && looked < horizon * 2; looked++) {
    date += day;
    if (isWorkingDay(hours, date)) left--;
  }
  return date;
}

/** A clock time on a given day: inside working hours where the half of the day is open. */
function clockOn(date: number, half: DayHalf | undefined, clock: Clock, at: number, hours: WorkingHours) {
  const ahead = readings(clock, half)
    .map((minutes) => ({ minutes, moment: momentOf(hours.zone, date, minutes) }))
    .filter(({ moment }) => moment > at);
  const inside = ahead.find(({ minutes }) => isWorkTime(minutes, hours));
  return (inside ?? ahead[0])?.moment ?? momentOf(hours.zone, date, midnight);
}

/** The next such time: inside working hours unless a word for the half of the day fixes it. */
function nextClock(half: DayHalf | undefined, clock: Clock, at: number, hours: WorkingHours): number {
  const today = dateOf(hours.zone, at);
  const minutes = readings(clock, half);
  const atWork = half === undefined && minutes.some((after) => isWorkTime(after, hours));
  for (let date = today; date < today + horizon * day; date += day) {
    for (const after of minutes) {
      const moment = momentOf(hours.zone, date, after);
      if (moment > at && (!atWork || isInsideShift(moment, date, hours))) return moment;
    }
  }
  return momentOf(hours.zone, today, midnight);
}

/** The minutes after midnight that a clock time may mean. */
function readings({ minutes, half: given }: Clock, half: DayHalf | undefined): number[] {
  if (minutes > noon + 59 || (given === 'fixed' && minutes > 0)) return [minutes];
  const twelve = minutes >= noon;
  switch (half) {
    case 'dawn':
      return [twelve ? minutes + noon : minutes];
    case 'morning':
      return [minutes];
    case 'noon':
      return [minutes < 10 * 60 ? minutes + noon : minutes];
    case 'afternoon':
      return [twelve ? minutes : minutes + noon];
    case 'evening':
      return [minutes === 0 ? midnight : minutes + noon];
    case undefined:
      return given === 'fixed' ? [minutes] : [minutes, minutes + noon];
  }
}

function isInsideShift(moment: number, date: number, hours: WorkingHours): boolean {
  return shiftsOf(hours, date).some(({ open, close }) => open <= moment && moment <= close);
}

/** Whether a time of day is one that the shop works at, whatever the day. */
function isWorkTime(minutes: number, { hours }: WorkingHours): boolean {
  return hours.some(([open, close]) => {
    const from = clockMinutes(open);
    const to = clockMinutes(close);
    return to > from ? from <= minutes && minutes <= to : minutes >= from || minutes <= to;
  });
}

function clockMinutes(clock: string): number {
  const [hour, minutes] = clock.split(':').map(Number) as [number, number];
  return hour * 60 + minutes;
}

/** The local date that a day word names, seen from today. */
function dateNamed(named: Day, today: number): number {
  const monday = today - (weekdayOf(today) - 1) * day;
  if ('offset' in named) return today + named.offset * day;
  if ('weekday' in named) {
    const date = monday + (named.weekday - 1 + 7 * (named.week ?? 0)) * day;
    return date < today ? date + 7 * day : date;
  }
  if ('last' in named) {
    if (named.last === 'week') return monday + (6 + 7 * named.later) * day;
    const { year, month } = partsOf(today);
    return named.last === 'month'
      ? lastOfMonth(year, month + named.later)
      : lastOfMonth(year + named.later, 12);
  }
  return dateInMonth(named, today);
}

/** A date without a month that is past is next month's; with one, next year's. */
function dateInMonth(
  { date, month, later }: { date: number; month?: number; later?: number },
  today: number,
) {
  const now = partsOf(today);
  if (month !== undefined) {
    const named = dayOfMonth(now.year, month, date);
    return named < today ? dayOfMonth(now.year + 1, month, date) : named;
  }
  const named = dayOfMonth(now.year, now.month + (later ?? 0), date);
  return named < today ? dayOfMonth(now.year, now.month + 1, date) : named;
}

function monthsAfter(today: number, count: number): number {
  const { year, month, date } = partsOf(today);
  return dayOfMonth(year, month + count, date);
}

/** A day of a month; where the month is shorter, its last. */
function dayOfMonth(year: number, month: number, date: number): number {
  return Math.min(Date.UTC(year, month - 1, date), lastOfMonth(year, month));
}

const lastOfMonth = (year: number, month: number) => Date.UTC(year, month, 0);

const weekdayOf = (date: number) => new Date(date).getUTCDay() || 7;

function partsOf(date: number): { year: number; month: number; date: number } {
  const parts = new Date(date);
  return { year: parts.getUTCFullYear(), month: parts.getUTCMonth() + 1, date: parts.getUTCDate() };
}
