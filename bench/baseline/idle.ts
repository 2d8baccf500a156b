/** The bare program for idle connections: `ws` as it comes, the desk's frames and beats, and nothing behind them. */
import { once } from 'node:events';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { child } from '../child.ts';
import type { BareTarget } from '../load/lane.ts';

/** As often as the desk asks. */
const pingEveryMs = 20_000;

child(async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  const unanswered = new WeakSet<WebSocket>();
  server.on('connection', (socket) => {
    socket.on('pong', () => unanswered.delete(socket));
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data));
      if (frame.type === 'ping') socket.send('{"type":"pong"}');
    });
    socket.send('{"type":"ready"}');
  });
  setInterval(() => {
    for (const socket of server.clients) {
      if (unanswered.has(socket)) socket.terminate();
      unanswered.add(socket);
      socket.ping();
    }
  }, pingEveryMs);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { kind: 'bare', url: `ws://127.0.0.1:${port}` } satisfies BareTarget;
});
