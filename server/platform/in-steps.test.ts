import { expect, test } from 'vitest';
import { inSteps } from './in-steps.ts';

test('others have their turn whenever it was at work for long, however many steps that took', async () => {
  let at = 0;
  let done = 0;
  const before: number[] = [];
  function* work() {
    for (const ms of [1, 1, 1, 9, 1, 20, 3, 3, 3, 1]) {
      at += ms;
      done++;
      yield;
    }
    return 'all';
  }
  const giveWay = async () => {
    before.push(done);
    at += 1000; // theirs, not its own
  };
  expect(await inSteps(work(), { now: () => at, giveWay })).toBe('all');
  expect(before).toEqual([4, 6, 9]);
});

test('what fails in it fails for whoever asked', async () => {
  function* work(): Generator<void, never> {
    yield;
    throw new Error('stumbled');
  }
  await expect(inSteps(work())).rejects.toThrow('stumbled');
});
