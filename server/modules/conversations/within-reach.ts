/** The conversation, if the person may see it; otherwise it is not there for them. */
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { reaches } from '../../../core/team/roles.ts';
import type { Conversations } from './context.ts';
import type { Alive } from './live-facts.ts';

export async function aliveWithinReach(
  { liveFacts }: Pick<Conversations, 'liveFacts'>,
  person: Person,
  conversationId: string,
): Promise<Alive> {
  const alive = await liveFacts.get(person.shopId, conversationId);
  requireReach(person, alive.conversation);
  return alive;
}

/** Asked again inside the transaction, where the state is the true one. */
export function requireReach(person: Person, conversation: Pick<Conversation, 'assigneeId' | 'group'>): void {
  if (!reaches(person, conversation)) refuse({ code: 'not-found', what: 'conversation' });
}
