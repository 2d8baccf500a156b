/** Waits that pass a threshold: the agent is reminded, then a supervisor is called. Time is the shop's working time. */
import { v7 as uuid } from 'uuid';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import type { ShopSettings } from '../../../core/team/shop-settings.ts';
import { nextWaitStage } from '../../../core/team/shop-settings.ts';

export type WaitClock = Pick<ShopSettings, 'hours' | 'thresholds'>;

/** When the conversation's next threshold passes; null: nobody waits, or all have passed. */
export function lateNextAt(conversation: Conversation, settings: WaitClock): number | null {
  const since = clockStart(conversation);
  return since === null
    ? null
    : (nextWaitStage(settings, { since, passed: conversation.lateStage })?.at ?? null);
}

/** Only the highest threshold passed is told: after an outage nobody wants all of them at once. */
export function lateDrafts(conversation: Conversation, settings: WaitClock, now: number): Draft[] {
  const since = clockStart(conversation);
  if (since === null) return [];
  const before = conversation.lateStage;
  let passed = before;
  for (
    let next = nextWaitStage(settings, { since, passed });
    next && next.at <= now;
    next = nextWaitStage(settings, { since, passed })
  ) {
    passed = next.stage;
  }
  if (passed === before) return [];
  const { callSupervisor } = settings.thresholds;
  const call = before < callSupervisor && passed >= callSupervisor;
  return [
    { type: 'wait.late', stage: passed, since },
    ...(call
      ? [
          {
            type: 'alert.raised',
            alertId: uuid(),
            cause: { kind: 'wait', seconds: passed },
            messageSeq: null,
          } as const,
        ]
      : []),
  ];
}

/** Waiting in the queue counts for the shop; the agent's clock starts when it became theirs. */
function clockStart({ waitingSince, assignedAt, state }: Conversation): number | null {
  if (waitingSince === null || state === 'closed') return null;
  return Math.max(waitingSince, assignedAt ?? 0);
}
