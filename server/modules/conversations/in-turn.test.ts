import { expect, test } from 'vitest';
import { openTurns } from './in-turn.ts';

test('whoever entered later waits until all before have left, whatever their order of leaving', async () => {
  const turns = openTurns();
  const [first, second, third] = [turns.enter('a'), turns.enter('a'), turns.enter('a')];
  const came: number[] = [];
  void second.mine.then(() => came.push(2));
  void third.mine.then(() => came.push(3));
  second.leave();
  await first.mine;
  await turns.enter('another').mine;
  expect(came).toEqual([]);
  first.leave();
  await third.mine;
  expect(came).toEqual([2, 3]);
});
