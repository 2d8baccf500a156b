/** The wall in a few numbers, for those who look from across the room. Pure. */
import type { Conversation } from '../../../core/conversations/conversation.ts';

export interface WallFigures {
  /** In the queue, with nobody yet. */
  queued: number;
  /** Of all open ones, those whose customer waits for an answer. */
  waiting: number;
  /** The first moment of the longest wait; null: nobody waits. */
  longestSince: number | null;
  /** Past a threshold of the shop's. */
  late: number;
  /** In the two graver moods. */
  unhappy: number;
}

export function figuresOf(open: readonly Conversation[]): WallFigures {
  const waits = open.flatMap(({ waitingSince }) => waitingSince ?? []);
  return {
    queued: open.filter(({ state }) => state === 'waiting').length,
    waiting: waits.length,
    longestSince: waits.length === 0 ? null : Math.min(...waits),
    late: open.filter(({ lateStage }) => lateStage > 0).length,
    unhappy: open.filter(({ mood }) => mood === 'dissatisfied' || mood === 'strong').length,
  };
}
