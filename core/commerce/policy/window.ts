/** Windows of whole days in the shop's calendar. */
import { dateOf, day, momentOf, offsetAt } from '../../team/working-hours.ts';

const hour = 3_600_000;

/**
 * The last moment of a window of so many days: 24:00 of the N-th day after the day on which it began, by the shop's
 * clock. What has not begun does not end.
 */
export function endOfWindow(zone: string, begun: number | null, days: number): number {
  if (begun === null) return Infinity;
  return startOf(zone, dateOf(zone, begun) + (days + 1) * day);
}

/** Where clocks go forward at midnight the day begins later than 00:00, and the one before it is not cut short. */
function startOf(zone: string, date: number): number {
  const midnight = momentOf(zone, date, 0);
  if (dateOf(zone, midnight) >= date) return midnight;
  return midnight + offsetAt(zone, midnight + 2 * hour) - offsetAt(zone, midnight);
}
