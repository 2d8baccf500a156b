import { describe, expect, test } from 'vitest';
import { claimOf, decided, type Given, toBeSent, underWay, unpaid } from './testing.ts';
import { lineOf } from './claim.ts';
import { decide } from './decide.ts';

const no = 'refused, -, -: nothing';

describe('a shortage', () => {
  test.each<[string, Given, string]>([
    ['refund first, as the customer wishes', { wish: 'refund' }, 'allowed, -, 11900: refund, exchange, wait'],
    ['a swap', { wish: 'exchange' }, 'allowed, -, -: exchange, refund, wait'],
    ['nothing to swap with', { wish: 'exchange', stock: { 'A-90': 0 } }, 'allowed, -, 11900: refund, wait'],
    ['the compensation apart', { wish: 'compensation' }, 'allowed, -, 1190: compensation, refund'],
    [
      'at most fifty yuan',
      { wish: 'compensation', item: { unitPrice: 1_000_00 } },
      'allowed, -, 5000: compensation, refund',
    ],
    [
      'asked for after the refund',
      { wish: 'compensation', item: { refunded: 11900 } },
      'allowed, -, 1190: compensation',
    ],
    ['not paid yet', { wish: 'refund', order: unpaid }, no],
  ])('%s', (_, given, expected) =>
    expect(decided({ reason: 'oversell', order: toBeSent, ...given })).toBe(expected),
  );

  test('the refund carries its compensation beside it', () => {
    const { plans } = decide(claimOf({ reason: 'oversell', wish: 'refund', order: toBeSent }));
    expect(plans[0]).toMatchObject({ kind: 'refund', amount: 11900, apart: 1190, cost: 13090 });
  });
});

describe('closing an order', () => {
  const asked = { customerRequestedClose: true };

  test.each<[string, Given['order'], string]>([
    ['at the customer’s recorded request', { ...toBeSent, ...asked }, 'allowed, -, 11900: refund'],
    ['without one', toBeSent, no],
    ['unpaid', { ...unpaid, ...asked }, 'allowed, -, -: nothing'],
    ['unpaid, without a request', unpaid, no],
    ['under way', { ...underWay, ...asked }, 'refused, -, -: return, intercept'],
    [
      'all of it refunded: there is no more to pay',
      { ...toBeSent, ...asked, lines: [{ ...lineOf(claimOf()), refunded: 11900 }] },
      'allowed, -, -: nothing',
    ],
    ['received', asked, 'refused, -, -: return'],
    ['received long ago', { ...asked, receivedAt: 0 }, no],
  ])('%s', (_, order, expected) => expect(decided({ wish: 'close', order })).toBe(expected));

  test('without a request, a shortage is put to the customer', () => {
    expect(decided({ wish: 'close', reason: 'oversell', order: toBeSent })).toBe(
      'refused, -, -: exchange, refund, wait',
    );
  });

  test('all of its lines are paid back, and no limit counts', () => {
    const claim = claimOf({ wish: 'close', order: { ...toBeSent, ...asked } });
    const [line] = claim.order.lines;
    const lines = [line!, { ...line!, sku: 'C-1', unitPrice: 100_000, refunded: 400 }];
    expect(decide({ ...claim, order: { ...claim.order, lines } })).toMatchObject({
      amount: 110_500,
      approval: null,
    });
  });
});

describe('a change', () => {
  test.each<[string, Given, string]>([
    ['of the address', { order: toBeSent }, 'allowed, -, -: nothing'],
    ['of the address, unpaid', { order: unpaid }, 'allowed, -, -: nothing'],
    ['of the address under way: asked of the courier', { order: underWay }, 'allowed, -, -: intercept'],
    ['of the address after receipt', {}, no],
    ['of the size', { wish: 'size-change', order: toBeSent }, 'allowed, -, -: exchange'],
    [
      'of the size, stock unknown',
      { wish: 'size-change', order: toBeSent, stock: {} },
      'allowed, -, -: nothing',
    ],
    [
      'to a size that is not there',
      { wish: 'size-change', order: toBeSent, exchangeFor: 'A-80', stock: { 'A-80': 0 } },
      'refused, -, -: refund, wait',
    ],
    [
      'of the size under way: exchange after receipt',
      { wish: 'size-change', order: underWay },
      'refused, -, -: exchange',
    ],
    ['of the size under way, none there', { wish: 'size-change', order: underWay, stock: {} }, no],
    [
      'of the size after receipt is an exchange',
      { wish: 'size-change' },
      'allowed, customer, -: exchange, return',
    ],
    ['an exchange before dispatch', { wish: 'exchange', order: toBeSent }, 'allowed, -, -: exchange'],
    [
      'an exchange before dispatch, none there',
      { wish: 'exchange', order: toBeSent, stock: {} },
      'refused, -, -: refund, wait',
    ],
    [
      'to a size that is not there, of what was refunded',
      {
        wish: 'size-change',
        order: toBeSent,
        item: { refunded: 11900 },
        exchangeFor: 'A-80',
        stock: { 'A-80': 0 },
      },
      'refused, -, -: wait',
    ],
    ['a refund of what cost nothing', { wish: 'refund', order: toBeSent, item: { couponShare: 12900 } }, no],
    [
      'what cost nothing may come back all the same',
      { wish: 'return', item: { couponShare: 12900 } },
      'allowed, customer, -: return, exchange',
    ],
    ['an exchange before payment', { wish: 'exchange', order: unpaid }, 'allowed, -, -: exchange'],
    [
      'an exchange before payment, none there',
      { wish: 'exchange', order: unpaid, stock: {} },
      'refused, -, -: wait',
    ],
  ])('%s', (_, given, expected) => expect(decided({ wish: 'address-change', ...given })).toBe(expected));
});
