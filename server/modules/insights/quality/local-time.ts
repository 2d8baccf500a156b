import { offsetAt } from '../../../../core/team/working-hours.ts';

/** `2026-11-11 20:05`, by the wall clock of the zone: as a spreadsheet understands it. */
export const localTime = (zone: string, at: number): string =>
  new Date(at + offsetAt(zone, at)).toISOString().slice(0, 16).replace('T', ' ');
