/** The clients, all in one process: each is the product's own client, which beats as it does in a browser. */
import { WebSocket as Ws } from 'ws';
import type { Connection } from '../../live/connection.ts';
import { connect } from '../../live/connection.ts';
import { child } from '../child.ts';
import type { Pass } from './passes.ts';

export type Order =
  /** `url`: of the socket's host. Answers when all of them are online. */
  | { do: 'open'; url: string; passes: Pass[] }
  /** Answers how many are connected; a single one that was lost on the way is an error. */
  | { do: 'count' }
  | { do: 'close' };

const clients: Connection[] = [];
let lost = 0;

child<Order>(async (order): Promise<number> => {
  if (order.do === 'open') await openAll(order.url, order.passes);
  if (order.do === 'close') {
    for (const client of clients.splice(0)) client.close();
    lost = 0;
  }
  if (lost > 0) throw new Error(`${lost} connections were lost while they should have been idle`);
  return clients.length;
});

/** So many on their way at once, as when a server has come back. */
const atOnce = 50;

async function openAll(url: string, passes: Pass[]): Promise<void> {
  const waiting = passes.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const pass of waiting) clients.push(await open(url, pass));
    }),
  );
}

function open(url: string, pass: Pass): Promise<Connection> {
  const { conversationId, cursor } = pass;
  const follower = { onEvents: () => {}, onResync: () => lost++, onRefused: () => lost++ };
  const client =
    pass.kind === 'desk'
      ? connect({ url: `${url}/api/v1/socket`, open: socketWith({ cookie: pass.cookie }) })
      : connect({
          url: `${url}/widget/v1/socket`,
          authenticate: () => Promise.resolve(pass.visitorToken),
          open: socketWith({}),
        });
  client.subscribe({ conversation: conversationId }, cursor, follower);
  if (pass.kind === 'desk') {
    client.subscribe('inbox', cursor, follower);
    client.presence('available');
  }
  return new Promise((resolve) => {
    client.onStatus((status) => {
      if (status === 'offline') lost++;
      if (status !== 'online') return;
      if (pass.kind === 'desk') client.look(conversationId, 'viewing');
      resolve(client);
    });
  });
}

/** A browser brings its cookie by itself; here it is put on. */
const socketWith = (headers: Record<string, string>) => (url: string) =>
  new Ws(url, { headers, perMessageDeflate: false }) as unknown as WebSocket;
