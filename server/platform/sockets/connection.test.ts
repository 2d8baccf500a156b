import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { TestSocket } from '../../../test/socket.ts';
import { until } from '../../../test/until.ts';
import { refuse } from '../../../core/refusal.ts';
import type { ConnectionOptions } from './connection.ts';
import { guard } from './connection.ts';

let server: WebSocketServer;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await once(server, 'listening');
});
afterEach(() => {
  vi.useRealTimers();
  for (const socket of server.clients) socket.terminate();
  server.close();
});

describe('what goes out', () => {
  test('is kept for a reader who doesn’t read up to a bound, then the reader is cut off', async () => {
    const { connection, here, there } = await pair();
    there.raw.pause();
    const frame = `"${'x'.repeat(256 * 1024)}"`;
    let most = 0;
    for (let sent = 0; here.readyState === here.OPEN; sent++) {
      expect(sent, 'frames for nobody').toBeLessThan(1000);
      connection.sendText(frame);
      most = Math.max(most, here.bufferedAmount);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(most).toBeLessThanOrEqual(4 * 1024 * 1024 + 2 * frame.length);
    there.raw.resume();
    await until('the close', () => there.closed !== null);
  });

  test('all reaches a reader who reads, in order', async () => {
    const { connection, there } = await pair();
    for (let i = 0; i < 500; i++) connection.send({ type: 'resync', id: `${i}` });
    await there.frame('resync', ({ id }) => id === '499');
    expect(there.of('resync').map(({ id }) => Number(id))).toEqual(Array.from({ length: 500 }, (_, i) => i));
  });
});

describe('what comes in', () => {
  const words = '在吗';

  test('and is refused is answered under its own name, and the socket stays', async () => {
    const { there } = await pair({ handle: () => refuse({ code: 'not-found', what: 'conversation' }) });
    const answer = await there.say(crypto.randomUUID(), words, { clientId: 'client-1' });
    expect(answer).toMatchObject({ type: 'refused', clientId: 'client-1', refusal: { code: 'not-found' } });
    there.sendText('no json');
    await there.frame('refused', ({ refusal }) => refusal.code === 'invalid');
    await there.roundTrip();
  });

  test('and fails is not acknowledged: the socket closes, so that it is sent again', async () => {
    const failures: unknown[] = [];
    const broken = new Error('the database is away');
    const { there } = await pair({
      handle: () => Promise.reject(broken),
      onFailure: (error) => failures.push(error),
    });
    there.send({ type: 'send', clientId: 'client-1', conversationId: crypto.randomUUID(), text: words });
    await until('the close', () => there.closed === 1011);
    expect(there.frames).toEqual([]);
    expect(failures).toEqual([broken]);
  });
});

test('a peer that answers no ping is dropped at the next one', async () => {
  const alive = await pair();
  const gone = await pair({}, { autoPong: false });
  for (let beat = 0; beat < 2; beat++) {
    const answered = once(alive.here, 'pong');
    vi.advanceTimersToNextTimer();
    await answered;
  }
  await until('the close', () => gone.there.closed !== null);
  expect(alive.there.closed).toBeNull();
});

/** Both ends of a real socket, the server's one guarded. */
async function pair(options: Partial<ConnectionOptions> = {}, client: { autoPong?: boolean } = {}) {
  const { port } = server.address() as { port: number };
  const raw = new WebSocket(`ws://127.0.0.1:${port}`, client);
  const there = new TestSocket(raw);
  const [[here, { socket: wire }]] = await Promise.all([
    once(server, 'connection') as Promise<[WebSocket, IncomingMessage]>,
    once(raw, 'open'),
  ]);
  const connection = guard(here, {
    wire,
    limit: { take: () => {} },
    limitKey: () => 'somebody',
    handle: () => {},
    onFailure: () => {},
    ...options,
  });
  return { connection, here, there };
}
