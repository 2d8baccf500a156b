import { describe, expect, test } from 'vitest';
import { decided, type Given, toBeSent } from './testing.ts';

const other = { outbound: [{ sku: 'B-90', quantity: 1 }] };
const change = { kind: 'oversell-change', from: 'A-90', to: 'B-90', agreed: true } as const;
const swapped = { ...other, changes: [change] };
const both = { 'A-90': 2, 'A-100': 3 };

describe('a wrong item', () => {
  test.each<[string, Given, string]>([
    [
      'sent without a change',
      { order: other, stock: both },
      'allowed, shop, 11900: return, resend, exchange',
    ],
    [
      'as an exchange',
      { order: other, stock: both, wish: 'exchange' },
      'allowed, shop, -: exchange, resend, return',
    ],
    ['the right one is not there', { order: other, stock: {} }, 'allowed, shop, 11900: return'],
    [
      'long ago, worn',
      { order: other, stock: {}, now: '2027-11-20', condition: { tags: false } },
      'allowed, shop, 11900: return',
    ],
    ['no money for it', { order: other, stock: {}, wish: 'compensation' }, 'refused, shop, -: return'],
    [
      'a change that was not agreed',
      { order: { ...other, changes: [{ ...change, agreed: false }] }, stock: {} },
      'allowed, shop, 11900: return',
    ],
    [
      'a change of another article',
      { order: { ...other, changes: [{ ...change, from: 'C-1' }] }, stock: {} },
      'allowed, shop, 11900: return',
    ],
    [
      'neither the ordered nor the agreed one',
      { order: { ...swapped, outbound: [{ sku: 'C-1', quantity: 1 }] }, stock: {} },
      'allowed, shop, 11900: return',
    ],
    ['nothing is known of what left', { order: { outbound: [] }, stock: {} }, 'allowed, shop, 11900: return'],
    ['the ordered one was sent: as without a reason', {}, 'allowed, customer, 11900: return, exchange'],
    [
      'the ordered one was sent, late',
      { now: '2026-11-25' },
      'approval by lead, customer, 11900: special-approval',
    ],
    [
      'too few, nothing else: something is missing',
      { item: { quantity: 2 }, order: { outbound: [{ sku: 'A-90', quantity: 1 }] }, stock: {} },
      'approval by lead, shop, 12400: refund',
    ],
    ['before dispatch', { order: toBeSent }, 'allowed, -, 11900: refund'],
  ])('%s', (_, given, expected) => expect(decided({ reason: 'wrong-item', ...given })).toBe(expected));
});

describe('what an agreed change put into the parcel', () => {
  test.each<[string, Given, string]>([
    [
      'compensation for keeping it',
      { wish: 'compensation' },
      'allowed, shop, 2380: keep-with-compensation, return',
    ],
    ['return, as the customer wishes', {}, 'allowed, shop, 11900: return, keep-with-compensation'],
    [
      'an exchange is not in the row',
      { wish: 'exchange' },
      'allowed, shop, 2380: keep-with-compensation, return',
    ],
    [
      'asked for as missing',
      { reason: 'missing-item' },
      'allowed, shop, 11900: return, keep-with-compensation',
    ],
    ['asked for as oversold', { reason: 'oversell' }, 'allowed, shop, 11900: return, keep-with-compensation'],
  ])('%s', (_, given, expected) =>
    expect(decided({ reason: 'wrong-item', order: swapped, ...given })).toBe(expected),
  );

  test('also where the order’s line was rewritten', () => {
    const order = { outbound: [{ sku: 'B-90', quantity: 1 }], changes: [change] };
    expect(decided({ reason: 'wrong-item', order, item: { sku: 'B-90' } })).toBe(
      'allowed, shop, 11900: return, keep-with-compensation',
    );
  });
});
