/**
 * Passing words between the nodes that share a database: who looks, who types, who is there. They travel as notifications of
 * PostgreSQL, so nothing is stored, and a node that is away has missed them. Nodes know one another by their beat: whoever
 * comes is told what stands, what a node said ends with it, and a node alone says nothing but its beat.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { v4 as uuid } from 'uuid';

export interface Relay {
  /** To all other nodes, in this order; while the database is away, to nobody. */
  say(topic: string, body: object): void;
  /** `node`: who said it. */
  hear(topic: string, listener: (body: never, node: string) => void): void;
  /** Another node has come, and knows nothing yet: say again what it should know. */
  onJoin(listener: () => void): void;
  /** A node has gone, and what it said with it. */
  onLeave(listener: (node: string) => void): void;
  stop(): Promise<void>;
}

interface Said {
  node: string;
  topic: string;
  body?: object;
}

const channel = 'yinuo_relay';
/** PostgreSQL takes less than 8000. */
const mostBytes = 7900;
const retryMs = 1000;

export function openRelay(url: string, onFailure: (error: unknown) => void, beatMs = 5000): Relay {
  const node = uuid();
  const listeners = new Map<string, (body: never, node: string) => void>();
  const joined: (() => void)[] = [];
  const left: ((node: string) => void)[] = [];
  /** Until when they are given up, unless they are heard. */
  const peers = new Map<string, NodeJS.Timeout>();
  let line: pg.Client | null = null;
  let stopped = false;
  const beating = setInterval(() => send('beat'), beatMs);
  const finished = run();

  return {
    say: (topic, body) => void (peers.size > 0 && send(topic, body)),
    hear: (topic, listener) => void listeners.set(topic, listener),
    onJoin: (listener) => void joined.push(listener),
    onLeave: (listener) => void left.push(listener),
    async stop() {
      stopped = true;
      clearInterval(beating);
      send('bye');
      await line?.end();
      await finished;
    },
  };

  async function run() {
    while (!stopped) {
      // A database that can't be reached is told by whoever reads the log.
      await listen().catch(() => undefined);
      line = null;
      for (const peer of peers.keys()) lose(peer);
      if (!stopped) await pause(retryMs);
    }
  }

  /** Resolves when the line is cut. */
  async function listen() {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      pipeline: true,
    } as pg.ClientConfig);
    const cut = Promise.withResolvers<void>();
    client.on('error', () => cut.resolve());
    client.on('end', () => cut.resolve());
    client.on('notification', ({ payload }) => receive(JSON.parse(payload!) as Said));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      if (stopped) return;
      line = client;
      send('hello');
      await cut.promise;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  function send(topic: string, body?: object) {
    if (!line) return;
    const text = JSON.stringify({ node, topic, body } satisfies Said);
    if (Buffer.byteLength(text) > mostBytes) return onFailure(new Error(`too long for the relay: ${topic}`));
    // Where the line is cut meanwhile, everything that stands is said again.
    line.query('select pg_notify($1, $2)', [channel, text]).catch(() => undefined);
  }

  function receive({ node: from, topic, body }: Said) {
    if (from === node) return;
    if (topic === 'bye' || topic === 'hello') lose(from);
    if (topic === 'bye') return;
    const isNew = !peers.has(from);
    clearTimeout(peers.get(from));
    peers.set(from, setTimeout(lose, beatMs * 3, from).unref());
    if (isNew) {
      send('beat');
      for (const listener of joined) listener();
    }
    listeners.get(topic)?.(body as never, from);
  }

  function lose(peer: string) {
    clearTimeout(peers.get(peer));
    if (peers.delete(peer)) for (const listener of left) listener(peer);
  }
}

/** A node that has no others. */
export const alone: Relay = {
  say: () => undefined,
  hear: () => undefined,
  onJoin: () => undefined,
  onLeave: () => undefined,
  stop: async () => undefined,
};
