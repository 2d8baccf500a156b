/** What a signed-in person's socket may do: listen within their reach, send, show that they type and read. */
import type { Event } from '../../../core/events.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Permission, Person } from '../../../core/team/roles.ts';
import { may, reaches } from '../../../core/team/roles.ts';
import type { ClientFrame } from '../../../core/wire.ts';
import type { Entry } from '../../platform/log/entries.ts';
import type { Connection } from '../../platform/sockets/connection.ts';
import type { Hub } from '../../platform/sockets/hub.ts';
import type { Conversations } from './context.ts';
import { markReadByAgent } from './mark-read.ts';
import { sendReply } from './send-reply.ts';
import { aliveWithinReach } from './within-reach.ts';

/** Frames about conversations; presence is the team's. */
export type DeskFrame = Exclude<ClientFrame, { type: 'authenticate' | 'presence' | 'ping' }>;

export async function handleDeskFrame(
  conversations: Conversations,
  hub: Hub,
  person: Person,
  connection: Connection,
  frame: DeskFrame,
): Promise<void> {
  switch (frame.type) {
    case 'subscribe': {
      const conversationId = typeof frame.topic === 'object' ? frame.topic.conversation : null;
      require(person, frame.topic === 'wall' ? 'wall.watch' : 'conversations.read');
      if (conversationId) await aliveWithinReach(conversations, person, conversationId);
      const { shopId } = person;
      return hub.subscribe(
        { id: frame.id, connection, shopId, conversationId, view: viewOf(person) },
        frame.after,
      );
    }
    case 'unsubscribe':
      return hub.unsubscribe(connection, frame.id);
    case 'send': {
      require(person, 'conversations.reply');
      const { clientId, conversationId, text, attachmentId, quotes } = frame;
      const reply = { clientId, text, attachmentId, quotes };
      const sent = await sendReply(conversations, person, conversationId, reply);
      return connection.send({ type: 'ack', clientId, conversationId, ...sent });
    }
    case 'typing': {
      require(person, 'conversations.reply');
      const { conversationId, typing } = frame;
      await aliveWithinReach(conversations, person, conversationId);
      const passing = { type: 'typing', conversationId, from: 'agent', name: person.name, typing } as const;
      return hub.pass({ shopId: person.shopId, conversationId }, passing, connection);
    }
    case 'read':
      require(person, 'conversations.read');
      await markReadByAgent(conversations, person, frame.conversationId, frame.upTo);
  }
}

function require(person: Person, permission: Permission): void {
  if (!may(person, permission)) refuse({ code: 'forbidden', permission });
}

/**
 * Everything within reach. Who has it now and where it waits is told to all of the shop (ids only):
 * otherwise a conversation that leaves somebody's reach would stay in their list for ever.
 */
function viewOf(person: Person): (entry: Entry) => Event | null {
  return ({ event, reach }) => {
    const moves = event.type === 'episode.assigned' || event.type === 'episode.queued';
    return moves || reaches(person, reach) ? event : null;
  };
}
