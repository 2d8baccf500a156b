import { describe, expect, test } from 'vitest';
import { decided, type Given, time, unpaid } from './testing.ts';

const no = 'refused, -, -: nothing';
const paid = 'allowed, -, 1900: price-difference';

describe('a price difference', () => {
  test.each<[string, Given, string]>([
    ['cheaper within fifteen days', {}, paid],
    ['at the last moment of the fifteenth day after payment', { now: '2026-11-26T00:00' }, paid],
    ['a moment later', { now: '2026-11-26T00:00:00.001+08:00' }, no],
    [
      'the promotion guarantees it longer',
      { now: '2026-12-01', order: { priceGuaranteeUntil: time('2026-12-01') } },
      paid,
    ],
    [
      'and then it is over',
      { now: '2026-12-01T10:01', order: { priceGuaranteeUntil: time('2026-12-01') } },
      no,
    ],
    [
      'a guarantee that ends earlier takes nothing away',
      { order: { priceGuaranteeUntil: time('2026-11-15') } },
      paid,
    ],
    ['asked twice', { priceDifferencePaid: true }, no],
    ['no lower price is known', { lowerPrice: null }, no],
    ['the coupon made it as cheap', { lowerPrice: 11900 }, no],
    ['dearer now', { lowerPrice: 12900 }, no],
    ['not paid', { order: unpaid }, no],
    [
      'by the unit, rounded down',
      { item: { quantity: 3, unitPrice: 5000, couponShare: 1000 }, lowerPrice: 4000 },
      'allowed, -, 1998: price-difference',
    ],
    ['above the limit', { item: { unitPrice: 170_00 } }, 'approval by lead, -, 6000: price-difference'],
    ['at the limit', { item: { unitPrice: 160_00 } }, 'allowed, -, 5000: price-difference'],
    ['whatever else is wrong', { reason: 'defect' }, paid],
    ['what was refunded is not paid for', { item: { refunded: 11900 } }, no],
  ])('%s', (_, given, expected) =>
    expect(decided({ wish: 'price-difference', lowerPrice: 10000, ...given })).toBe(expected),
  );
});
