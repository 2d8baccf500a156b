/** A file as a table: its columns, and its rows as they stream in, whatever it is written in. */
import type { Delimiter } from '../../../../core/commerce/reading/csv.ts';
import { csvRows, delimiterOf } from '../../../../core/commerce/reading/csv.ts';
import type { ImportKind } from '../../../../core/commerce/reading/fields.ts';
import { fieldsOf } from '../../../../core/commerce/reading/fields.ts';
import { findHeader, headerWithin } from '../../../../core/commerce/reading/header.ts';
import { jsonRows } from '../../../../core/commerce/reading/json-rows.ts';
import type { Encoding } from './encoding.ts';
import { decoded, encodingOf } from './encoding.ts';
import { NoTable } from './no-table.ts';
import { openSheet } from './open-sheet.ts';
import type { SourceFile, Table, TableRow } from './table.ts';
import { asRow } from './table.ts';

/** JSON is held whole. */
const largestJson = 128 * 1024 * 1024;

export async function openTable(file: SourceFile, kind: ImportKind): Promise<Table> {
  if (file.size === 0) throw new NoTable('empty');
  const head = await firstBytes(file);
  if (isPacked(head)) return openSheet(file, kind);
  if (head.subarray(0, 8).equals(oldOffice)) throw new NoTable('old-sheet');
  if (head.subarray(0, 4096).includes(0) && head[0] !== 0xff) throw new NoTable('binary');
  const encoding = await encodingOf(await file.open());
  const start = new TextDecoder(encoding).decode(head);
  return /^[\s\ufeff]*[[{]/.test(start)
    ? openJson(file, kind, encoding)
    : openCsv(file, kind, encoding, start);
}

const isPacked = (head: Buffer): boolean => head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
/** Spreadsheets before 2007, and newer ones behind a password. */
const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex');

async function openCsv(
  file: SourceFile,
  kind: ImportKind,
  encoding: Encoding,
  start: string,
): Promise<Table> {
  const delimiter = delimiterOf(start);
  let bytes = 0;
  const text = async function* () {
    const stream = await file.open();
    stream.on('data', (chunk: Buffer) => (bytes += chunk.length));
    yield* decoded(stream, encoding);
  };
  const header = findHeader(kind, await firstOf(rowsOf(text(), delimiter)));
  if (!header) throw new NoTable('no-rows');
  const columns = header.names;
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
        for (const cells of rows) if (++number > header.rows) table.push(asRow(number, columns, cells));
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

async function firstOf(rows: AsyncGenerator<string[][]>): Promise<string[][]> {
  const first: string[][] = [];
  for await (const some of rows) {
    first.push(...some.slice(0, headerWithin));
    if (first.length >= headerWithin) break;
  }
  return first;
}

function parsed(text: string): unknown {
  try {
    const whole = text.replace(/^\ufeff/, '');
    // Longer than a number holds, it is an id, and every digit of it counts.
    return /[:[,]\s*\d{16,}/.test(whole) ? JSON.parse(whole, digitsOf) : JSON.parse(whole);
  } catch {
    throw new NoTable('no-json');
  }
}

const digitsOf = (_key: string, value: unknown, { source }: { source?: string } = {}): unknown =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) ? source : value;

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
