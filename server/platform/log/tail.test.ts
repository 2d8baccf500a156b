import { expect, test } from 'vitest';
import type { Position } from './cursor.ts';
import type { Entry } from './entries.ts';
import { keepTail } from './tail.ts';

const at = (tx: number, eventId = 0): Position => ({ tx: BigInt(tx), eventId });
const entry = (position: Position) => ({ position }) as Entry;
const positionsAfter = (tail: ReturnType<typeof keepTail>, position: Position, limit = 100) =>
  tail.after(position, limit)?.map((one) => `${one.position.tx}.${one.position.eventId}`);

test('it gives what follows a position, in order and no more than asked', () => {
  const tail = keepTail(at(5));
  tail.add([entry(at(6, 1)), entry(at(6, 2))]);
  tail.add([entry(at(9, 3))]);
  expect(positionsAfter(tail, at(5))).toEqual(['6.1', '6.2', '9.3']);
  expect(positionsAfter(tail, at(6, 1))).toEqual(['6.2', '9.3']);
  expect(positionsAfter(tail, at(7))).toEqual(['9.3']);
  expect(positionsAfter(tail, at(5), 2)).toEqual(['6.1', '6.2']);
  expect(positionsAfter(tail, at(9, 3))).toEqual([]);
});

test('it says when a position lies before what it has', () => {
  const tail = keepTail(at(5));
  expect(positionsAfter(tail, at(4, 9))).toBeUndefined();
  expect(positionsAfter(tail, at(5))).toEqual([]);
});

test('it forgets the oldest, and then no longer answers for them', () => {
  const tail = keepTail(at(0), 4);
  for (let tx = 1; tx <= 5; tx++) tail.add([entry(at(tx))]);
  expect(positionsAfter(tail, at(2))).toBeUndefined();
  expect(positionsAfter(tail, at(3))).toEqual(['4.0', '5.0']);
});
