/**
 * Rows of a CSV file, read as it comes in: quotes double inside quotes, cells may hold line ends, and a quote in the middle
 * of a bare cell (`="2026…"`) is what it looks like.
 */

export type Delimiter = ',' | '\t' | ';';

/** What most often stands between the names of the first row. */
export function delimiterOf(head: string): Delimiter {
  const first = /^[^\r\n]*/.exec(head.replace(/^\ufeff/, ''))![0];
  const count = (mark: Delimiter) => first.split(mark).length;
  return ([',', '\t', ';'] as const).reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Longer rows are no rows but a quote that nobody closed. */
const longestRow = 1_000_000;

/** The rows of each chunk together: a generator that stops at every row would cost more than the reading. */
export async function* csvRows(
  chunks: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<string[][]> {
  let left = '';
  let begun = false;
  for await (const chunk of chunks) {
    let text = left + chunk;
    if (!begun && text !== '') {
      begun = true;
      if (text.startsWith('\ufeff')) text = text.slice(1);
    }
    const { rows, end } = rowsOf(text, delimiter, false);
    left = text.slice(end);
    if (left.length > longestRow) throw new RangeError('row too long');
    if (rows.length > 0) yield rows;
  }
  const { rows } = rowsOf(left, delimiter, true);
  if (rows.length > 0) yield rows;
}

/** The whole rows of a text, and where the first begins that is not whole. */
function rowsOf(text: string, delimiter: Delimiter, last: boolean): { rows: string[][]; end: number } {
  const rows: string[][] = [];
  let row: string[] = [];
  let end = 0;
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at, delimiter, last) : bare(text, at, delimiter, last);
    if (!cell) break;
    row.push(cell.value);
    at = cell.end;
    if (text[at] === delimiter) {
      at++;
      // A row that ends with a delimiter ends with an empty cell.
      if (at === text.length && last) row.push('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    if (at < text.length) at++;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    end = at;
  }
  if (last && row.length > 0) rows.push(row);
  return { rows, end };
}

interface Cell {
  value: string;
  end: number;
}

/** null: its end has not come yet. */
function bare(text: string, start: number, delimiter: Delimiter, last: boolean): Cell | null {
  let at = start;
  for (; at < text.length; at++) {
    const mark = text[at];
    if (mark === delimiter || mark === '\n') break;
    if (mark === '\r') {
      if (at + 1 === text.length && !last) return null;
      break;
    }
  }
  if (at === text.length && !last) return null;
  return { value: text.slice(start, at), end: at };
}

function quoted(text: string, start: number, delimiter: Delimiter, last: boolean): Cell | null {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return last ? { value: value + text.slice(from), end: text.length } : null;
    value += text.slice(from, quote);
    if (quote + 1 === text.length && !last) return null;
    if (text[quote + 1] !== '"') {
      // What stands behind the closing quote belongs to the cell, as spreadsheets read it.
      const rest = bare(text, quote + 1, delimiter, last);
      return rest && { value: value + rest.value, end: rest.end };
    }
    value += '"';
    from = quote + 2;
  }
}
