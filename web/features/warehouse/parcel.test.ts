import { describe, expect, it } from 'vitest';
import type { OperationView } from '../../../core/commerce/operation-api.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { arrivedIn, asAnnounced, comparisonOf, rowsOf, sentOf, withOwn, type Row } from './parcel.ts';

const order = {
  lines: [
    { title: '连体衣', spec: '66', skuCode: 'BODY-66', quantity: 2 },
    { title: '围嘴', spec: null, skuCode: 'BIB', quantity: 1 },
  ],
  parcels: [],
} as unknown as OrderView;
const expected = { details: { items: [{ line: 0, quantity: 1 }] } } as unknown as OperationView;
const count = (rows: readonly Row[], counts: Record<string, number>) =>
  rows.map((row) => ({ ...row, counted: counts[row.skuCode] ?? row.counted }));

describe('a parcel on the table', () => {
  it('may hold what was sent, with what the customer announced', () => {
    const rows = rowsOf(order, { sent: sentOf(order), expected });
    expect(rows.map(({ name, sent, announced }) => [name, sent, announced])).toEqual([
      ['连体衣 66', 2, 1],
      ['围嘴', 1, 0],
    ]);
  });

  it('is compared while it is counted', () => {
    const rows = rowsOf(order, { sent: sentOf(order), expected });
    expect(comparisonOf(count(rows, { 'BODY-66': 1 })).matches).toBe(true);
    expect(comparisonOf(rows).missing).toEqual([{ skuCode: 'BODY-66', quantity: 1 }]);
    expect(comparisonOf(count(rows, { 'BODY-66': 1, BIB: 1 })).extra).toEqual([
      { skuCode: 'BIB', quantity: 1 },
    ]);
    const strange = withOwn(rows, 'SOCK-9');
    expect(comparisonOf(strange).wrong).toEqual([{ skuCode: 'SOCK-9', quantity: 1 }]);
    expect(arrivedIn(strange)).toEqual([{ skuCode: 'SOCK-9', quantity: 1, condition: 'as-new' }]);
  });

  it('is as announced by one key, or all that was sent where nothing was', () => {
    expect(arrivedIn(asAnnounced(rowsOf(order, { sent: sentOf(order), expected })))).toEqual([
      { skuCode: 'BODY-66', quantity: 1, condition: 'as-new' },
    ]);
    const unannounced = asAnnounced(rowsOf(order, { sent: sentOf(order), expected: null }));
    expect(unannounced.map(({ counted }) => counted)).toEqual([2, 1]);
    expect(comparisonOf(unannounced).matches).toBe(true);
  });

  it('goes by the packing lists where there are any', () => {
    const packed = { ...order, parcels: [{ items: [{ skuCode: 'BODY-73', batch: '', quantity: 2 }] }] };
    expect(sentOf(packed as unknown as OrderView)).toEqual([{ skuCode: 'BODY-73', quantity: 2 }]);
  });
});
