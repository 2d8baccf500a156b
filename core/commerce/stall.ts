/** A parcel that stands still. */
import type { Parcel } from './order-api.ts';

const hour = 3600_000;
/** As the service standard has it. */
export const stallHours = 48;

/** Whole hours since its last scan, or since it left where it was never scanned; null: it moves, or has arrived. */
export function stalledHours(
  { dispatchedAt, deliveredAt, lastScanAt }: Pick<Parcel, 'dispatchedAt' | 'deliveredAt' | 'lastScanAt'>,
  now: number,
): number | null {
  const since = lastScanAt ?? dispatchedAt;
  if (deliveredAt !== null || since === null) return null;
  const hours = Math.floor((now - since) / hour);
  return hours >= stallHours ? hours : null;
}
