/** A file's rows, whatever it is written in. */
import type { Readable } from 'node:stream';
import type { Row } from '../../../../core/commerce/reading/read-row.ts';
import type { Encoding } from './encoding.ts';

export interface SourceFile {
  size: number;
  /** Its bytes from the beginning; may be asked for several times. */
  open(): Promise<Readable>;
  /** A part of them: from the first of `start` to that of `end`. */
  range(start: number, end: number): Readable;
}

export interface Table {
  format: 'csv' | 'json' | 'xlsx';
  encoding: Encoding;
  columns: string[];
  /** Whose shape it is, where the shape alone tells. */
  source: string | null;
  /** Many at a time. The first row behind the names is number 2, as a spreadsheet counts. */
  rows(): AsyncGenerator<TableRow[]>;
  /** Between 0 and `size`. */
  bytesRead(): number;
}

export interface TableRow {
  number: number;
  cells: Row;
  /** More cells than the first row has names. */
  ragged: boolean;
}

export function asRow(number: number, columns: string[], cells: string[]): TableRow {
  const row: Row = {};
  for (const [i, name] of columns.entries()) row[name] = cells[i] ?? '';
  return { number, cells: row, ragged: cells.slice(columns.length).some((cell) => cell.trim() !== '') };
}
