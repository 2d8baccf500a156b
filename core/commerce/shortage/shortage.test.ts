import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimOf, toBeSent } from '../policy/testing.ts';
import { paidFor } from '../policy/paid.ts';
import { claimForUnits } from './claim-for-units.ts';
import { findShort, type Waiting } from './find-short.ts';
import type { Shortage, ShortageState } from './shortage.ts';
import { after, answer, lookedAtAgain, withdraw } from './shortage.ts';

const waiting = (orderId: string, quantity: number, at: number, skuCode = 'A'): Waiting => ({
  orderId,
  lineKey: '1',
  skuCode,
  quantity,
  at,
});

test('the oldest are served; what nobody counted is not called short', () => {
  const lines = [
    waiting('late', 1, 9),
    waiting('first', 2, 1),
    waiting('second', 2, 5),
    waiting('x', 9, 1, 'B'),
  ];
  expect(findShort(lines, new Map([['A', 3]]))).toEqual([
    { orderId: 'second', lineKey: '1', units: 1 },
    { orderId: 'late', lineKey: '1', units: 1 },
  ]);
});

test('for any orders and stock: exactly what is missing, and nobody before their turn', () => {
  const line = fc.record({
    orderId: fc.uuid(),
    lineKey: fc.constant('1'),
    skuCode: fc.constantFrom('A', 'B', 'C'),
    quantity: fc.integer({ min: 1, max: 5 }),
    at: fc.nat(50),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(line, { selector: (one) => one.orderId }),
      fc.nat(20),
      fc.nat(20),
      (lines, a, b) => {
        const stock = new Map([
          ['A', a],
          ['B', b],
        ]);
        const short = new Map(findShort(lines, stock).map(({ orderId, units }) => [orderId, units]));
        for (const [sku, there] of stock) {
          const own = lines.filter(({ skuCode }) => skuCode === sku);
          const ordered = own.reduce((sum, { quantity }) => sum + quantity, 0);
          const missing = own.reduce((sum, { orderId }) => sum + (short.get(orderId) ?? 0), 0);
          expect(missing).toBe(Math.max(0, ordered - there));
          for (const one of own)
            for (const other of own)
              if (one.at < other.at && short.has(one.orderId))
                expect(short.get(other.orderId)).toBe(other.quantity);
        }
        expect(lines.filter(({ skuCode, orderId }) => skuCode === 'C' && short.has(orderId))).toEqual([]);
      },
    ),
  );
});

const shortage = (state: ShortageState = 'open', by: Shortage['by'] = 'stock'): Shortage => ({
  state,
  by,
  choice: null,
});
const wish = { choice: 'refund', conversationId: 'c', messageSeq: 4, byId: 'a' } as const;

test('an answer names its message, and may be changed until it is over', () => {
  const answered = after(shortage(), answer(shortage(), wish));
  expect(answered).toEqual({ state: 'answered', by: 'stock', choice: 'refund' });
  expect(after(answered, answer(answered, { ...wish, choice: 'wait' })).choice).toBe('wait');
  for (const over of ['settled', 'withdrawn'] as const) {
    expect(() => answer(shortage(over), wish)).toThrow('conflict');
    expect(() => withdraw(shortage(over), 'a')).toThrow('conflict');
  }
});

test('a new count ends what was found, not what a person marked or the customer answered', () => {
  const enough = { isWaiting: true, isShort: false };
  expect(lookedAtAgain(shortage(), enough)).toMatchObject({ as: 'withdrawn' });
  expect(lookedAtAgain(shortage('open', 'hand'), enough)).toBeNull();
  expect(lookedAtAgain(shortage('answered'), enough)).toBeNull();
  expect(lookedAtAgain(shortage(), { isWaiting: true, isShort: true })).toBeNull();
  expect(lookedAtAgain(shortage('answered', 'hand'), { isWaiting: false, isShort: false })).toMatchObject({
    as: 'settled',
  });
  expect(lookedAtAgain(shortage('withdrawn'), { isWaiting: false, isShort: false })).toBeNull();
});

test('for a part of the line, a part of what was paid, rounded down; for all of it all', () => {
  const claim = claimOf({
    reason: 'oversell',
    order: toBeSent,
    item: { quantity: 3, unitPrice: 100_00, couponShare: 10_00 },
  });
  const paid = (units: number) => paidFor(claimForUnits(claim, units).order.lines[0]!);
  expect([paid(1), paid(2), paid(3)]).toEqual([96_66, 193_32, 290_00]);
});
