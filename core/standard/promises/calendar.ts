import type { WorkingHours } from '../../team/working-hours.ts';

/** A shop that is always open closes its day at midnight. */
export function hoursOfShop(hours: WorkingHours | 'always', zone = '+08:00'): WorkingHours {
  return hours === 'always' ? { zone, hours: [['00:00', '24:00']] } : hours;
}
