/** Which conversations a supervisor should look at first. Pure. */
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Mood } from '../../../core/standard/mood.ts';

const gravity: Record<Mood, number> = { calm: 0, uneasy: 1, dissatisfied: 2, strong: 3 };

export const isOpen = ({ state }: Conversation): boolean => state === 'waiting' || state === 'assigned';

export type WallOrder = 'concern' | 'wait';
type Compare = (a: Conversation, b: Conversation) => number;

/** Alerts first, then what waits for a decision, then the worst mood, then the longest wait. */
function byConcern(a: Conversation, b: Conversation): number {
  return (
    Number(b.openAlerts > 0) - Number(a.openAlerts > 0) ||
    Number(b.heldReplies > 0) - Number(a.heldReplies > 0) ||
    gravity[b.mood] - gravity[a.mood] ||
    byWait(a, b)
  );
}

/** Whoever waits for nothing comes last. */
function byWait(a: Conversation, b: Conversation): number {
  return (
    (a.waitingSince ?? Number.MAX_SAFE_INTEGER) - (b.waitingSince ?? Number.MAX_SAFE_INTEGER) ||
    (a.conversationId < b.conversationId ? -1 : 1)
  );
}

export const orderOf: Record<WallOrder, Compare> = { concern: byConcern, wait: byWait };
