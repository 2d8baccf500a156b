/** What of an event the customer may see: public ones, without the shop's inner ids. */
import type { Event } from '../events.ts';

export function toCustomer(event: Event): Event | null {
  const { conversationId, at } = event;
  if (event.type === 'message.posted') {
    const { type, seq, messageId, author, authorWorkNumber, text, attachment, quote } = event;
    // What the desk calls a customer is not for them to read.
    const authorName = author === 'customer' ? null : event.authorName;
    const clientId = author === 'customer' ? event.clientId : undefined;
    return {
      type,
      seq,
      messageId,
      author,
      authorName,
      authorWorkNumber,
      text,
      ...(attachment && { attachment }),
      ...(quote && { quote }),
      clientId,
      conversationId,
      at,
      episodeId: '',
      authorId: null,
      wantsAnswer: false,
    };
  }
  if (event.type === 'message.read') {
    const { type, reader, upTo } = event;
    return { type, reader, upTo, unread: 0, conversationId, at };
  }
  return null;
}
