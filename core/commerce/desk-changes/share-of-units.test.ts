import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOfUnits } from './share-of-units.ts';

test('rounded down for the units that go, what went back stays with the others', () => {
  expect(shareOfUnits({ paidFen: 100_00, refundedFen: null }, 1, 3)).toEqual({
    rest: { paidFen: 66_67, refundedFen: null },
    apart: { paidFen: 33_33, refundedFen: null },
  });
  expect(shareOfUnits({ paidFen: 90_00, refundedFen: 70_00 }, 1, 3)).toEqual({
    rest: { paidFen: 60_00, refundedFen: 60_00 },
    apart: { paidFen: 30_00, refundedFen: 10_00 },
  });
  expect(shareOfUnits({ paidFen: null, refundedFen: 5 }, 1, 3).apart).toEqual({
    paidFen: null,
    refundedFen: null,
  });
});

test('nothing is lost, nothing comes of nothing, and neither gave back more than it was paid', () => {
  const money = fc
    .record({ paid: fc.nat(9_000_000), refunded: fc.nat(9_000_000) })
    .map(({ paid, refunded }) => ({ paidFen: paid, refundedFen: Math.min(paid, refunded) }));
  fc.assert(
    fc.property(
      money,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      (of, units, more) => {
        const { rest, apart } = shareOfUnits(of, units, units + more);
        expect(rest.paidFen! + apart.paidFen!).toBe(of.paidFen);
        expect(rest.refundedFen! + (apart.refundedFen ?? 0)).toBe(of.refundedFen);
        for (const one of [rest, apart]) {
          expect(one.paidFen).toBeGreaterThanOrEqual(0);
          expect(one.refundedFen ?? 0).toBeLessThanOrEqual(one.paidFen!);
        }
      },
    ),
  );
});
