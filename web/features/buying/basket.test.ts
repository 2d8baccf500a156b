import { expect, test } from 'vitest';
import { changed } from './basket.ts';

test('one more, one less, and none left', () => {
  const one = changed([], 'p', 'A-80', 1);
  expect(one).toEqual([{ productId: 'p', sku: 'A-80', quantity: 1 }]);
  const two = changed(changed(one, 'p', 'A-80', 1), 'q', 'B', 1);
  expect(two.map(({ sku, quantity }) => [sku, quantity])).toEqual([
    ['A-80', 2],
    ['B', 1],
  ]);
  expect(changed(changed(two, 'p', 'A-80', -1), 'p', 'A-80', -1)).toEqual([
    { productId: 'q', sku: 'B', quantity: 1 },
  ]);
  expect(changed(one, 'p', 'A-80', 5000)[0]!.quantity).toBe(999);
});
