/** Which size a body wants by the product's own table, how sure that is, and why. Outside the table there is no answer. */
import type { Measure, Range, SizeRow, SizeTable } from './size-table.ts';

export type Body = Partial<Record<Measure, number>>;

export interface SizeAdvice {
  /** null: the table does not tell. */
  size: string | null;
  /** The other one that could be. */
  other: string | null;
  confidence: Confidence | null;
  why: SizeWhy[];
}

/** `sure`: all measures say the same. `fair`: one is missing or near the edge. `between`: two sizes could be. */
export type Confidence = 'sure' | 'fair' | 'between';

export type SizeWhy =
  | ({ why: 'fits' | 'near-end' | 'shared'; measure: Measure; size: string; value: number } & Range)
  /** Between the end of one size and the beginning of the next. */
  | { why: 'gap'; measure: Measure; size: string; value: number }
  | ({ why: 'outside'; measure: Measure; value: number } & Range)
  | { why: 'not-given'; measure: Measure }
  | { why: 'larger' | 'too-far-apart' | 'nothing-given' };

export function adviseSize({ measures, rows }: SizeTable, body: Body): SizeAdvice {
  const given = measures.filter((measure) => body[measure] !== undefined);
  if (given.length === 0) return none([{ why: 'nothing-given' }]);
  const outside = given.flatMap((measure) => outsideOf(rows, measure, body[measure]!));
  if (outside.length > 0) return none(outside);

  const places = given.map((measure) => placesOf(rows, measure, body[measure]!));
  const missing = measures.filter((measure) => !given.includes(measure));
  const why: SizeWhy[] = [
    ...places.map((place) => place.why),
    ...missing.map((measure) => ({ why: 'not-given', measure }) as const),
  ];
  const between = (larger: number, smaller: number): SizeAdvice => ({
    size: rows[larger]!.size,
    other: rows[smaller]!.size,
    confidence: 'between',
    why: [...why, { why: 'larger' }],
  });
  const least = Math.max(...places.map(({ first }) => first));
  const most = Math.min(...places.map(({ last }) => last));
  // The measures disagree: the larger of two neighbours; of sizes further apart none.
  if (least - most > 1) return none([...why, { why: 'too-far-apart' }]);
  if (least !== most) return between(Math.max(least, most), Math.min(least, most));
  if (why.some((one) => one.why === 'gap')) return between(least, least - 1);
  const isNearEnd = why.some((one) => one.why === 'near-end');
  return {
    size: rows[least]!.size,
    other: isNearEnd ? (rows[least + 1]?.size ?? null) : null,
    confidence: missing.length > 0 || isNearEnd ? 'fair' : 'sure',
    why,
  };
}

function outsideOf(rows: readonly SizeRow[], measure: Measure, value: number): SizeWhy[] {
  const range = { from: rows[0]!.ranges[measure]!.from, to: rows.at(-1)!.ranges[measure]!.to };
  return value < range.from || value > range.to ? [{ why: 'outside', measure, value, ...range }] : [];
}

/** The sizes that this measure allows, by their places in the table. */
function placesOf(rows: readonly SizeRow[], measure: Measure, value: number): Places {
  const inside = rows.flatMap(({ ranges }, at) =>
    value >= ranges[measure]!.from && value <= ranges[measure]!.to ? at : [],
  );
  if (inside.length === 0) {
    const next = rows.findIndex(({ ranges }) => ranges[measure]!.from > value);
    return { first: next, last: next, why: { why: 'gap', measure, size: rows[next]!.size, value } };
  }
  const [first, last] = [inside[0]!, inside.at(-1)!];
  const { size, ranges } = rows[last]!;
  const range = ranges[measure]!;
  const kind = first < last ? 'shared' : isNear(range, value) ? 'near-end' : 'fits';
  return { first, last, why: { why: kind, measure, size, value, ...range } };
}

interface Places {
  first: number;
  last: number;
  why: SizeWhy;
}

/** In the last eighth of a size: whoever grows is soon beyond it. */
const isNear = ({ from, to }: Range, value: number): boolean => value > to - (to - from) / 8;

const none = (why: SizeWhy[]): SizeAdvice => ({ size: null, other: null, confidence: null, why });
