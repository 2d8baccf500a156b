/** Windows of whole days in the shop's calendar. */
import { dateOf, day, momentOf } from '../../team/working-hours.ts';

/**
 * The last moment of a window of so many days: 24:00 of the N-th day after the day on which it began, by the shop's
 * clock. What has not begun does not end.
 */
export function endOfWindow(zone: string, begun: number | null, days: number): number {
  if (begun === null) return Infinity;
  return momentOf(zone, dateOf(zone, begun) + (days + 1) * day, 0);
}
