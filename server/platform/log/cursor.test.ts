import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cursorOf, positionOf } from './cursor.ts';

describe('a cursor', () => {
  const epoch = '2f5e1c1e-6a55-4f0c-9d3a-111111111111';

  test('is a position of its own database, there and back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.nat(2 ** 31), (tx, eventId) => {
        expect(positionOf(epoch, cursorOf(epoch, { tx, eventId }))).toEqual({ tx, eventId });
      }),
    );
  });

  test.each([
    '',
    'abc',
    '1.2.3',
    `${epoch}`,
    `${epoch}.1`,
    `${epoch}.1.2.3`,
    `${epoch}.-1.2`,
    `${epoch}.1e3.2`,
    `${epoch}. 1.2`,
    `${epoch}.1.2\n`,
    '2f5e1c1e-6a55-4f0c-9d3a-222222222222.1.2',
  ])('is nothing where it is %j', (cursor) => {
    expect(positionOf(epoch, cursor)).toBeNull();
  });
});
