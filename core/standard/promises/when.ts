/** A time as people say it, before any calendar. */

export type DayHalf = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening';

export type Day =
  /** Today 0, tomorrow 1. */
  | { offset: number }
  /** Monday 1 to Sunday 7; `week` 0 is this one, 1 the next; absent: the next such day. */
  | { weekday: number; week?: number }
  /** A date; `month` is 1 to 12; `later` counts months from this one. */
  | { date: number; month?: number; later?: number }
  /** The last day of a period, `later` periods from this one. */
  | { last: 'week' | 'month' | 'year'; later: number };

export interface Clock {
  /** Minutes after midnight, up to 24:00. */
  minutes: number;
  /** Twelve-hour words leave the half of the day open. */
  half: 'open' | 'fixed';
}

export type When =
  | { kind: 'span'; minutes: number }
  | { kind: 'days'; count: number }
  | { kind: 'working-days'; count: number }
  | { kind: 'months'; count: number }
  | { kind: 'moment'; day?: Day; half?: DayHalf; clock?: Clock }
  /** Soon, later, as soon as I know. */
  | { kind: 'vague' };

/** A time in a text; of several (a range) the latest counts. */
export interface TimeWords {
  start: number;
  end: number;
  whens: When[];
  /** Extends what was said before: "at the latest". */
  latest?: true;
}
