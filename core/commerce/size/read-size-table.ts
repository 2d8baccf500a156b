/**
 * The shop's own words into ranges, where they can be read without guessing: `90码 85-95cm 12-14kg`, a row a line, or a
 * table with a head. What names neither a measure nor a unit is left alone.
 */
import type { Measure, Range, SizeRow, SizeTable } from './size-table.ts';
import { measures } from './size-table.ts';

/** null: nothing in it can be read, or it contradicts itself. */
export function readSizeTable(text: string): SizeTable | null {
  const lines = linesOf(text);
  const [head, ...below] = lines;
  const columns = head === undefined ? null : columnsOf(head);
  const rows = columns
    ? below.flatMap((line) => rowByColumns(line, columns) ?? [])
    : lines.flatMap((line) => rowByWords(line) ?? []);
  return rows.includes('unclear') ? null : tableOf(rows as SizeRow[]);
}

function tableOf(rows: SizeRow[]): SizeTable | null {
  if (rows.length === 0 || new Set(rows.map(({ size }) => size)).size < rows.length) return null;
  const everywhere = measures.filter((measure) => rows.every(({ ranges }) => ranges[measure]));
  const [by] = everywhere;
  if (by === undefined) return null;
  const sorted = rows.toSorted((a, b) => a.ranges[by]!.from - b.ranges[by]!.from);
  return everywhere.every((measure) => grows(sorted, measure))
    ? { measures: everywhere, rows: sorted }
    : null;
}

/** The larger size is for the larger body, by each measure. */
const grows = (rows: readonly SizeRow[], measure: Measure): boolean =>
  rows.every(
    ({ ranges }, at) =>
      at === 0 ||
      (ranges[measure]!.from > rows[at - 1]!.ranges[measure]!.from &&
        ranges[measure]!.to > rows[at - 1]!.ranges[measure]!.to),
  );

/** Its own line, or a part of one that begins with a size. */
function linesOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replaceAll(/[–—―~〜至到]/g, '-')
      // Imports make one line of a cell.
      .replaceAll(/(?<=[^\d\s(])[\s,、|]+(?=(?:\d{2,3}|\d{0,2}X{0,4}[SL]|M)\s*码)/gi, '\n')
      .split(/[\n;。]/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
  );
}

const names: readonly (readonly [Measure, RegExp])[] = [
  ['height', /身高|高度|height/i],
  ['weight', /体重|weight/i],
  ['foot', /脚长|foot/i],
  ['head', /头围|head/i],
  ['bust', /胸围|bust|chest/i],
  ['waist', /腰围|waist/i],
];
const nameIn = (words: string): Measure | null =>
  names.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

interface Column {
  measure: Measure | null;
  /** Into centimetres or kilograms. */
  times: number;
}

/** A head has names and no figures that a row would have. */
function columnsOf(line: string): Column[] | null {
  const cells = cellsOf(line);
  if (cells.length < 2 || !/尺码|尺寸|码数|规格|size/i.test(cells[0]!)) return null;
  const columns = cells.map((cell) => ({ measure: nameIn(cell), times: unitIn(cell)?.times ?? 1 }));
  return columns.some(({ measure }) => measure !== null) ? columns : null;
}

/** A table is parted by bars, tabs, commas, or wide gaps. */
function cellsOf(line: string): string[] {
  const parted = ['|', '\t', ','].find((mark) => line.includes(mark));
  const cells = parted === undefined ? line.split(/\s{2,}|\s(?=\D*\d)/) : line.split(parted);
  return cells.map((cell) => cell.trim()).filter((cell, at) => cell !== '' || at > 0);
}

function rowByColumns(line: string, columns: readonly Column[]): SizeRow | null {
  const cells = cellsOf(line);
  const size = sizeIn(cells[0] ?? '')?.size;
  if (size === undefined || cells.length > columns.length) return null;
  const ranges: SizeRow['ranges'] = {};
  columns.forEach(({ measure, times }, at) => {
    const range = measure && firstRange(cells[at] ?? '');
    if (measure && range) ranges[measure] = scaled(range, unitIn(cells[at]!)?.times ?? times);
  });
  return { size, ranges };
}

/** The size first, then what each range is of: by its name, or by its unit where that leaves no doubt. */
function rowByWords(line: string): SizeRow | 'unclear' | null {
  const first = sizeIn(line);
  if (!first) return null;
  const ranges: SizeRow['ranges'] = {};
  for (const { before, range, unit } of rangesIn(first.rest)) {
    const named = nameIn(before);
    const measure = named ?? (unit && byUnit(unit, range));
    if (measure === null) continue;
    // Twice the same: two rows in one line, and nobody knows which is whose.
    if (ranges[measure]) return 'unclear';
    // A name without a unit: centimetres and kilograms are what tables are written in.
    ranges[measure] = scaled(range, unit?.times ?? 1);
  }
  return Object.keys(ranges).length > 0 ? { size: first.size, ranges } : null;
}

const sizePattern =
  /^\s*(?:尺码|码数|size)?\s*[::]?\s*(\d{2,3}|\d{0,2}X{0,4}[SL]|M|均码)(?![\d.]|\s*-\s*\d)\s*(?:码|号|#)?\s*[::|,]?/i;

function sizeIn(line: string): { size: string; rest: string } | null {
  const found = sizePattern.exec(line);
  // `90cm` is a measure, not a size.
  if (!found || /^\s*(?:cm|kg|厘米|公斤|千克|斤|m|岁|个月)/i.test(line.slice(found[0].length))) return null;
  return { size: found[1]!.toUpperCase(), rest: line.slice(found[0].length) };
}

interface Unit {
  of: 'length' | 'weight';
  times: number;
}
const units: readonly (readonly [RegExp, Unit])[] = [
  [/cm|厘米/i, { of: 'length', times: 1 }],
  [/kg|公斤|千克/i, { of: 'weight', times: 1 }],
  [/斤/, { of: 'weight', times: 0.5 }],
  [/mm|毫米/i, { of: 'length', times: 0.1 }],
];
const unitIn = (words: string): Unit | null => units.find(([pattern]) => pattern.test(words))?.[1] ?? null;

/** Nobody is shorter than this, and no foot or head larger. */
const shortest = 45;

function byUnit({ of, times }: Unit, { from }: Range): Measure | null {
  if (of === 'weight') return 'weight';
  return from * times >= shortest ? 'height' : null;
}

const figure = String.raw`(\d{1,3}(?:\.\d{1,2})?)`;
const unitWord = String.raw`(cm|kg|mm|厘米|公斤|千克|斤|毫米)?`;
const rangePattern = new RegExp(String.raw`${figure}\s*${unitWord}\s*-\s*${figure}\s*${unitWord}`, 'gi');

function* rangesIn(words: string): Generator<{ before: string; range: Range; unit: Unit | null }> {
  let end = 0;
  for (const found of words.matchAll(rangePattern)) {
    const [all, from, unitBefore, to, unitBehind] = found;
    const range = { from: Number(from), to: Number(to) };
    if (range.from < range.to)
      yield { before: words.slice(end, found.index), range, unit: unitIn(unitBehind ?? unitBefore ?? '') };
    end = found.index + all.length;
  }
}

const firstRange = (cell: string): Range | null => rangesIn(cell).next().value?.range ?? null;

/** To the hundredth, so that half a kilogram stays what it is. */
const scaled = ({ from, to }: Range, times: number): Range => ({
  from: Math.round(from * times * 100) / 100,
  to: Math.round(to * times * 100) / 100,
});
