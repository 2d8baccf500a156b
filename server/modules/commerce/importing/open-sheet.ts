/** A spreadsheet as a table: of the sheets that are shown the one whose names are known best. */
import type { ImportKind } from '../../../../core/commerce/reading/fields.ts';
import { guessMapping } from '../../../../core/commerce/reading/guess-mapping.ts';
import type { Header } from '../../../../core/commerce/reading/header.ts';
import { findHeader, headerWithin } from '../../../../core/commerce/reading/header.ts';
import { NoTable } from './no-table.ts';
import type { SourceFile, Table, TableRow } from './table.ts';
import { asRow } from './table.ts';
import type { OpenBook } from './xlsx/open-book.ts';
import { openBook } from './xlsx/open-book.ts';
import type { SheetRow } from './xlsx/sheet-rows.ts';
import { sheetRows } from './xlsx/sheet-rows.ts';
import { BadXml } from './xlsx/xml.ts';

/** Larger ones are for CSV, which is read without their words being held. */
const largest = 50 * 1024 * 1024;

export async function openSheet(file: SourceFile, kind: ImportKind): Promise<Table> {
  if (file.size > largest) throw new NoTable('large-sheet');
  const found = await withBook(file, (book) => bestSheet(book, kind));
  if (!found) throw new NoTable('no-rows');
  const { part, header } = found;
  let read = 0;
  const counted: SourceFile = {
    ...file,
    range(start, end) {
      return file.range(start, end).on('data', (chunk: Buffer) => (read += chunk.length));
    },
  };
  return {
    format: 'xlsx',
    encoding: 'utf-8',
    columns: header.names,
    source: null,
    bytesRead: () => Math.min(read, file.size),
    async *rows() {
      read = 0;
      const book = await openBook(counted);
      try {
        for await (const rows of told(sheetRows(book, part))) {
          const table: TableRow[] = [];
          for (const { number, cells } of rows) {
            if (number > header.last && cells.some((cell) => cell !== ''))
              table.push(asRow(number, header.names, cells));
          }
          if (table.length > 0) yield table;
        }
      } finally {
        book.parts.close();
      }
    },
  };
}

interface Found {
  part: string;
  header: Header & { last: number };
}

async function bestSheet(book: OpenBook, kind: ImportKind): Promise<Found | null> {
  let best: (Found & { known: number }) | null = null;
  for (const part of book.sheets) {
    const rows = await firstRows(book, part);
    const header = findHeader(
      kind,
      rows.map(({ cells }) => cells),
    );
    if (!header) continue;
    const known = Object.keys(guessMapping(kind, header.names).mapping).length;
    const at = { ...header, last: rows[header.rows - 1]!.number };
    if (!best || known > best.known) best = { part, header: at, known };
  }
  return best;
}

async function firstRows(book: OpenBook, part: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const some of told(sheetRows(book, part))) {
    rows.push(...some);
    if (rows.length >= headerWithin) break;
  }
  return rows;
}

async function withBook<T>(file: SourceFile, work: (book: OpenBook) => Promise<T>): Promise<T> {
  const book = await openBook(file);
  try {
    return await work(book);
  } finally {
    book.parts.close();
  }
}

/** However far into it that shows. */
async function* told(rows: AsyncGenerator<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  try {
    yield* rows;
  } catch (error) {
    throw error instanceof BadXml ? new NoTable('broken-sheet', { cause: error }) : error;
  }
}
