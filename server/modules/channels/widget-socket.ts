/** What a visitor's socket may do: its own conversation, and of it only what is public. */
import type { Event } from '../../../core/events.ts';
import { toCustomer } from '../../../core/conversations/to-customer.ts';
import type { Strand } from '../../../core/conversations/merge.ts';
import { ownQuote, ownSeq, placeOf } from '../../../core/conversations/merge.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Topic } from '../../../core/team/routing.ts';
import type { ClientFrame } from '../../../core/wire.ts';
import { closeCodes } from '../../../core/wire.ts';
import { inShop } from '../../platform/database/pool.ts';
import { isAfter, positionOf } from '../../platform/log/cursor.ts';
import type { Entry } from '../../platform/log/entries.ts';
import type { Connection } from '../../platform/sockets/connection.ts';
import type { Hub } from '../../platform/sockets/hub.ts';
import type { Conversations } from '../conversations/index.ts';
import {
  markReadByCustomer,
  postCustomerMessage,
  strandsAndMerge,
  strandsOf,
} from '../conversations/index.ts';
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
  const listening = strandsBy.get(connection);
  const arrivesIn = listening?.at(-1)!.conversationId ?? own;
  switch (frame.type) {
    case 'subscribe':
      return follow(conversations, { hub, standings }, shopId, own, connection, frame);
    case 'unsubscribe':
      return hub.unsubscribe(connection, frame.id);
    case 'send': {
      const { clientId, text, attachmentId, quotes } = frame;
      const topic: Topic | null = frame.topic ?? null;
      const sent = await postCustomerMessage(conversations, visitor, own, {
        clientId,
        text,
        topic,
        attachmentId,
        quotes,
      });
      const seq = await ownNumber(conversations, shopId, own, sent);
      return connection.send({ type: 'ack', clientId, ...sent, conversationId: own, seq });
    }
    case 'typing': {
      const { typing } = frame;
      const passing = {
        type: 'typing',
        conversationId: arrivesIn,
        from: 'customer',
        name: visitor.customerName,
        typing,
      } as const;
      return hub.pass({ shopId, conversationId: arrivesIn }, passing, connection);
    }
    case 'read': {
      const { conversationId, seq } = listening
        ? placeOf(listening, frame.upTo)
        : { conversationId: own, seq: frame.upTo };
      return markReadByCustomer(conversations, visitor, conversationId, seq);
    }
  }
}

/** Where the messages stand that a connection's visitor reads, as of when it last subscribed. */
const strandsBy = new WeakMap<Connection, Strand[]>();

/** Of a thread that was merged its visitor follows the one it was merged into; where that has just happened, they fetch afresh. */
async function follow(
  { pool, epoch }: Conversations,
  { hub, standings }: { hub: Hub; standings: StandingBoard },
  shopId: string,
  own: string,
  connection: Connection,
  { id, after }: Extract<WidgetFrame, { type: 'subscribe' }>,
): Promise<void> {
  const { strands, mergedAt } = await inShop(pool, shopId, (tx) => strandsAndMerge(tx, shopId, own));
  const resync = () => connection.send({ type: 'resync', id });
  const reached = positionOf(epoch, after);
  if (mergedAt && reached && isAfter(mergedAt, reached)) return resync();
  strandsBy.set(connection, strands);
  const { conversationId } = strands.at(-1)!;
  const leave = () => {
    hub.unsubscribe(connection, id);
    resync();
  };
  const view = (entry: Entry) => {
    // Told after what came before it.
    if (entry.event.type === 'conversation.merged') queueMicrotask(leave);
    // Whoever held the token is a stranger from here on.
    if (entry.event.type === 'customer.erased' && entry.event.conversationId === own)
      queueMicrotask(() => connection.close(closeCodes.unauthenticated, 'erased'));
    return strands.length > 1 ? renumbered(strands, own, entry) : publicView(entry);
  };
  await hub.subscribe({ id, connection, shopId, conversationId, view }, after);
  standings.follow(connection, shopId, strands);
}

function renumbered(strands: Strand[], own: string, entry: Entry): Event | null {
  const event = publicView(entry);
  if (event?.type !== 'message.posted' && event?.type !== 'message.read') return null;
  const number = ownSeq(
    strands,
    event.conversationId,
    event.type === 'message.posted' ? event.seq : event.upTo,
  );
  if (number === null) return null;
  if (event.type === 'message.read') return { ...event, conversationId: own, upTo: number };
  const quote = ownQuote(strands, event.conversationId, event.quote);
  return { ...event, conversationId: own, seq: number, quote };
}

async function ownNumber(
  { pool }: Conversations,
  shopId: string,
  own: string,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<number> {
  if (conversationId === own) return seq;
  const strands = await inShop(pool, shopId, (tx) => strandsOf(tx, shopId, own));
  return ownSeq(strands, conversationId, seq)!;
}

/** The same object for the same entry, so that it is written out once for all who listen. */
const shown = new WeakMap<Entry, Event | null>();

function publicView(entry: Entry): Event | null {
  if (!shown.has(entry)) shown.set(entry, toCustomer(entry.event));
  return shown.get(entry)!;
}
