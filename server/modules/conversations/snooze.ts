/** Putting a conversation aside and taking it back. */
import type { DoneAnswer } from '../../../core/api.ts';
import * as snoozing from '../../../core/conversations/snooze.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Conversations } from './context.ts';
import { change } from './ownership.ts';

/** Longer is forgotten. */
const longestMs = 366 * 24 * 3600_000;

export async function snooze(
  conversations: Pick<Conversations, 'road' | 'now'>,
  person: Person,
  conversationId: string,
  until: number | null,
): Promise<DoneAnswer> {
  const now = conversations.now();
  if (until !== null && (until <= now || until > now + longestMs))
    refuse({ code: 'invalid', problems: [{ field: 'until', problem: 'not-allowed' }] });
  return change(conversations, person, conversationId, (one) => snoozing.snooze(one, until, person));
}

export async function wake(
  conversations: Pick<Conversations, 'road'>,
  person: Person,
  conversationId: string,
): Promise<DoneAnswer> {
  return change(conversations, person, conversationId, (one) => snoozing.wake(one, person));
}
