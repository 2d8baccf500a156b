import type { WorkingHours } from './working-hours.ts';
import { addWorkingTime, isOpen } from './working-hours.ts';

/** When a shop that is closed works again; null there: not within sight. null: it works now. */
export function closedNow(hours: WorkingHours | 'always', now: number): { opensAt: number | null } | null {
  if (isOpen(hours, now)) return null;
  const firstMillisecond = addWorkingTime(hours, now, 1);
  return { opensAt: firstMillisecond === Infinity ? null : firstMillisecond - 1 };
}
