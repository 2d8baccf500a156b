import { describe, expect, test } from 'vitest';
import { cleaned, readCount, readFen, readPhone } from './cell.ts';
import { csvRows, delimiterOf } from './csv.ts';
import { guessMapping, missingFields } from './guess-mapping.ts';
import { jsonRows } from './json-rows.ts';
import { readRow } from './read-row.ts';
import { readTime } from './time.ts';

test.for<[string, string]>([
  ['="2026112112345678"', '2026112112345678'],
  ["'13800001111", '13800001111'],
  ['\t6917000000000000001', '6917000000000000001'],
  ['-', ''],
  ['##密文a1b2c3', ''],
  [' 收货\n地址 ', '收货 地址'],
])('a cell %j says %j', ([cell, said]) => expect(cleaned(cell)).toBe(said));

test.for<[string, number | null]>([
  ['¥1,299.00', 129900],
  ['￥１２．５', 1250],
  ['0.0', 0],
  ['37.900000001', 3790],
  ['0.295', 30],
  ['19.99元', 1999],
  ['.5', null],
  ['-3', null],
  ['1e5', null],
  ['免费', null],
])('%j is %j fen', ([text, fen]) => expect(readFen(text)).toBe(fen));

test('counts and phones', () => {
  expect([readCount('2'), readCount('2.0'), readCount('3件'), readCount('1.5'), readCount('-1')]).toEqual([
    2,
    2,
    3,
    null,
    null,
  ]);
  expect([readPhone('+86 138-0000-1111'), readPhone('138****1111'), readPhone('0571-8888666')]).toEqual([
    '13800001111',
    null,
    '05718888666',
  ]);
});

const noon = Date.parse('2026-02-21T12:30:00+08:00');
test.for<[string, number | null]>([
  ['2026-02-21 12:30:00', noon],
  ['2026/2/21 12:30', noon],
  ['2026年2月21日 12:30', noon],
  ['2026-02-21T04:30:00Z', noon],
  ['2026-02-20T23:30:00-05:00', noon],
  ['20260221123000', noon],
  ['46074.520833333', noon],
  ['2026-02-21', noon - 12.5 * 3600_000],
  ['2026-02-30 12:30', null],
  ['昨天', null],
])('%j is the moment', ([text, at]) => expect(readTime(text, '+08:00')).toBe(at));

describe('CSV', () => {
  async function rowsIn(text: string, step: number): Promise<string[][]> {
    async function* chunks() {
      for (let at = 0; at < text.length; at += step) yield text.slice(at, at + step);
    }
    const rows: string[][] = [];
    for await (const some of csvRows(chunks(), delimiterOf(text))) rows.push(...some);
    return rows;
  }
  const text = '\ufeffa,b,c\r\n1,"say ""hi"", so",\r\n\r\n="01","two\r\nlines",x y\nlast,"open';
  const rows = [
    ['a', 'b', 'c'],
    ['1', 'say "hi", so', ''],
    ['="01"', 'two\r\nlines', 'x y'],
    ['last', 'open'],
  ];
  test.each([1, 2, 3, 5, 7, 1000])(
    'the same rows however it comes in: %i characters at a time',
    async (step) => expect(await rowsIn(text, step)).toEqual(rows),
  );
  test('tabs and semicolons', async () => {
    expect(await rowsIn('a\tb,c\td\n1\t2\t3', 4)).toEqual([
      ['a', 'b,c', 'd'],
      ['1', '2', '3'],
    ]);
    expect(delimiterOf('订单号;商品\n1,2,3')).toBe(';');
  });
  test('a quote that nobody closed does not eat the memory', async () =>
    await expect(rowsIn(`a,"${'x'.repeat(2_100_000)}`, 100_000)).rejects.toThrow('row too long'));
});

describe('whose file it is', () => {
  test.for<[string, string, string]>([
    ['taobao', '订单编号,买家会员名,总金额,收货地址 ,订单付款时间 ', 'address=收货地址 '],
    ['taobao', '订单编号,标题,价格,购买数量,外部系统编号,商品属性', 'spec=商品属性'],
    ['jd', '订单号,商品ID,商品名称,订购数量,下单帐号,京东价', 'skuCode=商品ID'],
    ['pinduoduo', '商品,订单号,用户实付金额（元）,快递单号,商品规格', 'paid=用户实付金额（元）'],
    ['douyin', '主订单编号,子订单编号,选购商品,收件人手机号', 'lineId=子订单编号'],
    ['yinuo', 'Order number,SKU code,Quantity', 'skuCode=SKU code'],
  ])('%s', ([source, header, one]) => {
    const found = guessMapping('orders', header.split(','));
    expect(found.source).toBe(source);
    expect(Object.entries(found.mapping).map((pair) => pair.join('='))).toContain(one);
    expect(missingFields('orders', found.mapping)).toEqual([]);
  });
  test('nobody’s', () =>
    expect(guessMapping('orders', ['a', 'b'])).toEqual({ source: 'other', mapping: {} }));
});

test('a row says what is wrong with which column', () => {
  const mapping = { number: '编号', total: '总金额', quantity: '数量', placedAt: '时间' };
  const reading = { kind: 'orders' as const, mapping, zone: '+08:00' };
  expect(readRow(reading, { 编号: '2.02E+17', 总金额: '十元', 数量: '半', 时间: '昨天' })).toEqual({
    faults: [
      { field: 'number', column: '编号', why: 'rounded' },
      { field: 'total', column: '总金额', why: 'no-amount' },
      { field: 'placedAt', column: '时间', why: 'no-time' },
      { field: 'quantity', column: '数量', why: 'no-count' },
    ],
  });
  expect(readRow(reading, { 编号: ' ' })).toEqual({
    faults: [{ field: 'number', column: '编号', why: 'missing' }],
  });
  expect(readRow(reading, { 编号: 'a\0b' })).toEqual({
    faults: [{ field: 'number', column: '编号', why: 'unstorable' }],
  });
});

test('an order of a JSON export, wherever it lies, line by line', () => {
  const file = {
    orders: [
      {
        name: '#1001',
        financial_status: 'partially_refunded',
        total_price: '30.10',
        currency: 'USD',
        created_at: '2026-01-10T11:00:00-05:00',
        refunds: [{ transactions: [{ amount: '0.10' }, { amount: '0.20' }] }],
        line_items: [
          { id: 1, title: 'Cup', sku: 'CUP', quantity: 2, price: '10.00' },
          { id: 2, title: 'Lid', sku: '', variant_id: 77, quantity: 1, price: '10.10' },
        ],
      },
    ],
  };
  const read = jsonRows('orders', file)!;
  expect(read.source).toBe('shopify');
  expect(read.rows.map((row) => [row['number'], row['skuCode'], row['refunded'], row['paid']])).toEqual([
    ['#1001', 'CUP', '0.30', '30.10'],
    ['#1001', '77', '0.30', '30.10'],
  ]);
  expect(jsonRows('orders', { some: ['thing else'] })).toBeNull();
});
