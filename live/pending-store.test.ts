import { beforeEach, expect, test } from 'vitest';
import { pendingStore } from './pending-store.ts';

const one = { clientId: '1', conversationId: 'a', text: '一' };
const two = { clientId: '2', conversationId: 'a', text: '二' };

let kept: Map<string, string>;
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
beforeEach(() => {
  kept = new Map();
});

test('a reload finds what was not answered, and nothing once all is', () => {
  pendingStore(storage, 'k').save([one, two]);
  const reloaded = pendingStore(storage, 'k');
  expect(reloaded.load()).toEqual([one, two]);
  reloaded.save([]);
  expect(kept.size).toBe(0);
});

test("a tab's save leaves the other tab's messages alone", () => {
  const left = pendingStore(storage, 'k');
  const right = pendingStore(storage, 'k');
  left.save([one]);
  right.save([two]);
  left.save([]);
  expect(pendingStore(storage, 'k').load()).toEqual([two]);
});

test('what is kept may be rubbish, and keeping may be refused', () => {
  kept.set('k', '{');
  expect(pendingStore(storage, 'k').load()).toEqual([]);
  const full = {
    ...storage,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => pendingStore(full, 'k').save([one])).not.toThrow();
});
