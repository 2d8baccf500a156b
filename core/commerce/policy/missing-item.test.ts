import { describe, expect, test } from 'vitest';
import { claimOf, decided, type Given, toBeSent } from './testing.ts';
import { decide } from './decide.ts';

const three = { quantity: 3, unitPrice: 5000, couponShare: 1000 }; // 140 yuan: 46.66 each
const two = { outbound: [{ sku: 'A-90', quantity: 2 }] };

describe('a missing item', () => {
  test.each<[string, Given, string]>([
    ['is sent after', { stock: { 'A-90': 1 } }, 'allowed, shop, -: resend, refund'],
    ['is refunded by the unit', { item: three, order: two, stock: {} }, 'allowed, shop, 4666: refund'],
    [
      'all of them: all that was paid',
      { item: three, order: { outbound: [] }, stock: {} },
      'approval by lead, shop, 14000: refund',
    ],
    ['another size in stock does not help', { item: three, order: two }, 'allowed, shop, 4666: refund'],
    [
      'money for it does not count as compensation',
      { wish: 'compensation', order: { outbound: [] } },
      'refused, shop, -: refund',
    ],
    ['was sent in full', { order: { outbound: [{ sku: 'A-90', quantity: 1 }] } }, 'refused, -, -: nothing'],
    [
      'was sent in full, and is to go back',
      { wish: 'return', order: { outbound: [{ sku: 'A-90', quantity: 1 }] } },
      'allowed, customer, 11900: return, exchange',
    ],
    ['the lead refunds at once', { actor: 'lead', stock: {} }, 'allowed, shop, 11900: refund'],
    [
      'oversold, and nothing left in its place',
      { reason: 'oversell', stock: {} },
      'approval by lead, shop, 11900: refund',
    ],
    ['before dispatch', { order: toBeSent }, 'allowed, -, 11900: refund'],
  ])('%s', (_, given, expected) => {
    const order = { outbound: [{ sku: 'X', quantity: 0 }], ...given.order };
    expect(decided({ reason: 'missing-item', wish: 'refund', ...given, order })).toBe(expected);
  });

  test('two lines of one article share what left', () => {
    const claim = claimOf({
      wish: 'refund',
      reason: 'missing-item',
      stock: {},
      order: { outbound: [{ sku: 'A-90', quantity: 1 }] },
    });
    const [line] = claim.order.lines;
    const order = { ...claim.order, lines: [line!, line!] };
    expect(decide({ ...claim, order, line: 0 }).outcome).toBe('refused');
    expect(decide({ ...claim, order, line: 1 }).amount).toBe(11900);
  });
});
