/** The demo shop adds up, on whatever day it is opened. */
import { expect, test } from 'vitest';
import type { Row } from '../../core/commerce/reading/read-row.ts';
import { readRow } from '../../core/commerce/reading/read-row.ts';
import { fieldsOf } from '../../core/commerce/reading/fields.ts';
import { callersOf } from './callers.ts';
import { day } from './half-year.ts';
import { goodsOf, halfYearOf, orderCount } from './index.ts';
import type { Order } from './orders.ts';

const opened = ['2026-11-22T10:00+08:00', '2027-02-28T23:59+08:00', '2027-06-18T00:01+08:00'].map((at) =>
  Date.parse(at),
);

test.each(opened)('opened at %d: the same again, and every row can be read', (now) => {
  const goods = goodsOf(now);
  expect(goodsOf(now)).toEqual(goods);
  for (const [kind, rows] of goods) {
    const mapping = Object.fromEntries(Object.keys(fieldsOf(kind)).map((name) => [name, name]));
    const faults = rows.filter((row) => 'faults' in readRow({ kind, mapping, zone: '+08:00' }, row));
    expect(faults, kind).toEqual([]);
  }
});

test.each(opened)('opened at %d: enough of everything', (now) => {
  const goods = new Map(goodsOf(now));
  expect(new Set(goods.get('products')!.map((row) => row['productCode'])).size).toBeGreaterThanOrEqual(60);
  const orders = halfYearOf(now);
  expect(new Set(orders.map(({ number }) => number)).size).toBe(orderCount + 2);
  const troubles = new Set(orders.map(({ trouble }) => trouble));
  for (const one of ['stalled', 'wrong', 'missing', 'swapped', 'returned', 'unpaid'] as const)
    expect(troubles).toContain(one);
  expect(troubles.has('oversold') || troubles.has('out-of-stock')).toBe(true);
});

test.each(opened)(
  'opened at %d: sums are right, and nothing happens before its cause or after now',
  (now) => {
    const fen = (rows: Row[], name: string) => rows.map((row) => Math.round(Number(row[name]) * 100));
    const doesNotAddUp = (rows: Row[]) => {
      const goods = fen(rows, 'linePaid');
      const tooMuch = fen(rows, 'lineRefunded').some((refunded, i) => refunded > goods[i]!);
      return (
        tooMuch || goods.reduce((sum, one) => sum + one, fen(rows, 'freight')[0]!) !== fen(rows, 'paid')[0]
      );
    };
    const paid = new Map(goodsOf(now)).get('orders')!.filter((row) => row['paidAt'] !== '');
    expect([...Map.groupBy(paid, (row) => row['number']!).values()].filter(doesNotAddUp)).toEqual([]);
    const isOutOfTurn = ({ placedAt, paidAt, dispatchedAt, deliveredAt }: Order) => {
      const times = [now - 183 * day, placedAt, paidAt, dispatchedAt, deliveredAt, now].filter(
        (at) => at !== null,
      );
      return times.some((at, i) => i > 0 && at < times[i - 1]!);
    };
    expect(halfYearOf(now).slice(0, orderCount).filter(isOutOfTurn)).toEqual([]);
  },
);

test.each(opened)('opened at %d: those who write have the order they write about', (now) => {
  const callers = callersOf(halfYearOf(now), now);
  expect(callers.length).toBeGreaterThanOrEqual(8);
  expect(new Set(callers.map(({ order }) => order.buyer.account)).size).toBe(callers.length);
});
