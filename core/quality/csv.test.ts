import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine } from './csv.ts';

/** As a spreadsheet reads it. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  const each = /(?:"((?:[^"]|"")*)"|([^",]*))(,|\r\n$)/gs;
  for (const [, quoted, bare] of line.matchAll(each)) cells.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
  return cells;
}

const starts = ['=', '+', '-', '@', '\t', '\r', ' =', '\n@', '＝', '＋', '－', '＠', '\u200B='];

/** Anything at all, often behind one of those. */
const words = fc
  .tuple(fc.constantFrom('', ...starts), fc.string({ unit: 'binary' }))
  .map((parts) => parts.join(''));

describe('a cell', () => {
  test.each(starts)('that begins with %j comes out as a text', (start) => {
    const [cell] = cellsOf(csvLine([`${start}cmd|' /C calc'!A0`]));
    expect(cell!.startsWith("'")).toBe(true);
  });

  test('is not changed otherwise, and a number of our own stays one', () => {
    expect(csvLine(['云朵', 'a "b", c', null, -3, 88])).toBe('云朵,"a ""b"", c",,-3,88\r\n');
  });

  test('never begins as a formula, and never ends its own cell', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (those) => {
        const cells = cellsOf(csvLine(those));
        expect(cells.map((one) => one.replace(/^'/, ''))).toEqual(those.map((one) => one.replace(/^'/, '')));
        for (const one of cells) expect(one).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
