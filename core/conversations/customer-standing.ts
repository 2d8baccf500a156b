/** What a customer is told of where they stand: the line before them, the shop's hours, what may be rated. Nothing of the staff's. */
import type { Conversation } from './conversation.ts';
import { ratingOf } from './rating.ts';
import type { OwnRating } from './rating.ts';

export interface CustomerStanding {
  stage: 'none' | 'waiting' | 'served' | 'ended';
  /** Outside the shop's hours: when it works again (null: not within sight). null: it works now. */
  closed: { opensAt: number | null } | null;
  /** While waiting in working hours. */
  queue: { ahead: number; minutes: number | null } | null;
  /** The episode that has ended, where it may be rated or was. */
  rating: OwnRating | null;
}

/** Of everybody who waits: what the shop knows at this moment. */
export interface LineNow {
  /** Conversations in the order in which they will be served. */
  waiting: readonly string[];
  /** Of people who are at their desk; null: nobody is. */
  freeHands: number | null;
  /** How many conversations ended lately, and over how long that was counted. */
  freed: number;
  watchedMs: number;
}

export function standingOf(
  conversation: Conversation | null,
  {
    line,
    closed,
    word,
    now,
  }: { line: LineNow; closed: CustomerStanding['closed']; word: string | null; now: number },
): CustomerStanding {
  const stage = stageOf(conversation);
  const ahead = conversation ? line.waiting.indexOf(conversation.conversationId) : -1;
  const queue =
    stage === 'waiting' && !closed && ahead >= 0 ? { ahead, minutes: expectedMinutes(line, ahead) } : null;
  const rating = stage === 'ended' && conversation ? ratingOf(conversation, word, now) : null;
  return { stage, closed, queue, rating };
}

/** An estimate is only given where it rests on something: fewer are no rate. */
const fewestFreed = 5;
/** Beyond it no number would be honest. */
const longestMinutes = 60;

/**
 * How long until a hand is free for somebody with so many ahead: hands that are free now go first, the others become
 * free as fast as conversations have ended lately. Never rounded down. null: it can't be told.
 */
export function expectedMinutes({ freeHands, freed, watchedMs }: LineNow, ahead: number): number | null {
  if (freeHands === null) return null;
  const needed = ahead + 1 - freeHands;
  if (needed <= 0) return 1;
  if (freed < fewestFreed) return null;
  const minutes = Math.ceil((needed * watchedMs) / freed / 60_000);
  if (minutes > longestMinutes) return null;
  return minutes <= 10 ? minutes : Math.ceil(minutes / 5) * 5;
}

function stageOf(conversation: Conversation | null): CustomerStanding['stage'] {
  switch (conversation?.state) {
    case 'waiting':
      return 'waiting';
    case 'assigned':
      return 'served';
    case 'closed':
      return 'ended';
    default:
      return 'none';
  }
}
