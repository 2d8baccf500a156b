/** A text cut where its marks begin and end. Pure. */
import type { Weight } from '../../core/standard/finding.ts';

export interface MarkedRange {
  start: number;
  end: number;
  weight: Weight;
}

export interface Piece {
  text: string;
  /** The gravest weight that lies over it; null: none. */
  weight: Weight | null;
}

const gravity: readonly Weight[] = ['note', 'warn', 'alert', 'block'];

export function pieces(text: string, ranges: readonly MarkedRange[]): Piece[] {
  const inside = ranges
    .map(({ start, end, weight }) => ({ start: Math.max(0, start), end: Math.min(text.length, end), weight }))
    .filter(({ start, end }) => start < end);
  const cuts = new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? text.length;
    const over = inside.filter((range) => range.start < end && range.end > start).map(({ weight }) => weight);
    return { text: text.slice(start, end), weight: gravest(over) };
  });
}

export function gravest(weights: readonly Weight[]): Weight | null {
  return weights.toSorted((a, b) => gravity.indexOf(b) - gravity.indexOf(a))[0] ?? null;
}
