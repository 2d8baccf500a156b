import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goesWith, support } from './goes-with.ts';

const ids = (...args: Parameters<typeof goesWith>) => goesWith(...args).map(({ productId }) => productId);

test('the most often first; what too few bought together is not told', () => {
  const counted = [
    { productId: 'hat', together: 9, orders: 40 },
    { productId: 'bib', together: 18, orders: 60 },
    { productId: 'sock', together: support.together - 1, orders: 5 },
  ];
  expect(ids(counted, 100, 3000)).toEqual(['bib', 'hat']);
  expect(goesWith(counted, 100, 3000)[0]!.percent).toBe(18);
  // Nine of a thousand are chance, however many they are.
  expect(ids(counted, 1000, 3000)).toEqual([]);
});

test('what is in every other basket goes with nothing', () => {
  expect(ids([{ productId: 'bag', together: 50, orders: 1500 }], 100, 3000)).toEqual([]);
});

test('for any counts: enough support, a true share, in order', () => {
  const one = fc.record({ productId: fc.uuid(), together: fc.nat(200), orders: fc.nat(2000) });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), fc.nat(500), fc.nat(5000), (counted, of, all) => {
      const found = goesWith(counted, of, all);
      for (const { together, percent } of found) {
        expect(together).toBeGreaterThanOrEqual(support.together);
        expect(percent * of).toBeLessThanOrEqual(together * 100);
      }
      const order = found.map(({ together }) => together);
      expect(order).toEqual(order.toSorted((a, b) => b - a));
    }),
  );
});
