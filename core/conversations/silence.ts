/** A conversation that nobody says anything in: its agent is told, then it closes by itself. */
import type { ShopSettings } from '../team/shop-settings.ts';
import { addWorkingTime } from '../team/working-hours.ts';
import type { Conversation } from './conversation.ts';
import type { Draft } from './transitions.ts';

type SilenceClock = Pick<ShopSettings, 'hours' | 'autoClose'>;

/** When the silence has something to say next; null: it has not. */
export function silenceNextAt(conversation: Conversation, { hours, autoClose }: SilenceClock): number | null {
  // Told under settings that hold no more: taken back at once.
  if (!autoClose) return conversation.closesAt === null ? null : conversation.activityAt;
  if (!mayClose(conversation)) return null;
  const { afterMinutes, warnMinutes } = autoClose;
  return (
    conversation.closesAt ??
    addWorkingTime(hours, conversation.activityAt, (afterMinutes - warnMinutes) * minute)
  );
}

/** Told first, always: also where nobody looked at the clock for a day. */
export function silenceDrafts(conversation: Conversation, settings: SilenceClock, now: number): Draft[] {
  const next = silenceNextAt(conversation, settings);
  const { episode, closesAt } = conversation;
  if (next === null || next > now || !episode) return [];
  const { episodeId } = episode;
  const { hours, autoClose } = settings;
  if (!autoClose) return [{ type: 'silence.noticed', episodeId, closesAt: null }];
  if (closesAt !== null) return [{ type: 'episode.closed', episodeId, by: 'silence', byId: null }];
  const warned = addWorkingTime(hours, now, autoClose.warnMinutes * minute);
  // A shop that opens no more closes nothing.
  return warned === Infinity ? [] : [{ type: 'silence.noticed', episodeId, closesAt: warned }];
}

/** Never while the customer waits for an answer, or somebody else for a decision. */
function mayClose({ state, waitingSince, snoozed, openAlerts, heldReplies }: Conversation): boolean {
  return state === 'assigned' && waitingSince === null && !snoozed && openAlerts === 0 && heldReplies === 0;
}

const minute = 60_000;
