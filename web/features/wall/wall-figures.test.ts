import { describe, expect, test } from 'vitest';
import { newConversation, type Conversation } from '../../../core/conversations/conversation.ts';
import { figuresOf } from './wall-figures.ts';
import { orderOf } from './wall-order.ts';

const one = (id: string, some: Partial<Conversation>): Conversation => ({
  ...newConversation(id),
  state: 'assigned',
  ...some,
});
const rows = [
  one('a', { waitingSince: 500, lateStage: 60, mood: 'strong' }),
  one('b', { state: 'waiting', waitingSince: 300, mood: 'dissatisfied' }),
  one('c', { mood: 'uneasy' }),
  one('d', { waitingSince: 400, openAlerts: 1 }),
];

describe('the wall', () => {
  test('in a few numbers', () => {
    expect(figuresOf(rows)).toEqual({ queued: 1, waiting: 3, longestSince: 300, late: 1, unhappy: 2 });
    expect(figuresOf([])).toEqual({ queued: 0, waiting: 0, longestSince: null, late: 0, unhappy: 0 });
  });

  test('is ordered by concern, or by the longest wait, those who wait for nothing last', () => {
    const ids = (order: 'concern' | 'wait') =>
      rows.toSorted(orderOf[order]).map(({ conversationId }) => conversationId);
    expect(ids('concern')).toEqual(['d', 'a', 'b', 'c']);
    expect(ids('wait')).toEqual(['b', 'd', 'a', 'c']);
  });
});
