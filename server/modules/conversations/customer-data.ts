/** Personal data beside a conversation: for the rules while its agent writes, and for whoever asks to see it. */
import type { FactsAnswer } from '../../../core/api.ts';
import type { Person } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { ContactKind } from '../customers/index.ts';
import { unmask } from '../customers/index.ts';
import { aboutOf } from './beside.ts';
import type { Conversations } from './context.ts';
import { aliveWithinReach } from './within-reach.ts';

export async function readCustomerFacts(
  conversations: Conversations,
  person: Person,
  conversationId: string,
): Promise<FactsAnswer> {
  const alive = await aliveWithinReach(conversations, person, conversationId, 'assignee');
  const beside = await conversations.beside.of(person.shopId, aboutOf(alive));
  const { version, settings, toothless } = await conversations.standards.current(person.shopId);
  // What a phrase was tried on is for whoever changes it.
  const phrases = settings.phrases.map((one) => ({ ...one, passes: [], fails: [], note: '' }));
  const standard = { version, settings: { ...settings, phrases }, toothless };
  return { ...beside, standard };
}

export async function unmaskContacts(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  field: ContactKind,
): Promise<{ values: string[] }> {
  const { conversation } = await aliveWithinReach(conversations, person, conversationId);
  const { customerId } = conversation;
  const values = await inShop(conversations.pool, person.shopId, (tx) =>
    unmask(tx, conversations.vault, person, customerId, field),
  );
  return { values };
}
