/** Spreadsheets for tests, packed by hand so that they can also be wrong. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface SheetOptions {
  /** Rows as XML, between the marks of the sheet's data. */
  rows: string;
  words?: string;
  styles?: string;
  workbook?: string;
  more?: Record<string, string>;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

export function xlsx({ rows, words, styles, workbook, more = {} }: SheetOptions): Buffer {
  return packed({
    'xl/workbook.xml':
      workbook ??
      `<?xml version="1.0"?><workbook ${main} xmlns:r="r"><sheets><sheet name="订单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?><worksheet ${main}><sheetData>${rows}</sheetData><mergeCells/></worksheet>`,
    ...(words !== undefined && { 'xl/sharedStrings.xml': `<sst ${main}>${words}</sst>` }),
    ...(styles !== undefined && { 'xl/styles.xml': `<styleSheet ${main}>${styles}</styleSheet>` }),
    ...more,
  });
}

/** Cells of words, beginning at A of each row. */
export const wordRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells, i) => {
      const said = cells.map((text, at) => {
        const words = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        return text === ''
          ? ''
          : `<c r="${columnName(at)}${i + 1}" t="inlineStr"><is><t>${words}</t></is></c>`;
      });
      return `<row r="${i + 1}">${said.join('')}</row>`;
    })
    .join('');

const columnName = (at: number): string =>
  (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));

/** `said`: what it says of the size of a part, where that is not its size. */
export function packed(files: Record<string, string | Buffer>, said: Record<string, number> = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const small = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    const facts = (to: Buffer, from: number) => {
      to.writeUInt16LE(20, from);
      to.writeUInt16LE(0x800, from + 2);
      to.writeUInt16LE(8, from + 4);
      to.writeUInt32LE(crc32(bytes), from + 10);
      to.writeUInt32LE(small.length, from + 14);
      to.writeUInt32LE(said[name] ?? bytes.length, from + 18);
      to.writeUInt16LE(Buffer.byteLength(name), from + 22);
    };
    facts(head, 4);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    facts(entry, 6);
    entry.writeUInt32LE(at, 42);
    parts.push(head, Buffer.from(name), small);
    directory.push(entry, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + small.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
