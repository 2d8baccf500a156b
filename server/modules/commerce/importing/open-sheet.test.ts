/** Spreadsheets: every digit and moment as it was meant, names wherever they stand, and nothing that is made to harm. */
import { describe, expect, test } from 'vitest';
import { csvLine } from '../../../../core/quality/csv.ts';
import { fileOf } from '../../../../test/goods.ts';
import { packed, wordRows, xlsx } from '../../../../test/xlsx.ts';
import { NoTable } from './no-table.ts';
import { openTable } from './open-table.ts';
import { xmlParser } from './xlsx/xml.ts';

async function read(bytes: Buffer) {
  const table = await openTable(fileOf(bytes), 'orders');
  const rows = [];
  for await (const some of table.rows()) rows.push(...some);
  return { ...table, read: rows, cells: rows.map(({ cells }) => Object.values(cells)) };
}
const why = (bytes: Buffer) =>
  read(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof NoTable ? error.why : error),
  );
const names = ['订单编号', '买家会员名', '总金额', '订单创建时间'];
const cell = (at: string, value: string, more = '') => `<c r="${at}" ${more}><v>${value}</v></c>`;
const header = `<row r="1">${names.map((name, i) => `<c r="${'ABCD'[i]}1" t="inlineStr"><is><t>${name}</t></is></c>`).join('')}</row>`;

describe('cells', () => {
  test('long numbers keep their digits, moments are moments, formulas are what came of them', async () => {
    const { format, columns, cells } = await read(
      xlsx({
        styles:
          '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\\ h:mm"/><numFmt numFmtId="165" formatCode="[Red]#,##0.00&quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs>',
        words:
          '<si><t xml:space="preserve">小王 </t></si><si><r><t>=1+</t></r><r><t>1</t></r><rPh><t>yi</t></rPh></si>',
        rows: `${header}
          <row r="2">${cell('A2', '2026112112345678901234')}${cell('B2', '0', 't="s"')}${cell('C2', '5.0E-2')}${cell('D2', '46074.520833333336', 's="1"')}</row>
          <row r="3">${cell('A3', '2.02611211234567E+21')}${cell('B3', '1', 't="s"')}${cell('C3', '1.29E+3', 's="3"')}${cell('D3', '46074', 's="2"')}</row>
          <row r="5">${cell('A5', '7')}<c r="C5"><f>HYPERLINK("http://x")</f><v>9.9</v></c><c r="D5" t="d"><v>2026-02-21T12:30:00</v></c></row>
          <row r="6"><c r="B6" t="str"><f>"=cmd"</f><v>=cmd|' /C calc'!A0</v></c><c r="D6" t="e"><v>#REF!</v></c></row>`,
      }),
    );
    expect([format, columns]).toEqual(['xlsx', names]);
    expect(cells).toEqual([
      ['2026112112345678901234', '小王 ', '0.050', '2026-02-21 12:30:00'],
      // Rounded before it came: told as such by whoever reads the row.
      ['2.02611211234567E+21', '=1+1', '1290', '2026-02-21'],
      ['7', '', '9.9', '2026-02-21 12:30:00'],
      ['', "=cmd|' /C calc'!A0", '', ''],
    ]);
    expect(csvLine(cells[3]!)).toBe(`,"'=cmd|' /C calc'!A0",,\r\n`);
  });

  test('days of old Macs', async () => {
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>';
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const { cells } = await read(
      xlsx({
        workbook,
        styles,
        rows: `${header}<row>${cell('A2', '1', 't="str"')}${cell('D2', '44612')}</row>`,
      }),
    );
    expect(cells[0]![3]).toBe('2026-02-21');
  });
});

