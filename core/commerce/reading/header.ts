/** Where in the first rows of a table its names stand: titles and groups stand above them, and cells are merged over both. Pure. */
import type { ImportKind } from './fields.ts';
import { guessMapping } from './guess-mapping.ts';

export interface Header {
  names: string[];
  /** Rows up to and with the names. */
  rows: number;
}

/** So far down names are looked for. */
export const headerWithin = 10;

/** null: there is no row with anything in it. */
export function findHeader(kind: ImportKind, first: readonly (readonly string[])[]): Header | null {
  let best: (Header & { known: number }) | null = null;
  for (const [i, row] of first.slice(0, headerWithin).entries()) {
    if (!row.some(isSaid)) continue;
    for (const names of i === 0 ? [row] : [row, under(first[i - 1]!, row)]) {
      const known = Object.keys(guessMapping(kind, namesOf(names)).mapping).length;
      if (!best || known > best.known || (best.known === 0 && isTitle(best.names) && !isTitle(names)))
        best = { names: namesOf(names), rows: i + 1, known };
    }
  }
  return best && { names: best.names, rows: best.rows };
}

const isSaid = (cell: string): boolean => cell.trim() !== '';
/** One cell over the whole width. */
const isTitle = (row: readonly string[]): boolean =>
  row.length > 1 && row.filter((cell, i) => isSaid(cell) && cell !== `#${i + 1}`).length === 1;

/** A cell merged over two rows stands in the upper one. */
function under(upper: readonly string[], row: readonly string[]): string[] {
  const width = Math.max(upper.length, row.length);
  return Array.from({ length: width }, (_, i) => (isSaid(row[i] ?? '') ? row[i]! : (upper[i] ?? '')));
}

/** Two columns of one name are told apart, so that none hides the other. */
function namesOf(row: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return row.map((cell, i) => {
    const name = cell.replaceAll(/[\ufeff\t]/g, '').trim() || `#${i + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
