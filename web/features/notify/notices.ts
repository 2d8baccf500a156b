/** Which events are worth a notification, for whom. Pure. */
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Event } from '../../../core/events.ts';

export interface Notice {
  kind: 'message' | 'alert' | 'returned' | 'approval';
  conversationId: string;
  /** What was said; left out where notifications are private. */
  text: string | null;
}

export interface Reader {
  agentId: string;
  watchesWall: boolean;
  approves: boolean;
}

/**
 * A customer's words in one's own conversations; alerts for who watches the wall; what somebody else asks approval for; a
 * reply of one's own that came back.
 */
export function noticeOf(
  event: Event,
  conversation: Pick<Conversation, 'assigneeId'> | undefined,
  { agentId, watchesWall, approves }: Reader,
): Notice | null {
  const { conversationId } = event;
  if (event.type === 'message.posted')
    return event.author === 'customer' && conversation?.assigneeId === agentId
      ? { kind: 'message', conversationId, text: event.text ?? null }
      : null;
  if (event.type === 'alert.raised')
    return watchesWall ? { kind: 'alert', conversationId, text: null } : null;
  if (event.type === 'order.operated')
    return event.state === 'waiting' && approves && event.byId !== agentId
      ? { kind: 'approval', conversationId, text: null }
      : null;
  const returned = event.type === 'reply.unscheduled' && event.outcome === 'returned';
  return returned && event.agentId === agentId ? { kind: 'returned', conversationId, text: null } : null;
}

/** @param secret say who, never what */
export function bodyOf({ text }: Notice, secret: boolean, instead: string): string {
  return secret || text === null ? instead : text.slice(0, 140);
}
