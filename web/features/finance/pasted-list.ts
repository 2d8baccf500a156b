/** A list of payments as somebody copies it from a platform or a bank: a reference and an amount in each line. Pure. */
import type { ReconcileRequest } from '../../../core/commerce/operation-api.ts';
import { fenOf } from '../operations/yuan.ts';

export type PaidLine = ReconcileRequest['lines'][number];

export interface PastedList {
  lines: PaidLine[];
  /** Lines that hold no reference or no amount, counted from 1; a heading is none. */
  faults: { line: number; text: string }[];
}

export const mostPastedLines = 2_000;

export function readPasted(text: string): PastedList {
  const list: PastedList = { lines: [], faults: [] };
  let heading: Heading | null = null;
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line);
    heading ??= headingOf(cells);
    if (heading?.cells === cells) continue;
    const paid = (heading && paidUnder(heading, cells)) ?? paidIn(cells);
    if (paid) list.lines.push(paid);
    else list.faults.push({ line: at + 1, text: line.trim() });
  }
  return list;
}

/** Where the columns stand; -1: there is none of the name. */
interface Heading {
  cells: readonly string[];
  reference: number;
  order: number;
  amount: number;
}

/** The first line, where it names its columns and holds no number. */
function headingOf(cells: readonly string[]): Heading | null {
  if (cells.some((cell) => /\d/.test(cell))) return null;
  const find = (names: RegExp) => cells.findIndex((cell) => names.test(cell));
  return {
    cells,
    reference: find(/流水|交易号|退款编号|凭证|参考|reference|transaction/i),
    order: find(/订单|order/i),
    amount: find(/金额|退款额|支出|amount/i),
  };
}

function paidUnder({ reference, order, amount }: Heading, cells: readonly string[]): PaidLine | null {
  const amountFen = amountIn(cells[amount] ?? '');
  const named = cells[reference];
  if (!named || amountFen === null) return null;
  return { reference: named, orderNumber: cells[order] || null, amountFen };
}

/** The amount is what reads as one and stands last; the reference is the first of the others that holds a digit and is no time. */
function paidIn(cells: readonly string[]): PaidLine | null {
  const last = cells.findLastIndex((cell) => amountIn(cell) !== null);
  const marked = cells.findLastIndex((cell) => /[¥￥元.]/.test(cell) && amountIn(cell) !== null);
  const at = marked >= 0 ? marked : last;
  const [reference, orderNumber] = cells.filter(
    (cell, other) => other !== at && /\d/.test(cell) && !isTime(cell),
  );
  const amountFen = at < 0 ? null : amountIn(cells[at]!);
  if (reference === undefined || amountFen === null) return null;
  return { reference, orderNumber: orderNumber ?? null, amountFen };
}

const isTime = (cell: string) => /^(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}:\d{2})/.test(cell);

/** What leaves the account is written with a minus by some. */
const amountIn = (cell: string): number | null => fenOf(cell.replace(/^[-−]/, '').replace(/元$/, ''));

function cellsOf(line: string): string[] {
  const cut = line.includes('\t') ? line.split('\t') : parted(line);
  return cut.map((cell) =>
    cell
      .trim()
      .replace(/^="?|^["'`]|"$/g, '')
      .trim(),
  );
}

/** By comma or semicolon where there is one outside of quotes, else by spaces; a comma within an amount parts nothing. */
function parted(line: string): string[] {
  const cells = line.match(/"[^"]*"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|[^,;，；"]+/g) ?? [];
  return cells.length > 1 ? cells : line.trim().split(/\s+/);
}
