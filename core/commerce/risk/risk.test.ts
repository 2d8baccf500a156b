import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimIn } from './claim-in.ts';
import { doorOf } from './door.ts';
import type { RiskFacts } from './signs.ts';
import { riskLimits, riskSigns } from './signs.ts';

test.each([
  ['包裹里没有帽子，是不是漏发了', 'missing'],
  ['又少发了一件', 'missing'],
  ['快递显示已签收，可是我没收到', 'not-received'],
  ['寄来的颜色不对', 'wrong'],
  ['穿一次就开线了', 'broken'],
  ['会不会少发啊', null],
  ['如果破了可以换吗', null],
  ['什么时候发货', null],
  ['One item is missing from the box.', 'missing'],
])('%s: %s', (text, expected) => expect(claimIn(text)).toBe(expected));

const order = (paidFen: number, refundedFen = 0, partFen = 0) => ({
  paidFen,
  refundedFen,
  partFen,
  currency: 'CNY',
});
const facts = (some: Partial<RiskFacts>): RiskFacts => ({ orders: [], claims: [], addresses: [], ...some });
const signsOf = (some: Partial<RiskFacts>) => riskSigns(facts(some)).map(({ sign }) => sign);
const address = { address: '浙江省杭州市余杭区****', accounts: 3, orders: 7, refundedOrders: 2 };

test('refunds are serial where many of them are many of all', () => {
  expect(signsOf({ orders: [order(100, 100), order(100, 100), order(100, 100), order(100)] })).toEqual([
    'serial-refunds',
  ]);
  expect(signsOf({ orders: [order(100, 100), order(100, 100), order(100)] })).toEqual([]);
  expect(
    signsOf({
      orders: [
        ...Array.from({ length: 20 }, () => order(100)),
        ...Array.from({ length: 3 }, () => order(100, 100)),
      ],
    }),
  ).toEqual([]);
  expect(signsOf({ orders: Array.from({ length: 3 }, () => order(100, 30, 30)) })).toEqual([
    'serial-refunds',
    'part-refunds',
  ]);
});

test('the same claim again and again, and many accounts at one door', () => {
  const claims = ['a', 'b', 'c'].map((conversationId, at) => ({
    kind: 'missing' as const,
    conversationId,
    messageSeq: 1,
    at,
  }));
  expect(signsOf({ claims })).toEqual(['same-claim']);
  expect(
    signsOf({ claims: claims.map((one, at) => (at ? one : { ...one, kind: 'wrong' as const })) }),
  ).toEqual([]);
  expect(signsOf({ addresses: [address] })).toEqual(['shared-address']);
  expect(signsOf({ addresses: [{ ...address, accounts: 2 }] })).toEqual([]);
});

test('for any orders: no sign without its facts', () => {
  const one = fc.record({
    paidFen: fc.nat(9999),
    refundedFen: fc.nat(9999),
    partFen: fc.nat(9999),
    currency: fc.constantFrom('CNY', 'USD'),
  });
  fc.assert(
    fc.property(fc.array(one), (orders) => {
      for (const sign of riskSigns(facts({ orders }))) {
        if (sign.sign !== 'serial-refunds') continue;
        expect(sign.refunded).toBeGreaterThanOrEqual(riskLimits.refunds);
        expect(sign.of).toBeLessThanOrEqual(orders.length);
        expect(sign.refundedFen).toBeGreaterThan(0);
      }
    }),
  );
});

test.each([
  ['浙江省杭州市余杭区 桃源路 88 号 3 幢 502 室', '浙江省杭州市余杭区桃源路88号3幢502室'],
  ['浙江省杭州市余杭区桃源路８８号，3幢-502室', '浙江省杭州市余杭区桃源路88号3幢502室'],
  ['浙江省杭州市****', null],
  ['杭州市余杭区桃源路', null],
  ['12 High St.', '12highst'],
])('a door: %s', (address, door) => expect(doorOf(address)).toBe(door));
