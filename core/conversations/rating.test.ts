import { describe, expect, test } from 'vitest';
import type { Refused } from '../refusal.ts';
import type { Conversation } from './conversation.ts';
import { newConversation } from './conversation.ts';
import { rate, ratingOf } from './rating.ts';
import { record } from './transitions.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const ended: Conversation = {
  ...newConversation('c'),
  state: 'closed',
  assigneeId: 'agent',
  episode: {
    episodeId: 'e2',
    number: 2,
    firstSeq: 5,
    openedAt: 0,
    closedAt: day,
    points: null,
    veto: null,
    stars: null,
    ratedAt: null,
  },
};
const good = { episode: 2, stars: 5, word: '很耐心' };

function refusalOf(conversation: Conversation, episode: number, now: number) {
  try {
    rate(conversation, { ...good, episode }, now);
  } catch (error) {
    return (error as Refused).refusal;
  }
  return null;
}

describe('a rating', () => {
  test('is an event with the stars; the word stands beside it', () => {
    const { conversation, events } = record(ended, rate(ended, good, day), day);
    expect(events).toMatchObject([{ type: 'episode.rated', episodeId: 'e2', stars: 5, staffSeq: 1 }]);
    expect(conversation.episode).toMatchObject({ stars: 5, ratedAt: day });
  });

  test('may be changed for ten minutes after the first, however often, and then no more', () => {
    let conversation = record(ended, rate(ended, good, day), day).conversation;
    const later = day + 9 * minute;
    conversation = record(conversation, rate(conversation, { ...good, stars: 1 }, later), later).conversation;
    expect(conversation.episode).toMatchObject({ stars: 1, ratedAt: day });
    expect(refusalOf(conversation, 2, day + 10 * minute)).toBeNull();
    expect(refusalOf(conversation, 2, day + 10 * minute + 1)).toEqual({
      code: 'conflict',
      reason: 'rating-final',
    });
  });

  test('is of the last episode only', () => {
    for (const episode of [1, 3]) expect(refusalOf(ended, episode, day)).toMatchObject({ code: 'not-found' });
  });

  test('needs an end, somebody who served, and no more than a week', () => {
    const reason = { code: 'conflict', reason: 'not-rateable' };
    expect(refusalOf({ ...ended, state: 'assigned' }, 2, day)).toEqual(reason);
    expect(refusalOf({ ...ended, assigneeId: null }, 2, day)).toEqual(reason);
    expect(refusalOf(ended, 2, 8 * day)).toBeNull();
    expect(refusalOf(ended, 2, 8 * day + 1)).toEqual(reason);
  });
});

test('what the customer is shown: nothing to rate, a rating to come, their own', () => {
  expect(ratingOf({ ...ended, state: 'waiting' }, null, day)).toBeNull();
  expect(ratingOf(ended, null, day)).toEqual({ episode: 2, stars: null, word: null, until: 8 * day });
  const { conversation } = record(ended, rate(ended, good, day), day);
  expect(ratingOf(conversation, '很耐心', 30 * day)).toMatchObject({
    stars: 5,
    word: '很耐心',
    until: day + 10 * minute,
  });
});
