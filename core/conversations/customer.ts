/** What happens to a conversation where something is learned of its customer, or forgotten. Pure. */
import type { CustomerPart } from '../events.ts';
import type { Person } from '../team/roles.ts';
import type { Conversation } from './conversation.ts';
import type { Draft } from './transitions.ts';

/** As the customer stands now. */
export interface CustomerNow {
  customerId: string;
  customerName: string | null;
  tags: string[];
}

export function changeCustomer(
  now: CustomerNow,
  parts: CustomerPart[],
  by: Pick<Person, 'agentId'>,
): Draft[] {
  return [{ type: 'customer.changed', ...now, parts, byId: by.agentId }];
}

/** One that is the kept customer's already is left alone. */
export function mergeCustomer(
  conversation: Pick<Conversation, 'customerId'>,
  { customerId: into, customerName, tags }: CustomerNow,
  byId: string,
): Draft[] {
  const { customerId: from } = conversation;
  return from === into ? [] : [{ type: 'customer.merged', from, into, customerName, tags, byId }];
}

/** What the customer wrote into an open episode while they were being erased ends with it. */
export function eraseCustomer(
  { state, episode, customerId }: Pick<Conversation, 'state' | 'episode' | 'customerId'>,
  byId: string,
): Draft[] {
  const open = state === 'waiting' || state === 'assigned';
  const ending: Draft[] =
    open && episode ? [{ type: 'episode.closed', episodeId: episode.episodeId, by: 'agent', byId }] : [];
  return [...ending, { type: 'customer.erased', customerId, byId }];
}

/** What must be typed before a customer is erased: their name, or how the desk calls one without. */
export const erasureWord = (customerName: string | null, conversationId: string): string =>
  customerName ?? conversationId.slice(-4);
