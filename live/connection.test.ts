import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Event } from '../core/events.ts';
import { closeCodes } from '../core/wire.ts';
import type { ConnectOptions, Connection } from './connection.ts';
import { connect } from './connection.ts';
import { FakeServer } from './testing.ts';

const hello = { clientId: 'c1', conversationId: 'a', text: '你好' };
const there = { clientId: 'c2', conversationId: 'a', text: '在吗' };
const elsewhere = { clientId: 'c3', conversationId: 'b', text: '另一件事' };

let server: FakeServer;
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
});
afterEach(() => {
  connection.close();
  vi.useRealTimers();
});

function begin(options: Partial<ConnectOptions> = {}) {
  connection = connect({
    url: 'https://desk.example/socket',
    open: server.open,
    random: () => 1,
    ...options,
  });
}

function online(options: Partial<ConnectOptions> = {}) {
  begin(options);
  server.socket.ready();
}

/** The line is cut and comes back. */
function again() {
  server.socket.cut();
  vi.advanceTimersByTime(15_000);
  server.socket.ready();
}

function ack({ clientId, conversationId }: typeof hello, seq: number) {
  return { type: 'ack' as const, clientId, conversationId, messageId: `m${seq}`, seq, at: 1 };
}

describe('a message behind another one', () => {
  const file = { ...there, text: '', attachmentId: 'f', after: hello.clientId };
  const blocked = { code: 'conflict', reason: 'not-the-assignee' } as const;
  const said = () => server.socket.received.filter((frame) => frame.type === 'send');

  test('leaves once that one is stored', async () => {
    online();
    void connection.send(hello);
    void connection.send(file);
    expect(said()).toHaveLength(1);
    server.socket.say(ack(hello, 1));
    expect(said()[1]).toEqual({ ...file, type: 'send', after: undefined });
  });

  test('never leaves where that one was refused; what else was written does', async () => {
    online();
    const answers = [hello, file, { ...there, clientId: 'c4' }].map((one) => connection.send(one));
    server.socket.say({ type: 'refused', clientId: hello.clientId, refusal: blocked });
    await expect(answers[0]).rejects.toMatchObject({ refusal: blocked });
    await expect(answers[1]).rejects.toMatchObject({ refusal: blocked });
    expect(said().map((frame) => 'clientId' in frame && frame.clientId)).toEqual(['c1', 'c4']);
    expect(connection.pending().map(({ clientId }) => clientId)).toEqual(['c4']);
    connection.close();
    await expect(answers[2]).rejects.toThrow();
  });
});

describe('the line', () => {
  test('is online once the server says ready, at the ws form of the address', () => {
    begin();
    expect(connection.status()).toBe('connecting');
    server.socket.ready();
    expect(connection.status()).toBe('online');
    expect(server.addresses).toEqual(['wss://desk.example/socket']);
  });

  test('gives the visitor token first, asked for afresh at every opening', async () => {
    const authenticate = vi.fn().mockResolvedValueOnce('t1').mockResolvedValueOnce('t2');
    begin({ authenticate });
    server.socket.opened();
    await vi.advanceTimersByTimeAsync(0);
    expect(server.socket.received).toEqual([{ type: 'authenticate', visitorToken: 't1' }]);
    server.socket.cut();
    await vi.advanceTimersByTimeAsync(1000);
    server.socket.opened();
    await vi.advanceTimersByTimeAsync(0);
    expect(server.socket.received).toEqual([{ type: 'authenticate', visitorToken: 't2' }]);
  });

  test('waits twice as long after each failure, up to 15 seconds', () => {
    begin();
    const waits = [500, 1000, 2000, 4000, 8000, 15_000, 15_000];
    waits.forEach((wait, failures) => {
      server.socket.cut();
      vi.advanceTimersByTime(wait - 1);
      expect(server.sockets).toHaveLength(failures + 1);
      vi.advanceTimersByTime(1);
      expect(server.sockets).toHaveLength(failures + 2);
    });
    expect(connection.status()).toBe('offline');
  });

  test('spreads clients: the wait is somewhere in its upper half', () => {
    begin({ random: () => 0 });
    server.socket.cut();
    vi.advanceTimersByTime(250);
    expect(server.sockets).toHaveLength(2);
  });

  test('forgives earlier failures only once it has lasted', () => {
    online();
    server.socket.cut();
    vi.advanceTimersByTime(500);
    server.socket.ready();
    server.socket.cut();
    vi.advanceTimersByTime(500);
    expect(server.sockets).toHaveLength(2);
    vi.advanceTimersByTime(500);
    server.socket.ready();
    server.socket.say({ type: 'pong' });
    server.socket.cut();
    vi.advanceTimersByTime(500);
    expect(server.sockets).toHaveLength(4);
  });

  test('notices within 25 seconds that nobody answers, and leaves that socket for good', () => {
    online();
    const halfDead = server.socket;
    vi.advanceTimersByTime(25_000);
    expect(halfDead.of('ping')).toHaveLength(1);
    expect(halfDead.closed).toBe(true);
    expect(connection.status()).toBe('offline');
    halfDead.say({ type: 'ready' });
    expect(connection.status()).toBe('offline');
  });

  test('stays as long as pings are answered', () => {
    online();
    for (let beats = 0; beats < 10; beats++) {
      vi.advanceTimersByTime(10_000);
      server.socket.say({ type: 'pong' });
    }
    expect(connection.status()).toBe('online');
    expect(server.sockets).toHaveLength(1);
  });

  test('gives up an opening that goes nowhere', () => {
    begin();
    vi.advanceTimersByTime(11_000);
    expect(server.sockets).toHaveLength(2);
  });

  test('is over when the server ends the session', () => {
    online();
    server.socket.cut(closeCodes.unauthenticated);
    vi.advanceTimersByTime(60_000);
    expect(connection.status()).toBe('ended');
    expect(server.sockets).toHaveLength(1);
  });

  test('keeps away for the full 15 seconds after too many frames, and comes back early after being too slow', () => {
    online();
    server.socket.cut(closeCodes.tooMany);
    vi.advanceTimersByTime(14_999);
    expect(server.sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    server.socket.ready();
    server.socket.cut(closeCodes.tooSlow);
    vi.advanceTimersByTime(500);
    expect(server.sockets).toHaveLength(3);
  });

  test('tries at once when the network returns, and asks at once whether it still lives', () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    online();
    server.socket.cut();
    page.dispatchEvent(new globalThis.Event('online'));
    expect(server.sockets).toHaveLength(2);
    server.socket.ready();
    page.dispatchEvent(new globalThis.Event('online'));
    expect(server.socket.of('ping')).toHaveLength(1);
    vi.advanceTimersByTime(5000);
    expect(connection.status()).toBe('offline');
    connection.close();
    page.dispatchEvent(new globalThis.Event('online'));
    expect(server.sockets).toHaveLength(2);
    vi.unstubAllGlobals();
  });
});

