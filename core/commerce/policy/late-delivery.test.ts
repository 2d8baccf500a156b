import { describe, expect, test } from 'vitest';
import { decided, type Given, time, toBeSent, underWay } from './testing.ts';

const wait = 'refused, -, -: wait';
const late = 'allowed, -, 1190: compensation, wait';
const scan = time('2026-11-18');

describe('a late delivery', () => {
  test.each<[string, Given, string]>([
    ['scanned two days ago to the minute', { lastScanAt: scan }, wait],
    ['and a moment longer ago', { lastScanAt: scan - 1 }, late],
    [
      'at most twenty yuan',
      { lastScanAt: 0, item: { unitPrice: 400_00 } },
      'allowed, -, 2000: compensation, wait',
    ],
    ['at the promised moment', { lastScanAt: scan, promisedBy: time('2026-11-20') }, wait],
    ['past it', { lastScanAt: scan, promisedBy: time('2026-11-20') - 1 }, late],
    ['never scanned: since it left', { order: { ...underWay, dispatchedAt: time('2026-11-19') } }, wait],
    ['never scanned, left long ago', {}, late],
    ['not dispatched for two days', { order: toBeSent }, late],
    [
      'received after the promise',
      { order: {}, promisedBy: time('2026-11-13') },
      'allowed, -, 1190: compensation',
    ],
    [
      'received in time: no scan is due any more',
      { order: {}, lastScanAt: 0, promisedBy: time('2026-11-15') },
      'refused, -, -: nothing',
    ],
    [
      'the refund of a parcel on its way',
      { wish: 'refund', lastScanAt: scan },
      'refused, -, -: wait, return',
    ],
    ['the refund of a stalled parcel', { wish: 'refund' }, 'allowed, -, 1190: compensation, wait, return'],
    ['the refund of what has not left', { wish: 'refund', order: toBeSent }, 'allowed, -, 11900: refund'],
    [
      'the return of a stalled parcel',
      { wish: 'return' },
      'allowed, customer, 11900: return, intercept, compensation',
    ],
    [
      'the return of a parcel on its way',
      { wish: 'return', lastScanAt: scan },
      'allowed, customer, 11900: return, intercept, exchange',
    ],
    [
      'a return after receipt, late',
      { wish: 'return', order: {}, promisedBy: time('2026-11-13') },
      'allowed, customer, 11900: return, exchange, compensation',
    ],
    [
      'a return after receipt, in time',
      { wish: 'return', order: {} },
      'allowed, customer, 11900: return, exchange',
    ],
    ['an excluded product is not sent back', { wish: 'refund', item: { excluded: 'fresh' } }, late],
  ])('%s', (_, given, expected) =>
    expect(decided({ wish: 'compensation', reason: 'late', order: underWay, ...given })).toBe(expected),
  );
});

describe('harm and false claims', () => {
  test.each<[Given, string]>([
    [{ reason: 'harm' }, 'approval by supervisor, shop, -: special-approval'],
    [
      { reason: 'false-claim', wish: 'compensation', actor: 'lead' },
      'approval by supervisor, shop, -: special-approval',
    ],
    [{ reason: 'harm', actor: 'supervisor', now: '2030-01-01' }, 'allowed, shop, -: return'],
  ])('%j', (given, expected) => expect(decided(given)).toBe(expected));
});

test.each<[Given, string]>([
  [{}, 'refused, -, -: nothing'],
  [{ reason: 'other' }, 'refused, -, -: nothing'],
  [{ reason: 'defect', order: toBeSent }, 'refused, -, -: nothing'],
  [{ reason: 'wrong-item' }, 'refused, -, -: nothing'],
])('compensation needs a ground: %j', (given, expected) =>
  expect(decided({ wish: 'compensation', ...given })).toBe(expected),
);
