/** Putting a conversation aside: its agent gets it back at a time, or when the customer writes (`apply` ends it then). */
import { refuse } from '../refusal.ts';
import type { Person } from '../team/roles.ts';
import { may } from '../team/roles.ts';
import type { Conversation } from './conversation.ts';
import type { Draft } from './transitions.ts';
import { openEpisode, owned } from './transitions.ts';

/** Never while the customer waits: they must hear first when they will hear more. */
export function snooze(conversation: Conversation, until: number | null, by: Person): Draft[] {
  const { episodeId } = atHand(conversation, by);
  if (conversation.state !== 'assigned') refuse({ code: 'conflict', reason: 'not-assigned' });
  if (conversation.waitingSince !== null) refuse({ code: 'conflict', reason: 'customer-waits' });
  if (conversation.snoozed?.until === until) return [];
  return [{ type: 'episode.snoozed', episodeId, until, byId: by.agentId }];
}

export function wake(conversation: Conversation, by: Person): Draft[] {
  const { episodeId } = atHand(conversation, by);
  return conversation.snoozed ? [{ type: 'episode.woken', episodeId, by: 'agent', byId: by.agentId }] : [];
}

/** When it comes back by itself. */
export function wakesAt({ snoozed }: Conversation): number | null {
  return snoozed?.until ?? null;
}

export function wakeInTime(conversation: Conversation, now: number): Draft[] {
  const at = wakesAt(conversation);
  if (at === null || at > now || !conversation.episode) return [];
  const { episodeId } = conversation.episode;
  return [{ type: 'episode.woken', episodeId, by: 'time', byId: null }];
}

function atHand(conversation: Conversation, by: Person) {
  return may(by, 'conversations.assign') ? openEpisode(conversation) : owned(conversation, by);
}