describe('names', () => {
  test('below a title, and below groups that are merged over them', async () => {
    const { columns, read: rows } = await read(
      xlsx({
        rows: wordRows([
          ['2026年11月订单导出', '', '', '', ''],
          ['订单编号', '买家', '', '金额', ''],
          ['', '买家会员名', '联系手机', '总金额', '总金额'],
          ['8001', '小王', '13900001234', '9.90', '1'],
        ]),
      }),
    );
    expect(columns).toEqual(['订单编号', '买家会员名', '联系手机', '总金额', '总金额 (2)']);
    expect(rows).toMatchObject([{ number: 4, cells: { 订单编号: '8001', 联系手机: '13900001234' } }]);
  });

  test('of the sheet that has them; what is hidden is not read', async () => {
    const workbook =
      '<workbook xmlns:r="r"><sheets><sheet name="说明" r:id="rId1"/><sheet name="订单" r:id="rId2"/></sheets></workbook>';
    const more = {
      'xl/worksheets/sheet2.xml': `<x:worksheet xmlns:x="m">${wordRows([names, ['8002']]).replaceAll(/<(\/?)(\w)/g, '<$1x:$2')}</x:worksheet>`,
    };
    const rows = wordRows([['请先阅读'], ['本表由系统生成']]);
    expect((await read(xlsx({ rows, workbook, more }))).read).toMatchObject([
      { cells: { 订单编号: '8002' } },
    ]);
    const hidden = workbook.replace('name="订单"', 'name="订单" state="veryHidden"');
    expect((await read(xlsx({ rows, workbook: hidden, more }))).columns).toEqual(['请先阅读']);
  });

  test('of a CSV below a title too', async () => {
    const { columns, read: rows } = await read(
      Buffer.from('订单报表,,\n订单编号,买家会员名,总金额\n8003,小王,1\n'),
    );
    expect([columns, rows[0]!.number]).toEqual([['订单编号', '买家会员名', '总金额'], 3]);
  });
});

describe('made to harm', () => {
  const good = xlsx({ rows: wordRows([names, ['1']]) });
  const bomb = '<row>'.repeat(2_000_000);
  test.for<[string, () => Buffer, string]>([
    ['a bomb', () => xlsx({ rows: bomb }), 'packed-sheet'],
    [
      'a bomb that says it is small',
      () => packed({ 'xl/workbook.xml': bomb }, { 'xl/workbook.xml': 100 }),
      'broken-sheet',
    ],
    [
      'many that say they are large',
      () => packed({ a: 'a', b: 'b' }, { a: 2 ** 31, b: 2 ** 31 }),
      'packed-sheet',
    ],
    [
      'entities that grow',
      () => xlsx({ rows: '', workbook: '<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook>&b;</workbook>' }),
      'broken-sheet',
    ],
    [
      'a file of the house',
      () => xlsx({ rows: '', workbook: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><workbook/>' }),
      'broken-sheet',
    ],
    [
      'a column beyond the last',
      () => xlsx({ rows: `${header}<row>${cell('ZZZZ2', '1')}</row>` }),
      'broken-sheet',
    ],
    [
      'a mark that does not end',
      () => xlsx({ rows: '', more: { 'xl/worksheets/sheet1.xml': `<row a="${'x'.repeat(5_000_000)}` } }),
      'broken-sheet',
    ],
    ['half of it', () => good.subarray(0, good.length / 2), 'broken-sheet'],
    ['no workbook', () => packed({ 'word/document.xml': '<w/>' }), 'broken-sheet'],
    ['another place of the disk', () => packed({ '../../etc/passwd': '<w/>' }), 'broken-sheet'],
    ['nothing', () => xlsx({ rows: '' }), 'no-rows'],
  ])('%s', async ([, bytes, expected]) => expect(await why(bytes())).toBe(expected));

  test('XML is the same however it comes in', () => {
    const xml = `<?xml?><!-- <a> --><a:b c='1"2' d="&lt;&#20013;&#x56fd;&unknown;"/><t>x<![CDATA[<y>]]></t>`;
    for (const step of [1, 2, 3, 7, 1000]) {
      const seen: string[] = [];
      const parser = xmlParser({
        open: (name, attributes) => seen.push(`${name} ${attributes('c')} ${attributes('d')}`),
        text: (text) => seen.push(text),
        close: (name) => seen.push(`/${name}`),
      });
      for (let at = 0; at < xml.length; at += step) parser.push(xml.slice(at, at + step));
      parser.end();
      expect(seen, String(step)).toEqual(['b 1"2 <中国&unknown;', '/b', 't null null', 'x', '<y>', '/t']);
    }
  });
});
