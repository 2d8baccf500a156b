/** The rows of a sheet as they stream in, many at a time. */
import { columnOf, momentText, numberText } from './cell-text.ts';
import type { Parts } from './parts.ts';
import type { XmlReader } from './xml.ts';
import { BadXml, xmlParser } from './xml.ts';

export interface Book {
  parts: Parts;
  /** Words that cells name by their number. */
  words: string[];
  /** Whether a cell's style makes a moment of its number. */
  moments: boolean[];
  from1904: boolean;
}

export interface SheetRow {
  /** As the sheet counts. */
  number: number;
  cells: string[];
}

/** A spreadsheet's own limits. */
const mostColumns = 16_384;
const longestCell = 32_767;

export async function* sheetRows(book: Book, name: string): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = [];
  const parser = xmlParser(rowReader(book, (row) => rows.push(row)));
  for await (const chunk of book.parts.open(name)) {
    parser.push(chunk);
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  parser.end();
}

function rowReader({ words, moments, from1904 }: Book, onRow: (row: SheetRow) => void): XmlReader {
  let row: SheetRow = { number: 0, cells: [] };
  let column = -1;
  let type = 'n';
  let isMoment = false;
  let said = '';
  /** Of a formula its result is read, which stands beside it; of Chinese the reading aids are not. */
  let heard = false;
  return {
    open(name, attributes) {
      if (name === 'row') row = { number: Number(attributes('r')) || row.number + 1, cells: [] };
      if (name === 'row') column = -1;
      if (name === 'c') {
        const reference = attributes('r');
        column = reference === null ? column + 1 : columnOf(reference);
        if (column < 0 || column >= mostColumns) throw new BadXml('no such column');
        type = attributes('t') ?? 'n';
        isMoment = moments[Number(attributes('s') ?? 0)] ?? false;
        said = '';
      }
      if (name === 'rPh') heard = false;
      else if (name === 'v' || name === 't') heard = true;
    },
    text(text) {
      if (heard && said.length <= longestCell) said += text;
    },
    close(name) {
      if (name === 'v' || name === 't') heard = false;
      if (name === 'c') {
        while (row.cells.length < column) row.cells.push('');
        row.cells[column] = said === '' ? '' : textOf(said);
      }
      if (name === 'row') onRow(row);
    },
  };

  function textOf(value: string): string {
    switch (type) {
      case 's':
        return words[Number(value)] ?? '';
      case 'str':
      case 'inlineStr':
        return value;
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return '';
      case 'd':
        return value.replace('T', ' ').replace(/\.\d+Z?$/, '');
      default:
        return isMoment ? momentText(value, from1904) : numberText(value);
    }
  }
}
