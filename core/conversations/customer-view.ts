/** What the customer sees of a conversation: public messages and how far the shop has read. Nothing of the staff's. */
import type { Attachment, Quote } from '../attachments.ts';
import type { AuthorKind, Event } from '../events.ts';

export interface CustomerMessage {
  seq: number;
  messageId: string;
  /** Only on the customer's own messages. */
  clientId: string | null;
  author: AuthorKind;
  authorName: string | null;
  authorWorkNumber: string | null;
  text: string | null;
  attachment?: Attachment | null;
  quote?: Quote | null;
  at: number;
}

export interface CustomerView {
  conversationId: string;
  /** Ascending by `seq`, without gaps. */
  messages: CustomerMessage[];
  seq: number;
  readByAgent: number;
  readByCustomer: number;
}

export function applyToCustomerView(view: CustomerView, event: Event): CustomerView {
  if (event.type === 'message.posted' && event.seq > view.seq) {
    const { seq, messageId, author, at, attachment, quote } = event;
    const message: CustomerMessage = {
      seq,
      messageId,
      clientId: author === 'customer' ? (event.clientId ?? null) : null,
      author,
      authorName: event.authorName ?? null,
      authorWorkNumber: event.authorWorkNumber ?? null,
      text: event.text ?? null,
      ...(attachment && { attachment }),
      ...(quote && { quote }),
      at,
    };
    return { ...view, seq, messages: [...view.messages, message] };
  }
  if (event.type === 'message.read') {
    return event.reader === 'agent'
      ? { ...view, readByAgent: Math.max(view.readByAgent, event.upTo) }
      : { ...view, readByCustomer: Math.max(view.readByCustomer, event.upTo) };
  }
  return view;
}
