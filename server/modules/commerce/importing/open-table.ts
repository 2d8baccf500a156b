/** A file as a table: its columns, and its rows as they stream in, whatever it is written in. */
import type { Readable } from 'node:stream';
import type { Delimiter } from '../../../../core/commerce/reading/csv.ts';
import { csvRows, delimiterOf } from '../../../../core/commerce/reading/csv.ts';
import type { ImportKind } from '../../../../core/commerce/reading/fields.ts';
import { fieldsOf } from '../../../../core/commerce/reading/fields.ts';
import { jsonRows } from '../../../../core/commerce/reading/json-rows.ts';
import type { Row, TableFault } from '../../../../core/commerce/reading/read-row.ts';
import type { Encoding } from './encoding.ts';
import { decoded, encodingOf } from './encoding.ts';

export interface SourceFile {
  size: number;
  /** Its bytes from the beginning; may be asked for several times. */
  open(): Promise<Readable>;
}

export interface Table {
  format: 'csv' | 'json';
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

export class NoTable extends Error {
  readonly why: TableFault;

  constructor(why: TableFault) {
    super(why);
    this.why = why;
  }
}

/** JSON is held whole. */
const largestJson = 128 * 1024 * 1024;

export async function openTable(file: SourceFile, kind: ImportKind): Promise<Table> {
  if (file.size === 0) throw new NoTable('empty');
  const head = await firstBytes(file);
  if (head.subarray(0, 4096).includes(0) && head[0] !== 0xff) throw new NoTable('binary');
  const encoding = await encodingOf(await file.open());
  const start = new TextDecoder(encoding).decode(head);
  return /^[\s\ufeff]*[[{]/.test(start) ? openJson(file, kind, encoding) : openCsv(file, encoding, start);
}

async function openCsv(file: SourceFile, encoding: Encoding, start: string): Promise<Table> {
  const delimiter = delimiterOf(start);
  let bytes = 0;
  const text = async function* () {
    const stream = await file.open();
    stream.on('data', (chunk: Buffer) => (bytes += chunk.length));
    yield* decoded(stream, encoding);
  };
  const columns = await namesOf(rowsOf(text(), delimiter));
  bytes = 0;
  return {
    format: 'csv',
    encoding,
    columns,
    source: null,
    bytesRead: () => bytes,
    async *rows() {
      let number = 0;
      for await (const rows of rowsOf(text(), delimiter)) {
        const table: TableRow[] = [];
        for (const cells of rows) if (++number > 1) table.push(asRow(number, columns, cells));
        if (table.length > 0) yield table;
      }
    },
  };
}

async function openJson(file: SourceFile, kind: ImportKind, encoding: Encoding): Promise<Table> {
  if (file.size > largestJson) throw new NoTable('too-large');
  let text = '';
  for await (const part of decoded(await file.open(), encoding)) text += part;
  const found = jsonRows(kind, parsed(text));
  if (!found) throw new NoTable('unknown-json');
  const present = new Set(found.rows.flatMap((row) => Object.keys(row)));
  return {
    format: 'json',
    encoding,
    columns: Object.keys(fieldsOf(kind)).filter((name) => present.has(name)),
    source: found.source,
    bytesRead: () => file.size,
    async *rows() {
      for (let at = 0; at < found.rows.length; at += 1000)
        yield found.rows
          .slice(at, at + 1000)
          .map((cells, i) => ({ number: at + i + 1, cells, ragged: false }));
    },
  };
}

async function* rowsOf(text: AsyncGenerator<string>, delimiter: Delimiter): AsyncGenerator<string[][]> {
  try {
    yield* csvRows(text, delimiter);
  } catch (error) {
    throw error instanceof RangeError ? new NoTable('endless-row') : error;
  }
}

/** Two columns of one name are told apart, so that none hides the other. */
async function namesOf(rows: AsyncGenerator<string[][]>): Promise<string[]> {
  for await (const [first] of rows) {
    const seen = new Map<string, number>();
    return first!.map((cell, i) => {
      const name = cell.replaceAll(/[\ufeff\t]/g, '').trim() || `#${i + 1}`;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return times === 1 ? name : `${name} (${times})`;
    });
  }
  throw new NoTable('no-rows');
}

function asRow(number: number, columns: string[], cells: string[]): TableRow {
  const row: Row = {};
  for (const [i, name] of columns.entries()) row[name] = cells[i] ?? '';
  return { number, cells: row, ragged: cells.slice(columns.length).some((cell) => cell.trim() !== '') };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new NoTable('no-json');
  }
}

async function firstBytes(file: SourceFile): Promise<Buffer> {
  const stream = await file.open();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > 64 * 1024) break;
  }
  return Buffer.concat(chunks);
}