describe('a message', () => {
  test('written offline leaves when the line is there', async () => {
    begin();
    const answered = connection.send(hello);
    expect(server.socket.received).toEqual([]);
    server.socket.ready();
    expect(server.socket.received).toEqual([{ type: 'send', ...hello }]);
    server.socket.say(ack(hello, 1));
    expect((await answered).seq).toBe(1);
    expect(connection.pending()).toEqual([]);
  });

  test('cut before the server had it, is sent again under the same id', async () => {
    online();
    const answered = connection.send(hello);
    again();
    expect(server.socket.of('send')).toEqual([{ type: 'send', ...hello }]);
    server.socket.say(ack(hello, 1));
    expect((await answered).seq).toBe(1);
  });

  test('stored but cut before the ack, takes the ack of its repetition and is then left alone', async () => {
    online();
    const answered = connection.send(hello);
    again();
    server.socket.say(ack(hello, 7));
    server.socket.say(ack(hello, 7));
    expect((await answered).seq).toBe(7);
    again();
    expect(server.socket.of('send')).toEqual([]);
  });

  test('follows the one before it, whatever is cut in between; other conversations do not wait', () => {
    online();
    for (const message of [hello, there, elsewhere]) void connection.send(message).catch(() => undefined);
    expect(server.socket.of('send').map((frame) => frame.clientId)).toEqual(['c1', 'c3']);
    again();
    expect(server.socket.of('send').map((frame) => frame.clientId)).toEqual(['c1', 'c3']);
    server.socket.say(ack(hello, 1));
    expect(server.socket.of('send').map((frame) => frame.clientId)).toEqual(['c1', 'c3', 'c2']);
  });

  test('goes beside others where a wider window is asked for', () => {
    online({ window: 2 });
    for (const clientId of ['1', '2', '3'])
      void connection.send({ ...hello, clientId }).catch(() => undefined);
    expect(server.socket.of('send').map((frame) => frame.clientId)).toEqual(['1', '2']);
    server.socket.say(ack({ ...hello, clientId: '2' }, 1));
    expect(server.socket.of('send').map((frame) => frame.clientId)).toEqual(['1', '2', '3']);
  });

  test('refused for good is rejected with the reason, and the next one goes', async () => {
    online();
    const refused = connection.send(hello);
    void connection.send(there).catch(() => undefined);
    const refusal = { code: 'conflict', reason: 'client-id-reused' } as const;
    server.socket.say({ type: 'refused', clientId: 'c1', refusal });
    await expect(refused).rejects.toMatchObject({ refusal });
    expect(server.socket.of('send').at(-1)).toMatchObject({ clientId: 'c2' });
  });

  test('refused for now is tried later, before those behind it', () => {
    online();
    for (const message of [hello, there]) void connection.send(message).catch(() => undefined);
    const refusal = { code: 'too-many', retryAfterSeconds: 2 } as const;
    server.socket.say({ type: 'refused', clientId: 'c1', refusal });
    expect(server.socket.of('send')).toHaveLength(1);
    vi.advanceTimersByTime(2000);
    expect(server.socket.of('send').map((frame) => frame.clientId)).toEqual(['c1', 'c1']);
  });

  test('said twice by the page is one message with one answer', async () => {
    online();
    const both = [connection.send(hello), connection.send(hello)];
    expect(server.socket.of('send')).toHaveLength(1);
    server.socket.say(ack(hello, 3));
    expect((await Promise.all(both)).map((one) => one.seq)).toEqual([3, 3]);
  });

  test('outlives the page in its store, until it is answered', async () => {
    let stored = [hello];
    online({ outbox: { load: () => stored, save: (pending) => void (stored = pending) } });
    expect(connection.pending()).toEqual([hello]);
    expect(server.socket.of('send')).toEqual([{ type: 'send', ...hello }]);
    void connection.send(there).catch(() => undefined);
    expect(stored).toEqual([hello, there]);
    server.socket.say(ack(hello, 1));
    server.socket.say(ack(there, 2));
    expect(stored).toEqual([]);
  });

  test('is told when no answer can come, and stays stored', async () => {
    let stored = [hello];
    begin({ outbox: { load: () => stored, save: (pending) => void (stored = pending) } });
    const answered = connection.send(there);
    connection.close();
    await expect(answered).rejects.toMatchObject({ refusal: { code: 'unauthenticated' } });
    await expect(connection.send(elsewhere)).rejects.toMatchObject({ refusal: { code: 'unauthenticated' } });
    expect(stored).toEqual([hello, there, elsewhere]);
  });
});

