import { describe, expect, test } from 'vitest';
import { clausesOf, claimOf, decided, type Given, time, toBeSent, underWay, unpaid } from './testing.ts';
import { decide } from './decide.ts';

const inTime = 'allowed, customer, 11900: return, exchange';
const byLead = 'approval by lead, customer, 11900: special-approval';
const no = 'refused, -, -: nothing';

describe('a return without a reason', () => {
  test.each<[string, Given, string]>([
    ['on the sixth day', {}, inTime],
    ['on the last moment of the seventh day', { now: '2026-11-22T00:00' }, inTime],
    ['a moment later', { now: '2026-11-22T00:00:00.001+08:00' }, byLead],
    [
      'received just before midnight',
      { order: { receivedAt: time('2026-11-13T23:59') }, now: '2026-11-21T00:01' },
      byLead,
    ],
    ['at the last moment of the thirtieth day', { now: '2026-12-15T00:00' }, byLead],
    ['a moment after that', { now: '2026-12-15T00:00:00.001+08:00' }, no],
    ['the lead decides at once', { now: '2026-11-25', actor: 'lead' }, inTime],
    ['so does the supervisor', { now: '2026-11-25', actor: 'supervisor' }, inTime],
    ['finance does not', { now: '2026-11-25', actor: 'finance' }, byLead],
    ['asked for in time, looked at later', { askedAt: time('2026-11-20'), now: '2026-11-25' }, inTime],
    [
      'of a large sum: leave to return counts nothing',
      { item: { unitPrice: 900_000_00, couponShare: 0 } },
      'allowed, customer, 90000000: return, exchange',
    ],
    ['without another size in stock', { stock: { 'A-90': 4 } }, 'allowed, customer, 11900: return'],
    ['tags off', { condition: { tags: false } }, no],
    ['worn', { condition: { resaleable: false } }, no],
    ['worn and late', { condition: { resaleable: false }, now: '2026-11-25' }, no],
    ['asked as a refund', { wish: 'refund' }, inTime],
    ['for another reason', { reason: 'other' }, inTime],
    ['less what was refunded', { item: { refunded: 900 } }, 'allowed, customer, 11000: return, exchange'],
    ['all refunded before', { item: { refunded: 11900 } }, no],
    [
      'a gift that cost nothing',
      { item: { unitPrice: 0, couponShare: 0 } },
      'allowed, customer, -: return, exchange',
    ],
    [
      'under way',
      { order: underWay, condition: { tags: false, resaleable: false } },
      'allowed, customer, 11900: return, intercept, exchange',
    ],
    ['of what has not left', { order: toBeSent }, 'allowed, -, 11900: refund'],
    ['of what was not paid', { order: unpaid }, no],
    ['received at an unknown time', { order: { receivedAt: null }, now: '2027-11-20' }, inTime],
  ])('%s', (_, given, expected) => expect(decided(given)).toBe(expected));
});

describe('a product that is excluded', () => {
  test.each<[string, Given['item'], string]>([
    ['made to order', { excluded: 'made-to-order' }, no],
    ['fresh', { excluded: 'fresh' }, no],
    ['opened media', { excluded: 'opened-media' }, no],
    ['a newspaper', { excluded: 'publication' }, no],
    [
      'hygiene, confirmed at purchase',
      { excluded: 'opened-hygiene', exclusionConfirmedAt: time('2026-11-10') },
      no,
    ],
    ['hygiene, never confirmed', { excluded: 'opened-hygiene' }, inTime],
    [
      'digital, confirmed only after paying',
      { excluded: 'opened-digital', exclusionConfirmedAt: time('2026-11-12') },
      inTime,
    ],
    ['anything else, unconfirmed', { excluded: 'other' }, inTime],
  ])('%s', (_, item, expected) => expect(decided({ item })).toBe(expected));

  test('does not come back late either, and a defect still counts', () => {
    const item = { excluded: 'made-to-order' };
    expect(decided({ item, now: '2026-11-25' })).toBe(no);
    expect(decided({ item, reason: 'defect' })).toBe(
      'allowed, shop, 11900: return, exchange, keep-with-compensation',
    );
  });
});

describe('the money of a parcel that is back', () => {
  const dear = { item: { unitPrice: 600_00, couponShare: 0 } };

  test.each<[string, Given, string]>([
    [
      'booked in by the warehouse: no limit counts',
      { ...dear, wish: 'refund', bookedInBy: 'warehouse' },
      'allowed, customer, 60000: refund, exchange',
    ],
    [
      'booked in by whoever would pay it',
      { ...dear, wish: 'refund', bookedInBy: 'agent' },
      'approval by supervisor, customer, 60000: refund, exchange',
    ],
    ['within the own limit', { bookedInBy: 'lead', actor: 'lead' }, inTime],
    ['late: the lead agrees whoever booked it in', { bookedInBy: 'warehouse', now: '2026-11-25' }, byLead],
    [
      'late and dear: the higher of the two',
      { ...dear, bookedInBy: 'agent', now: '2026-11-25' },
      'approval by supervisor, customer, 60000: special-approval',
    ],
  ])('%s', (_, given, expected) => expect(decided(given)).toBe(expected));
});

test('the reasons name the window and the day on which it ended', () => {
  expect(clausesOf({ now: '2026-11-25' })).toEqual(['late-return', 'amount-paid', 'payout', 'needs-lead']);
  expect(decide(claimOf()).why[0]!.values).toMatchObject({
    days: 7,
    until: { endOfDay: time('2026-11-22T00:00') },
  });
});

test.each([
  ['a zone west of ours', '-08:00', '2026-11-21T00:00-08:00', 'allowed'],
  ['the clocks went back within the window', 'America/New_York', '2026-11-08T05:00:00Z', 'allowed'],
  ['and an instant later it is over', 'America/New_York', '2026-11-08T05:00:00.001Z', 'approval'],
])('days are the shop’s: %s', (_, zone, now, outcome) => {
  const receivedAt = zone === '-08:00' ? time('2026-11-14T10:00') : Date.parse('2026-10-31T12:00:00-04:00');
  const claim = { ...claimOf({ zone, order: { receivedAt } }), now: Date.parse(now) };
  expect(decide(claim).outcome).toBe(outcome);
});
