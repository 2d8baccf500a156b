import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHolding } from './holding.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What became of a reply that is held for five seconds. */
function heldFor5s(holding = createHolding()) {
  const fate: { left: boolean | null } = { left: null };
  void holding.hold('a', 5000).then((leaves) => (fate.left = leaves));
  return { holding, fate };
}

test('leaves when its time is over, and not before', async () => {
  const { fate } = heldFor5s();
  await vi.advanceTimersByTimeAsync(4999);
  expect(fate.left).toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(fate.left).toBe(true);
});

test('recalled in time it never leaves', async () => {
  const { holding, fate } = heldFor5s();
  holding.recall('a');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(fate.left).toBe(false);
});

test('recalled when it has left, nothing comes back', async () => {
  const { holding, fate } = heldFor5s();
  holding.leaveAll();
  holding.recall('a');
  await vi.advanceTimersByTimeAsync(0);
  expect(fate.left).toBe(true);
});
