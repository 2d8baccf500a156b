/** How old what is shown of an order may be, and whether its shop system can be asked at all. Pure. */
import type { SourceStanding } from './source-api.ts';

export interface SourceAge {
  /**
   * `file`: no system is connected, files tell · `fresh`: asked within the time it is asked again in ·
   * `late`: it can be reached and has not been asked for a while · `unreachable`: it did not answer when it was last asked.
   */
  how: 'file' | 'fresh' | 'late' | 'unreachable';
  /** null: nobody ever told. */
  ageMs: number | null;
  failingSince: number | null;
}

/** It is asked every five minutes; twice missed is late. */
export const freshForMs = 12 * 60_000;

export function ageOf(standing: SourceStanding | null, now: number): SourceAge {
  if (!standing) return { how: 'file', ageMs: null, failingSince: null };
  const { toldAt, failingSince } = standing;
  const ageMs = toldAt === null ? null : Math.max(0, now - toldAt);
  if (failingSince !== null) return { how: 'unreachable', ageMs, failingSince };
  return { how: ageMs !== null && ageMs <= freshForMs ? 'fresh' : 'late', ageMs, failingSince };
}
