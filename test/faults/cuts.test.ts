/** The line is cut before a message arrives, or after it was stored and before its ack: the client repeats, nothing doubles. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Event } from '../../core/events.ts';
import type { ServerFrame } from '../../core/wire.ts';
import type { Connection } from '../../live/connection.ts';
import { connect } from '../../live/connection.ts';
import { newId } from '../../live/ids.ts';
import type { DeskClient, Visitor } from '../client.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import type { TestShop } from '../shops.ts';
import { until } from '../until.ts';

let desk: Desk;
let shop: TestShop;
let owner: pg.Client;
const connections: Connection[] = [];

beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  owner = new pg.Client({ connectionString: desk.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  for (const connection of connections) connection.close();
  await owner.end();
  await desk.stop();
});

/** What happens to each message on its first way: it never arrives, its ack never arrives, or neither. */
const fates: Fate[] = ['lost', 'ack lost', 'fine', 'ack lost', 'lost', 'fine'];

describe.each(['customer', 'agent'] as const)('a %s whose line is cut again and again', (who) => {
  test('is heard once, in the order of writing, and hears all', async () => {
    const { visitor, agent, conversationId } = await desk.served(shop);
    const writer = who === 'agent' ? agent : visitor;
    const connection = line(writer, [...fates]);
    const seen: Event[] = [];
    connection.subscribe({ conversation: conversationId }, visitor.session.cursor, {
      onEvents: (events) => void seen.push(...events),
      onResync: () => expect.unreachable('the cursor was good'),
    });
    const texts = fates.map((fate, i) => `第${i}句，${fate}`);
    const acks = await Promise.all(
      texts.map((text) => connection.send({ clientId: newId(), conversationId, text })),
    );
    expect(acks.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6, 7]);
    const stored = await messagesOf(conversationId);
    expect(stored.slice(1)).toEqual(texts.map((text, i) => ({ seq: i + 2, text })));
    const posted = () => seen.flatMap((event) => (event.type === 'message.posted' ? [event.seq] : []));
    await until('the last one', () => posted().includes(7));
    expect(posted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

test('a cut while the commit is under way: the repetition waits for it and gets its number', async () => {
  const { visitor, conversationId } = await desk.served(shop);
  const connection = line(visitor, []);
  await owner.query('begin; lock table events in share mode');
  const answered = connection.send({ clientId: newId(), conversationId, text: '提交途中' });
  await until('a write that waits', async () => (await waiting()) > 0);
  const before = cuttable.at(-1)!;
  before.terminate();
  const again = await until('another line', () => {
    const last = cuttable.at(-1)!;
    return last !== before && last.said.some((frame) => frame.includes('"send"')) && last;
  });
  expect(again.readyState).toBe(WebSocket.OPEN);
  await owner.query('rollback');
  expect((await answered).seq).toBe(2);
  expect(await messagesOf(conversationId)).toHaveLength(2);
});

test('nothing failed on the way', () => {
  expect(desk.failures).toEqual([]);
});

type Fate = 'lost' | 'ack lost' | 'fine';
const cuttable: CuttableSocket[] = [];

function line(writer: DeskClient | Visitor, remaining: Fate[]): Connection {
  const path = 'me' in writer ? '/api/v1/socket' : '/widget/v1/socket';
  const connection = connect({
    url: desk.url + path,
    authenticate: 'me' in writer ? undefined : () => Promise.resolve(writer.token),
    open: (url) => new CuttableSocket(url, writer.headers, remaining) as unknown as globalThis.WebSocket,
    random: () => 0,
  });
  connections.push(connection);
  return connection;
}

/** Cuts itself where the next message's fate says so. */
class CuttableSocket extends WebSocket {
  readonly said: string[] = [];
  readonly #fates: Fate[];

  constructor(url: string, headers: Record<string, string>, fates: Fate[]) {
    super(url, { headers });
    this.#fates = fates;
    super.on('error', () => {});
    cuttable.push(this);
  }

  override send(text: string): void {
    this.said.push(text);
    if (text.includes('"type":"send"') && this.#fates[0] === 'lost') return this.#cut('fine');
    super.send(text);
  }

  override emit(name: string, ...rest: unknown[]): boolean {
    if (name !== 'message') return super.emit(name, ...rest);
    const frame = JSON.parse(String(rest[0])) as ServerFrame;
    if (frame.type === 'ack') {
      if (this.#fates[0] === 'ack lost') return (this.#cut('fine'), false);
      this.#fates.shift();
    }
    return super.emit(name, ...rest);
  }

  /** The next attempt goes through. */
  #cut(next: Fate): void {
    this.#fates[0] = next;
    this.terminate();
  }
}

async function waiting(): Promise<number> {
  const { rows } = await owner.query(
    `select 1 from pg_locks where not granted and relation = 'events'::regclass`,
  );
  return rows.length;
}

async function messagesOf(conversationId: string): Promise<{ seq: number; text: string }[]> {
  const { rows } = await owner.query<{ seq: number; text: string }>(
    'select seq, text from messages where conversation_id = $1 order by seq',
    [conversationId],
  );
  return rows;
}
