import type { MadeCard, OrderCard } from '../core/commerce/card.ts';
import type { CustomerMessage } from '../core/conversations/customer-view.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Pending } from '../live/connection.ts';

/** A file, or the card of an order as the desk listed it. */
export type Carried = File | MadeCard<OrderCard>;

/** The customer's own message from Enter until it stands in the conversation. */
export interface Outgoing extends Pending {
  /** `uploading`: its file is on the way; the message follows. */
  state: 'uploading' | 'sending' | 'sent' | 'failed';
  /** While it is. */
  file?: Carried;
  /** Why it failed. */
  refusal?: Refusal;
  /** By this browser's clock; null: it was written on an earlier page. */
  at: number | null;
}

export function asOutgoing(pending: Pending, before: Outgoing[]): Outgoing {
  const { at = null } = before.find((one) => one.clientId === pending.clientId) ?? {};
  return { ...pending, state: 'sending', at };
}

export function asPending({ clientId, conversationId, text, topic, attachmentId }: Outgoing): Pending {
  return { clientId, conversationId, text, topic, ...(attachmentId && { attachmentId }) };
}

/** Everything without an answer: what is stored, and what a full storage could not take. */
export function unsent(stored: Pending[], outgoing: Outgoing[]): Pending[] {
  const known = new Set(stored.map((one) => one.clientId));
  const unstored = outgoing.filter((one) => one.state === 'sending' && !known.has(one.clientId));
  return [...stored, ...unstored.map(asPending)];
}

/** Those that the conversation does not show yet. */
export function stillOutgoing(outgoing: Outgoing[], messages: CustomerMessage[]): Outgoing[] {
  const arrived = new Set(messages.map((message) => message.clientId));
  return outgoing.filter((one) => !arrived.has(one.clientId));
}
