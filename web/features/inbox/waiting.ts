import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { WaitThresholds } from '../../../core/standard/waiting.ts';
import { workingTimeBetween, type WorkingHours } from '../../../core/team/working-hours.ts';

export interface Waiting {
  /** Working time without an answer, ms. */
  ms: number;
  /** 0 to 1: how much of the time to the finding is used up. */
  share: number;
  stage: 'calm' | 'remind' | 'late';
}

/** How long the customer has waited for the one who has them now: an agent's clock starts with the assignment. */
export function waitingOf(
  conversation: Pick<Conversation, 'waitingSince' | 'assignedAt' | 'state'>,
  hours: WorkingHours | 'always',
  thresholds: WaitThresholds,
  now: number,
): Waiting | null {
  const { waitingSince, assignedAt, state } = conversation;
  if (waitingSince === null) return null;
  const since = state === 'assigned' ? Math.max(waitingSince, assignedAt ?? 0) : waitingSince;
  const ms = workingTimeBetween(hours, since, Math.max(since, now));
  const seconds = ms / 1000;
  const first = Math.min(...thresholds.remindAgent, thresholds.finding);
  const stage = seconds >= thresholds.callSupervisor ? 'late' : seconds >= first ? 'remind' : 'calm';
  return { ms, share: Math.min(1, seconds / thresholds.finding), stage };
}
