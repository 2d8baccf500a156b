import { describe, expect, test } from 'vitest';
import { newConversation } from './conversation.ts';
import type { Conversation } from './conversation.ts';
import type { LineNow } from './customer-standing.ts';
import { expectedMinutes, standingOf } from './customer-standing.ts';

const minute = 60_000;
const line = (more: Partial<LineNow> = {}): LineNow => ({
  waiting: ['a', 'b', 'c'],
  freeHands: 0,
  freed: 10,
  watchedMs: 30 * minute,
  ...more,
});

describe('the expected wait', () => {
  test.each<[string, Partial<LineNow>, number, number | null]>([
    ['one every three minutes: two ahead wait nine', {}, 2, 9],
    ['the first of the line waits for one hand', {}, 0, 3],
    ['is never rounded down', { freed: 11 }, 0, 3],
    ['hands that are free now go first', { freeHands: 2 }, 2, 3],
    ['and whoever one of them is for waits no more than a moment', { freeHands: 3 }, 2, 1],
    ['beyond ten minutes, by fives', {}, 3, 15],
    ['beyond an hour nothing is said', {}, 20, null],
    ['from few endings nothing is said', { freed: 4 }, 0, null],
    ['with nobody at their desk nothing is said', { freeHands: null }, 0, null],
  ])('%s', (_, now, ahead, minutes) => {
    expect(expectedMinutes(line(now), ahead)).toBe(minutes);
  });
});

describe('where a customer stands', () => {
  const open = (state: Conversation['state']): Conversation => ({ ...newConversation('b'), state });
  const of = (conversation: Conversation | null, closed: { opensAt: number | null } | null = null) =>
    standingOf(conversation, { line: line(), closed, word: null, now: 0 });

  test('waiting: how many are ahead', () => {
    expect(of(open('waiting'))).toMatchObject({ stage: 'waiting', queue: { ahead: 1, minutes: 6 } });
  });

  test('waiting while the shop is closed: when it opens, and no number that nobody is working off', () => {
    expect(of(open('waiting'), { opensAt: 5 })).toMatchObject({ queue: null, closed: { opensAt: 5 } });
  });

  test('not in the line that was read: no number', () => {
    const other = { ...open('waiting'), conversationId: 'z' };
    expect(of(other)).toMatchObject({ stage: 'waiting', queue: null });
  });

  test('served, or nobody yet: no line', () => {
    expect(of(open('assigned'))).toMatchObject({ stage: 'served', queue: null, rating: null });
    expect(of(null)).toMatchObject({ stage: 'none', queue: null, rating: null });
  });
});
