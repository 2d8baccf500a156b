/** Where the points of the daily chart lie. Pure. */
import type { QualityAnswer, QualityFigures } from '../../../core/quality/answers.ts';
import { dayAfter } from '../../../core/quality/days.ts';
import { averageOf, rateOf } from './sums.ts';

export type Measure = 'average' | 'rate';
export interface DayPoint {
  day: string;
  figures: QualityFigures;
  /** null: nothing was scored that day, and the line has a gap. */
  value: number | null;
}

const nothing: QualityFigures = { episodes: 0, points: 0, vetoes: 0, findings: 0, contested: 0 };

/** Every day of the period, those without any episode too. */
export function daysOf(
  { from, to, days }: Pick<QualityAnswer, 'from' | 'to' | 'days'>,
  measure: Measure,
): DayPoint[] {
  const known = new Map(days.map(({ day, ...figures }) => [day, figures]));
  const all: DayPoint[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) {
    const figures = known.get(day) ?? nothing;
    all.push({ day, figures, value: measure === 'average' ? averageOf(figures) : rateOf(figures) });
  }
  return all;
}

/** Round numbers around the values; scores end at 100, findings begin at 0. */
export function scaleOf(points: readonly DayPoint[], measure: Measure): { low: number; high: number } {
  const values = points.flatMap(({ value }) => value ?? []);
  if (measure === 'rate') return { low: 0, high: Math.max(10, Math.ceil(Math.max(0, ...values) / 10) * 10) };
  const least = Math.floor(Math.min(90, ...values) / 10) * 10;
  return { low: least, high: 100 };
}

/** The line as the parts that have no gap, each a list of indices. */
export function runsOf(points: readonly DayPoint[]): number[][] {
  const runs: number[][] = [];
  for (const [i, { value }] of points.entries()) {
    if (value === null) continue;
    const last = runs.at(-1);
    if (last?.at(-1) === i - 1) last.push(i);
    else runs.push([i]);
  }
  return runs;
}
