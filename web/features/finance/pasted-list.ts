/** A list of payments as somebody copies it from a platform or a bank: a reference and an amount in each line. Pure. */
import { fenOf } from '../operations/yuan.ts';

export interface PaidLine {
  reference: string;
  amountFen: number;
}

export interface PastedList {
  lines: PaidLine[];
  /** Lines that hold no reference or no amount, counted from 1; a heading is none. */
  faults: { line: number; text: string }[];
}

export const mostPastedLines = 2_000;

export function readPasted(text: string): PastedList {
  const list: PastedList = { lines: [], faults: [] };
  let begun = false;
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line);
    const paid = paidIn(cells);
    if (paid) list.lines.push(paid);
    else if (begun || cells.some((cell) => /\d/.test(cell)))
      list.faults.push({ line: at + 1, text: line.trim() });
    begun = true;
  }
  return list;
}

/** The amount is what reads as one and stands last; the reference is the first of the others that holds a digit and is no time. */
function paidIn(cells: readonly string[]): PaidLine | null {
  const last = cells.findLastIndex((cell) => amountIn(cell) !== null);
  const marked = cells.findLastIndex((cell) => /[¥￥元.]/.test(cell) && amountIn(cell) !== null);
  const at = marked >= 0 ? marked : last;
  const reference = cells.find((cell, other) => other !== at && /\d/.test(cell) && !isTime(cell));
  const amountFen = at < 0 ? null : amountIn(cells[at]!);
  return reference === undefined || amountFen === null ? null : { reference, amountFen };
}

const isTime = (cell: string) => /^(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}:\d{2})/.test(cell);

/** What leaves the account is written with a minus by some. */
const amountIn = (cell: string): number | null => fenOf(cell.replace(/^[-−]/, '').replace(/元$/, ''));

function cellsOf(line: string): string[] {
  const cut = line.includes('\t') ? line.split('\t') : quoted(line);
  return cut.map((cell) => cell.trim().replace(/^="?|^["'`]|"$/g, '').trim()).filter((cell) => cell !== '');
}

/** By comma or semicolon where there is one outside of quotes, else by spaces; a comma within an amount parts nothing. */
function quoted(line: string): string[] {
  const cells = line.match(/"[^"]*"|(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]))|[^,;，；"]+/g) ?? [];
  return cells.length > 1 ? cells : line.split(/\s+/);
}
