import { offsetAt, type WorkingHours } from '../../../core/team/working-hours.ts';

/** 14:05 by the shop's own clock, as it was pasted and as it is judged, wherever this browser is. */
export function wallClock(at: number, hours: WorkingHours | 'always'): string {
  const zone = hours === 'always' ? '+08:00' : hours.zone;
  return new Date(at + offsetAt(zone, at)).toISOString().slice(11, 16);
}
