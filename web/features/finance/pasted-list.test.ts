import { expect, it } from 'vitest';
import { readPasted } from './pasted-list.ts';

const paid = (text: string) => readPasted(text).lines.map(({ reference, amountFen }) => [reference, amountFen]);

it('reads what spreadsheets, files and people write', () => {
  expect(paid('流水号\t金额\n2026112200001\t129.00\n2026112200002\t¥1,030.5')).toEqual([
    ['2026112200001', 12900],
    ['2026112200002', 103050],
  ]);
  expect(paid('T20261122-7,89.9\r\n="20261122001","1,299.00"')).toEqual([
    ['T20261122-7', 8990],
    ['20261122001', 129900],
  ]);
  expect(paid('T77 12.30\n\n  T78   5元 \nT79；6')).toEqual([
    ['T77', 1230],
    ['T78', 500],
    ['T79', 600],
  ]);
  // An amount stands among other numbers; what leaves an account has a minus.
  expect(paid('2026-11-22\t20261122003\t-45.60\t成功')).toEqual([['20261122003', 4560]]);
});

it('names the lines that hold no payment, and forgives a heading', () => {
  expect(readPasted('交易号,退款金额\nT1,12.00\nT2,十二\nT3')).toEqual({
    lines: [{ reference: 'T1', amountFen: 1200 }],
    faults: [
      { line: 3, text: 'T2,十二' },
      { line: 4, text: 'T3' },
    ],
  });
  expect(readPasted('')).toEqual({ lines: [], faults: [] });
});
