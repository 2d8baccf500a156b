/** Whether a shop is open, and when that changes next: what a person wants to know of working hours. */
import type { Shift, WorkingHours } from './working-hours.ts';
import { dateOf, day, shiftsOf } from './working-hours.ts';

export type Opening =
  | { state: 'always' }
  | { state: 'open'; closes: number }
  /** `opens` null: not within a year. */
  | { state: 'closed'; opens: number | null };

const horizon = 366;

export function openingAt(hours: WorkingHours | 'always', at: number): Opening {
  if (hours === 'always') return { state: 'always' };
  const today = dateOf(hours.zone, at);
  let closes: number | null = null;
  for (let days = -1; days <= horizon; days++) {
    for (const shift of shiftsOf(hours, today + days * day)) {
      if (closes !== null && shift.open > closes) return { state: 'open', closes };
      if (covers(shift, closes ?? at)) closes = Math.max(closes ?? 0, shift.close);
      else if (closes === null && shift.open > at) return { state: 'closed', opens: shift.open };
    }
  }
  if (closes === null) return { state: 'closed', opens: null };
  // Each shift runs into the next: it never closes.
  return closes > at + (horizon - 2) * day ? { state: 'always' } : { state: 'open', closes };
}

/** A shift that begins where another ends goes on with it. */
const covers = ({ open, close }: Shift, at: number) => open <= at && at < close;
