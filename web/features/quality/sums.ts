/** What is told of figures. Pure. */
import type { QualityFigures } from '../../../core/quality/answers.ts';

/** With one digit; null: nothing was scored. */
export const averageOf = ({ episodes, points }: QualityFigures): number | null =>
  episodes === 0 ? null : Math.round((points * 10) / episodes) / 10;

/** Findings in a hundred episodes, with one digit; null: nothing was scored. */
export const rateOf = ({ episodes, findings }: QualityFigures): number | null =>
  episodes === 0 ? null : Math.round((findings * 1000) / episodes) / 10;

export const shown = (value: number | null, none: string): string =>
  value === null ? none : value.toFixed(1);