describe('a subscription', () => {
  const posted = (seq: number) => ({ type: 'message.posted', seq }) as Event;
  let seen: number[];
  let resyncs: number;
  const follower = {
    onEvents: (events: Event[]) => seen.push(...events.map((event) => ('seq' in event ? event.seq : 0))),
    onResync: () => resyncs++,
  };
  beforeEach(() => {
    seen = [];
    resyncs = 0;
  });

  test('resumes after a cut from the cursor it had reached', () => {
    online();
    connection.subscribe('inbox', 'k0', follower);
    const [{ id } = { id: '' }] = server.socket.of('subscribe');
    server.socket.say({ type: 'events', id, events: [posted(1), posted(2)], cursor: 'k2' });
    again();
    expect(server.socket.of('subscribe')).toEqual([{ type: 'subscribe', id, topic: 'inbox', after: 'k2' }]);
    server.socket.say({ type: 'events', id, events: [posted(3)], cursor: 'k3' });
    expect(seen).toEqual([1, 2, 3]);
  });

  test('takes a batch that comes twice once', () => {
    online();
    connection.subscribe({ conversation: 'a' }, 'k0', follower);
    const batch = { type: 'events' as const, id: 's1', events: [posted(1)], cursor: 'k1' };
    server.socket.say(batch);
    server.socket.say(batch);
    expect(seen).toEqual([1]);
  });

  test('made before the line is there is asked for when it is', () => {
    begin();
    connection.subscribe('wall', 'k0', follower);
    server.socket.ready();
    expect(server.socket.of('subscribe')).toEqual([
      { type: 'subscribe', id: 's1', topic: 'wall', after: 'k0' },
    ]);
  });

  test('whose cursor is unknown is told to fetch afresh, and is not resumed', () => {
    online();
    connection.subscribe('inbox', 'old', follower);
    server.socket.say({ type: 'resync', id: 's1' });
    expect(resyncs).toBe(1);
    again();
    expect(server.socket.of('subscribe')).toEqual([]);
  });

  test('refused is told why', () => {
    const onRefused = vi.fn();
    online();
    connection.subscribe('wall', 'k0', { ...follower, onRefused });
    const refusal = { code: 'forbidden', permission: 'wall.watch' } as const;
    server.socket.say({ type: 'refused', clientId: null, id: 's1', refusal });
    expect(onRefused).toHaveBeenCalledWith(refusal);
  });

  test('ended hears nothing more', () => {
    online();
    const stop = connection.subscribe('inbox', 'k0', follower);
    stop();
    expect(server.socket.of('unsubscribe')).toEqual([{ type: 'unsubscribe', id: 's1' }]);
    server.socket.say({ type: 'events', id: 's1', events: [posted(1)], cursor: 'k1' });
    expect(seen).toEqual([]);
  });
});

describe('marks', () => {
  test('read moves forward only, and is said again after a cut; so is presence', () => {
    online();
    connection.read('a', 5);
    connection.read('a', 3);
    connection.presence('away');
    expect(server.socket.of('read')).toEqual([{ type: 'read', conversationId: 'a', upTo: 5 }]);
    again();
    expect(server.socket.of('read')).toEqual([{ type: 'read', conversationId: 'a', upTo: 5 }]);
    expect(server.socket.of('presence')).toEqual([{ type: 'presence', state: 'away' }]);
  });

  test('typing is said now or never, and heard by who listens', () => {
    const heard: string[] = [];
    begin();
    const stop = connection.onFrame((frame) => heard.push(frame.type));
    connection.typing('a', true);
    server.socket.ready();
    expect(server.socket.of('typing')).toEqual([]);
    server.socket.say({ type: 'typing', conversationId: 'a', from: 'agent', name: '小云', typing: true });
    stop();
    server.socket.say({ type: 'pong' });
    expect(heard).toEqual(['ready', 'typing']);
  });
});
