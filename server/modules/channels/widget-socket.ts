/** What a visitor's socket may do: its own conversation, and of it only what is public. */
import type { Event } from '../../../core/events.ts';
import { toCustomer } from '../../../core/conversations/to-customer.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Topic } from '../../../core/team/routing.ts';
import type { ClientFrame } from '../../../core/wire.ts';
import type { Entry } from '../../platform/log/entries.ts';
import type { Connection } from '../../platform/sockets/connection.ts';
import type { Hub } from '../../platform/sockets/hub.ts';
import type { Conversations } from '../conversations/index.ts';
import { markReadByCustomer, postCustomerMessage } from '../conversations/index.ts';
import type { Visitor } from '../customers/index.ts';
import type { StandingBoard } from './standing-board.ts';
import { conversationOf } from './widget-session.ts';

export type WidgetFrame = Exclude<ClientFrame, { type: 'authenticate' | 'presence' | 'ping' }>;

export async function handleWidgetFrame(
  conversations: Conversations,
  hub: Hub,
  standings: StandingBoard,
  visitor: Visitor,
  connection: Connection,
  frame: WidgetFrame,
): Promise<void> {
  const own = conversationOf(visitor);
  const { shopId } = visitor;
  const named =
    frame.type === 'subscribe'
      ? typeof frame.topic === 'object'
        ? frame.topic.conversation
        : null
      : 'conversationId' in frame
        ? frame.conversationId
        : own;
  if (named !== own) refuse({ code: 'not-found', what: 'conversation' });
  switch (frame.type) {
    case 'subscribe':
      await hub.subscribe(
        { id: frame.id, connection, shopId, conversationId: own, view: publicView },
        frame.after,
      );
      return standings.follow(connection, shopId, own);
    case 'unsubscribe':
      return hub.unsubscribe(connection, frame.id);
    case 'send': {
      const { clientId, text, attachmentId, quotes } = frame;
      const topic: Topic | null = frame.topic ?? null;
      const message = { clientId, text, topic, attachmentId, quotes };
      const sent = await postCustomerMessage(conversations, visitor, own, message);
      return connection.send({ type: 'ack', clientId, conversationId: own, ...sent });
    }
    case 'typing': {
      const { typing } = frame;
      const passing = {
        type: 'typing',
        conversationId: own,
        from: 'customer',
        name: visitor.customerName,
        typing,
      } as const;
      return hub.pass({ shopId, conversationId: own }, passing, connection);
    }
    case 'read':
      return markReadByCustomer(conversations, visitor, own, frame.upTo);
  }
}

/** The same object for the same entry, so that it is written out once for all who listen. */
const shown = new WeakMap<Entry, Event | null>();

function publicView(entry: Entry): Event | null {
  if (!shown.has(entry)) shown.set(entry, toCustomer(entry.event));
  return shown.get(entry)!;
}
