/** The conversation, if the person may see it; otherwise it is not there for them. */
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { reaches } from '../../../core/team/roles.ts';
import type { Conversations } from './context.ts';
import type { Alive } from './live-facts.ts';

/** What is kept in memory may stand a moment behind what was committed: before a no, the database is asked. */
export async function aliveWithinReach(
  { liveFacts }: Pick<Conversations, 'liveFacts'>,
  person: Person,
  conversationId: string,
  as: 'anybody' | 'assignee' = 'anybody',
): Promise<Alive> {
  const { shopId, agentId } = person;
  const suits = ({ conversation }: Alive) =>
    reaches(person, conversation) && (as === 'anybody' || conversation.assigneeId === agentId);
  let alive = await liveFacts.get(shopId, conversationId);
  if (!suits(alive)) {
    liveFacts.forget(shopId, conversationId);
    alive = await liveFacts.get(shopId, conversationId);
  }
  requireReach(person, alive.conversation);
  if (!suits(alive)) refuse({ code: 'conflict', reason: 'not-the-assignee' });
  return alive;
}

/** Asked again inside the transaction, where the state is the true one. */
export function requireReach(person: Person, conversation: Pick<Conversation, 'assigneeId' | 'group'>): void {
  if (!reaches(person, conversation)) refuse({ code: 'not-found', what: 'conversation' });
}
