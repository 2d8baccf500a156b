import type { Message } from '../../../core/conversations/thread.ts';

/** What others wrote behind a message. One's own lines and what the desk says by itself are nothing new. */
export function unseenBy(messages: readonly Message[], agentId: string, seen: number): Message[] {
  return messages.filter(
    ({ seq, author, authorId }) =>
      seq > seen && (author === 'customer' || (author === 'agent' && authorId !== agentId)),
  );
}
