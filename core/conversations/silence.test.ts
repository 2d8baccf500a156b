import { describe, expect, test } from 'vitest';
import type { Conversation } from './conversation.ts';
import { newConversation } from './conversation.ts';
import { silenceDrafts, silenceNextAt } from './silence.ts';

const minute = 60_000;
const settings = { hours: 'always' as const, autoClose: { afterMinutes: 30, warnMinutes: 5 } };

const silent: Conversation = {
  ...newConversation('c'),
  state: 'assigned',
  assigneeId: 'lin',
  activityAt: 0,
  episode: {
    episodeId: 'e',
    number: 1,
    firstSeq: 1,
    openedAt: 0,
    closedAt: null,
    points: null,
    veto: null,
    stars: null,
    ratedAt: null,
  },
};

const types = (one: Conversation, now: number) => silenceDrafts(one, settings, now).map(({ type }) => type);

describe('a silent conversation', () => {
  test('is told of first and closed then', () => {
    expect(types(silent, 24 * minute)).toEqual([]);
    expect(types(silent, 25 * minute)).toEqual(['silence.noticed']);
    const told = { ...silent, closesAt: 30 * minute };
    expect(types(told, 29 * minute)).toEqual([]);
    expect(types(told, 30 * minute)).toEqual(['episode.closed']);
  });

  test.each<[string, Partial<Conversation>]>([
    ['whose customer waits', { waitingSince: 0 }],
    ['that is snoozed', { snoozed: { until: null } }],
    ['with an alert nobody took notice of', { openAlerts: 1 }],
    ['with a reply that waits for a decision', { heldReplies: 1 }],
    ['that waits in the queue', { state: 'waiting' }],
    ['that is closed', { state: 'closed' }],
  ])('never closes: one %s', (_, more) => {
    const one = { ...silent, closesAt: 30 * minute, ...more };
    expect(silenceNextAt(one, settings)).toBeNull();
    expect(types(one, 1e12)).toEqual([]);
  });

  test('told of under settings that hold no more is taken back at once', () => {
    const told = { ...silent, closesAt: 30 * minute };
    const off = { hours: 'always' as const, autoClose: null };
    expect(silenceDrafts(told, off, 26 * minute)).toMatchObject([
      { type: 'silence.noticed', closesAt: null },
    ]);
    expect(silenceDrafts(silent, off, 1e12)).toEqual([]);
  });
});
