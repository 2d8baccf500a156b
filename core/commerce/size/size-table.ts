/** A product's size table as ranges: centimetres and kilograms, from the smallest size to the largest. */

export const measures = ['height', 'weight', 'foot', 'head', 'bust', 'waist'] as const;
export type Measure = (typeof measures)[number];

export interface Range {
  from: number;
  to: number;
}

export interface SizeRow {
  size: string;
  ranges: Partial<Record<Measure, Range>>;
}

export interface SizeTable {
  /** Those that every row has. */
  measures: Measure[];
  rows: SizeRow[];
}
