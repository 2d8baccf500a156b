import { expect, it } from 'vitest';
import { readPasted } from './pasted-list.ts';

const paid = (text: string) =>
  readPasted(text).lines.map(({ reference, orderNumber, amountFen }) => [reference, orderNumber, amountFen]);

it('reads what spreadsheets, files and people write', () => {
  expect(paid('2026112200001\t129.00\n2026112200002\t¥1,030.5')).toEqual([
    ['2026112200001', null, 12900],
    ['2026112200002', null, 103050],
  ]);
  expect(paid('T20261122-7,89.9\r\n="20261122001","1,299.00"')).toEqual([
    ['T20261122-7', null, 8990],
    ['20261122001', null, 129900],
  ]);
  expect(paid('T77 12.30\n\n  T78   5元 \nT79；6')).toEqual([
    ['T77', null, 1230],
    ['T78', null, 500],
    ['T79', null, 600],
  ]);
  // An amount stands among other numbers; what leaves an account has a minus.
  expect(paid('2026-11-22\t20261122003\tYD77\t-45.60\t成功')).toEqual([['20261122003', 'YD77', 4560]]);
});

it('goes by the names of the columns where there are any', () => {
  expect(
    paid('订单编号\t申请时间\t退款金额\t退款编号\nYD1001\t2026-11-22 10:00\t12.00\tR-1\nYD1002\t\t3.5\tR-2'),
  ).toEqual([
    ['R-1', 'YD1001', 1200],
    ['R-2', 'YD1002', 350],
  ]);
});

it('names the lines that hold no payment, and forgives a heading', () => {
  expect(readPasted('交易号,退款金额\nT1,12.00\nT2,十二\nT3')).toEqual({
    lines: [{ reference: 'T1', orderNumber: null, amountFen: 1200 }],
    faults: [
      { line: 3, text: 'T2,十二' },
      { line: 4, text: 'T3' },
    ],
  });
  expect(readPasted('')).toEqual({ lines: [], faults: [] });
});
