/** A spreadsheet's own words of what is in it: its sheets that are shown, the words and the formats that its cells name. */
import type { SourceFile } from '../table.ts';
import { NoTable } from '../no-table.ts';
import { isMoment } from './cell-text.ts';
import { openParts, type Parts } from './parts.ts';
import type { Book } from './sheet-rows.ts';
import type { XmlReader } from './xml.ts';
import { BadXml, xmlParser } from './xml.ts';

export interface OpenBook extends Book {
  /** The parts that hold the sheets, in their order. */
  sheets: string[];
}

/** The words of a sheet are held, since any cell may name any of them. */
const mostWordsHeld = 100_000_000;
const mostSheets = 20;
const quiet: XmlReader = { open() {}, text() {}, close() {} };

export async function openBook(file: SourceFile): Promise<OpenBook> {
  const parts = await openParts(file);
  try {
    const names = await readSheets(parts);
    const words = await readWords(parts);
    return { parts, words, moments: await readMoments(parts), ...names };
  } catch (error) {
    parts.close();
    throw error instanceof BadXml ? new NoTable('broken-sheet', { cause: error }) : error;
  }
}

async function read(parts: Parts, name: string, reader: Partial<XmlReader>): Promise<void> {
  if (!parts.has(name)) return;
  const parser = xmlParser({ ...quiet, ...reader });
  for await (const chunk of parts.open(name)) parser.push(chunk);
  parser.end();
}

async function readSheets(parts: Parts): Promise<Pick<OpenBook, 'sheets' | 'from1904'>> {
  const shown: string[] = [];
  let from1904 = false;
  await read(parts, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes('date1904') ?? '');
      if (name === 'sheet' && !/hidden/i.test(attributes('state') ?? ''))
        shown.push(attributes('r:id') ?? '');
    },
  });
  const places = new Map<string, string>();
  await read(parts, 'xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attributes('Target') ?? '';
      places.set(attributes('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const sheets = shown.flatMap((id) => places.get(id) ?? []).filter((name) => parts.has(name));
  if (sheets.length === 0) throw new NoTable('broken-sheet');
  return { sheets: sheets.slice(0, mostSheets), from1904 };
}

async function readWords(parts: Parts): Promise<string[]> {
  const words: string[] = [];
  let held = 0;
  let said: string[] = [];
  let heard = false;
  let aid = false;
  await read(parts, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') said = [];
      if (name === 'rPh') aid = true;
      heard = name === 't' && !aid;
    },
    text(text) {
      if (!heard) return;
      said.push(text);
      held += text.length;
      if (held > mostWordsHeld) throw new NoTable('packed-sheet');
    },
    close(name) {
      heard = false;
      if (name === 'rPh') aid = false;
      if (name === 'si') words.push(said.join(''));
    },
  });
  return words;
}

/** By the number of the style. */
async function readMoments(parts: Parts): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const moments: boolean[] = [];
  let inCells = false;
  await read(parts, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes('numFmtId')), attributes('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const format = Number(attributes('numFmtId') ?? 0);
      moments.push(isMoment(format, codes.get(format)));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return moments;
}
