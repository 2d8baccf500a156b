/** The bare programs' half of the socket: the desk's own frames, and nothing behind them. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { v7 as uuid } from 'uuid';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';

export interface Message {
  row: {
    shop_id: string;
    conversation_id: string;
    seq: number;
    message_id: string;
    client_id: string;
    episode_id: string;
    author_id: string;
    text: string;
    at: string;
    data: object;
  };
  sender: WebSocket;
}

export interface Committed extends Message {
  tx: string;
  eventId: string;
}

const shopId = randomUUID();
const episodeId = randomUUID();
const authorId = randomUUID();

/** Listens on a free port and returns its address. `store` gets each message, and calls `deliver` when it is on disk. */
export async function listen(store: (message: Message) => void): Promise<string> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data));
      if (frame.type === 'ping') socket.send('{"type":"pong"}');
      else if (frame.type === 'subscribe') subscribe(frame.topic.conversation, frame.id, socket);
      else if (frame.type === 'send') store({ row: rowOf(frame), sender: socket });
    });
    socket.send('{"type":"ready"}');
  });
  await once(server, 'listening');
  return `ws://127.0.0.1:${(server.address() as { port: number }).port}`;
}

/** Messages of one commit, in their order: each is acknowledged, and each subscriber gets its own in one frame. */
export function deliver(committed: Committed[]): void {
  const parcels = new Map<string, Committed[]>();
  for (const one of committed) {
    const { client_id: clientId, conversation_id: conversationId, message_id: messageId, seq } = one.row;
    one.sender.send(
      JSON.stringify({ type: 'ack', clientId, conversationId, messageId, seq, at: Date.parse(one.row.at) }),
    );
    const parcel = parcels.get(conversationId);
    if (parcel) parcel.push(one);
    else parcels.set(conversationId, [one]);
  }
  for (const [conversationId, parcel] of parcels) {
    const { tx, eventId } = parcel.at(-1)!;
    const events = parcel.map(eventOf);
    for (const { id, socket } of subscribers.get(conversationId) ?? [])
      socket.send(JSON.stringify({ type: 'events', id, events, cursor: `${shopId}.${tx}.${eventId}` }));
  }
}

const seqs = new Map<string, number>();
const subscribers = new Map<string, { id: string; socket: WebSocket }[]>();

function subscribe(conversationId: string, id: string, socket: WebSocket): void {
  const those = subscribers.get(conversationId);
  if (those) those.push({ id, socket });
  else subscribers.set(conversationId, [{ id, socket }]);
}

function rowOf(frame: { conversationId: string; clientId: string; text: string }): Message['row'] {
  const { conversationId, clientId, text } = frame;
  const seq = (seqs.get(conversationId) ?? 0) + 1;
  seqs.set(conversationId, seq);
  const messageId = uuid();
  return {
    shop_id: shopId,
    conversation_id: conversationId,
    seq,
    message_id: messageId,
    client_id: clientId,
    episode_id: episodeId,
    author_id: authorId,
    text,
    at: new Date().toISOString(),
    data: {
      type: 'message.posted',
      author: 'agent',
      authorId,
      episodeId,
      wantsAnswer: false,
      messageId,
      seq,
    },
  };
}

/** As the desk shows it to a customer. */
function eventOf({ row }: Committed) {
  const { seq, message_id: messageId, text, conversation_id: conversationId } = row;
  return {
    type: 'message.posted',
    seq,
    messageId,
    author: 'agent',
    authorName: '沈望舒',
    authorWorkNumber: '2001',
    text,
    conversationId,
    at: Date.parse(row.at),
    episodeId: '',
    authorId: null,
    wantsAnswer: false,
  };
}
