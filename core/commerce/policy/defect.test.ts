import { describe, expect, test } from 'vitest';
import { decided, type Given, time, toBeSent, underWay } from './testing.ts';

const proof = { proof: true };
const full = 'allowed, shop, 11900: return, exchange, keep-with-compensation';
const guaranteed = 'approval by lead, shop, 11900: special-approval, repair, exchange';

describe('a defect', () => {
  test.each<[string, Given, string]>([
    ['within seven days is believed', {}, full],
    ['on the last moment of the seventh day', { now: '2026-11-22T00:00' }, full],
    [
      'unproven afterwards is judged as without a reason',
      { now: '2026-11-23' },
      'approval by lead, customer, 11900: special-approval',
    ],
    ['proven on the fifteenth day', { now: '2026-11-30T00:00', condition: proof }, full],
    ['tags and wear do not matter', { condition: { tags: false, resaleable: false } }, full],
    [
      'the freight of the way out goes back too',
      { order: { outboundFreight: 800 } },
      'allowed, shop, 12700: return, exchange, keep-with-compensation',
    ],
    [
      'exchange, as the customer chooses',
      { wish: 'exchange' },
      'allowed, shop, -: exchange, return, keep-with-compensation',
    ],
    [
      'exchange without stock: the rest of the row',
      { wish: 'exchange', stock: {} },
      'allowed, shop, 11900: return, keep-with-compensation',
    ],
    ['money back', { wish: 'refund' }, full],
    ['keeping it', { wish: 'compensation' }, 'allowed, shop, 3570: keep-with-compensation, return, exchange'],
    [
      'keeping it, rounded down',
      { wish: 'compensation', item: { unitPrice: 333, couponShare: 0 } },
      'allowed, shop, 99: keep-with-compensation, return, exchange',
    ],
    [
      'keeping it, above the limit',
      { wish: 'compensation', item: { unitPrice: 200_00 } },
      'approval by lead, shop, 5700: keep-with-compensation, return, exchange',
    ],
    [
      'keeping it, above the lead’s',
      { wish: 'compensation', item: { unitPrice: 2000_00 } },
      'approval by supervisor, shop, 59700: keep-with-compensation, return, exchange',
    ],
    [
      'keeping it, above the supervisor’s',
      { wish: 'compensation', item: { unitPrice: 20_000_00, couponShare: 0 }, actor: 'supervisor' },
      'approval by supervisor and finance, shop, 600000: keep-with-compensation, return, exchange',
    ],
    [
      'back already: nothing to keep',
      { bookedInBy: 'warehouse', wish: 'refund' },
      'allowed, shop, 11900: refund, exchange',
    ],
    ['before dispatch it is a refund', { order: toBeSent }, 'allowed, -, 11900: refund'],
    ['under way', { order: underWay }, 'allowed, shop, 11900: return, exchange'],
    [
      'money for keeping what is not there yet',
      { wish: 'compensation', order: underWay },
      'refused, shop, -: return, exchange',
    ],
    [
      'another size after receipt',
      { wish: 'size-change' },
      'allowed, shop, -: exchange, return, keep-with-compensation',
    ],
  ])('%s', (_, given, expected) => expect(decided({ reason: 'defect', ...given })).toBe(expected));
});

describe('a defect under guarantee', () => {
  const later = { now: '2026-11-30T00:01', condition: proof };

  test.each<[string, Given, string]>([
    ['return: the lead agrees', later, guaranteed],
    [
      'return: the lead is there',
      { ...later, actor: 'lead' },
      'allowed, shop, 11900: return, repair, exchange',
    ],
    [
      'return: two repairs failed',
      { ...later, failedRepairs: 2 },
      'allowed, shop, 11900: return, repair, exchange',
    ],
    ['one did', { ...later, failedRepairs: 1 }, guaranteed],
    ['exchange', { ...later, wish: 'exchange' }, 'allowed, shop, -: exchange, repair, special-approval'],
    [
      'exchange without stock',
      { ...later, wish: 'exchange', stock: {} },
      'allowed, shop, -: repair, special-approval',
    ],
    ['no money for keeping it', { ...later, wish: 'compensation' }, 'refused, shop, -: repair, exchange'],
    [
      'the outbound freight stays',
      { ...later, actor: 'lead', order: { outboundFreight: 800 } },
      'allowed, shop, 11900: return, repair, exchange',
    ],
    ['its last moment', { now: '2027-05-14T00:00', condition: proof }, guaranteed],
    ['a moment after', { now: '2027-05-14T00:00:00.001+08:00', condition: proof }, 'refused, -, -: nothing'],
    [
      'over within thirty days: as without a reason',
      { ...later, item: { guaranteeDays: 0 } },
      'approval by lead, customer, 11900: special-approval',
    ],
    [
      'a leap day counts as a day',
      {
        now: '2028-03-01T00:00',
        condition: proof,
        order: { receivedAt: time('2028-02-01') },
        item: { guaranteeDays: 28 },
      },
      guaranteed,
    ],
  ])('%s', (_, given, expected) => expect(decided({ reason: 'defect', ...given })).toBe(expected));
});
