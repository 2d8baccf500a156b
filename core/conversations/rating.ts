/** What the customer says of an episode when it is over: once, and changeable for a little while. */
import { refuse } from '../refusal.ts';
import type { Conversation } from './conversation.ts';
import type { Draft } from './transitions.ts';

export interface NewRating {
  /** The episode's number in the customer's own conversation. */
  episode: number;
  stars: number;
  word: string | null;
}

/** As the customer sees their own. */
export interface OwnRating {
  episode: number;
  /** null: not given yet. */
  stars: number | null;
  word: string | null;
  /** Until when it may be given or changed, epoch ms. */
  until: number;
}

const openMs = 7 * 24 * 3600_000;
const changeableMs = 10 * 60_000;
export const longestWord = 500;

/** Only the last episode: who writes again has begun another. */
export function rate(conversation: Conversation, { episode, stars, word }: NewRating, now: number): Draft[] {
  const last = conversation.episode;
  if (last?.number !== episode) refuse({ code: 'not-found', what: 'episode' });
  const own = ratingOf(conversation, null, now);
  if (!own) refuse({ code: 'conflict', reason: 'not-rateable' });
  if (now > own.until)
    refuse({ code: 'conflict', reason: own.stars === null ? 'not-rateable' : 'rating-final' });
  return [{ type: 'episode.rated', episodeId: last.episodeId, stars, text: word ?? undefined }];
}

/** null: there is nothing to rate: it is open, nobody served it, or nobody rated it in time. */
export function ratingOf(
  { state, assigneeId, episode }: Conversation,
  word: string | null,
  now: number,
): OwnRating | null {
  if (state !== 'closed' || assigneeId === null || !episode?.closedAt) return null;
  const { number, stars, ratedAt, closedAt } = episode;
  const until = ratedAt === null ? closedAt + openMs : ratedAt + changeableMs;
  return stars === null && now > until ? null : { episode: number, stars, word, until };
}
