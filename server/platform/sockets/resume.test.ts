/** A client that was away resumes from its cursor and misses nothing; one that can't be resumed is told so. */
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Colleague, InboxPage, ThreadAnswer } from '../../../core/api.ts';
import type { Thread } from '../../../core/conversations/thread.ts';
import { applyToThread } from '../../../core/conversations/thread.ts';
import type { Event } from '../../../core/events.ts';
import type { Cursor, Topic } from '../../../core/wire.ts';
import { maxTextLength } from '../../../core/wire.ts';
import type { DeskClient, Visitor } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';

let desk: Desk;
let shop: TestShop;
let supervisor: DeskClient;

beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  supervisor = await desk.signIn(shop, 'supervisor');
});
afterAll(() => desk.stop());

describe('whatever cuts the line', () => {
  test('every event comes once and in order', async () => {
    const cuts = fc.array(fc.nat(4), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(cuts, fc.boolean(), async (framesBeforeEachCut, asCustomer) => {
        const visitor = await desk.visit(shop);
        await visitor.say('0');
        const count = 15;
        const talking = talk(visitor, count);
        const reader = asCustomer ? visitor : supervisor;
        const topic = { conversation: visitor.conversationId };
        const after = asCustomer ? visitor.session.cursor : (await inbox()).cursor;
        const seen = await followThroughCuts(reader, topic, after, framesBeforeEachCut, `${count}`);
        await talking;
        const texts = seen.flatMap((event) => (event.type === 'message.posted' ? [event.text] : []));
        const first = Number(texts[0]);
        expect(texts).toEqual(Array.from({ length: count - first + 1 }, (_, i) => `${first + i}`));
        if (asCustomer) expect(first).toBe(0);
        const staffSeqs = seen.flatMap((event) => ('staffSeq' in event ? [event.staffSeq] : []));
        expect(staffSeqs).toEqual(staffSeqs.map((_, i) => staffSeqs[0]! + i));
      }),
      { numRuns: 12 },
    );
  });

  async function talk(visitor: Visitor, count: number) {
    for (let i = 1; i <= count; i++) await visitor.say(`${i}`);
  }

  /** Is cut off after so many frames each time, until it has heard the last word. */
  async function followThroughCuts(
    reader: DeskClient | Visitor,
    topic: Topic,
    after: Cursor,
    cuts: number[],
    last: string,
  ): Promise<Event[]> {
    const seen: Event[] = [];
    const heardAll = () => seen.some((event) => event.type === 'message.posted' && event.text === last);
    for (const frames of [...cuts, Infinity]) {
      const socket = await reader.socket();
      socket.subscribe(topic, after);
      await until('the cut or the end', () => {
        const events = socket.events;
        return (
          socket.of('events').length >= frames ||
          events.some((event) => event.type === 'message.posted' && event.text === last) ||
          heardAll()
        );
      });
      socket.raw.terminate();
      seen.push(...socket.events);
      after = socket.of('events').at(-1)?.cursor ?? after;
      if (heardAll()) break;
    }
    return seen;
  }
});

test('a snapshot taken while a long transaction runs is continued without a hole, and repeats change nothing', async () => {
  const visitor = await desk.visit(shop);
  await visitor.say('1');
  const path = `/api/v1/conversations/${visitor.conversationId}`;
  const owner = new pg.Client({ connectionString: desk.database.ownerUrl });
  await owner.connect();
  await owner.query('begin; select pg_current_xact_id()');
  for (const text of ['2', '3']) await visitor.say(text);
  const snapshot = (await supervisor.get<ThreadAnswer>(path)).body;
  expect(snapshot.messages.map(({ text }) => text)).toEqual(['1', '2', '3']);
  const early = await supervisor.socket();
  early.subscribe({ conversation: visitor.conversationId }, snapshot.cursor);
  for (const text of ['4', '5']) await visitor.say(text);
  await early.roundTrip();
  const late = await supervisor.socket();
  late.subscribe({ conversation: visitor.conversationId }, snapshot.cursor);
  await late.roundTrip();
  await owner.query('rollback');
  await owner.end();
  for (const socket of [early, late]) {
    await socket.event('message.posted', ({ text }) => text === '5');
    const seqs = socket.events.flatMap((event) => (event.type === 'message.posted' ? [event.seq] : []));
    expect(seqs, 'each once').toEqual([...new Set(seqs)]);
    const { messages } = socket.events.reduce<Thread>(applyToThread, snapshot);
    expect(messages.map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
  }
});

describe('a cursor that says nothing here', () => {
  const elsewhere = 'aaaaaaaa-6a55-4f0c-9d3a-aaaaaaaaaaaa';
  test.each([
    ['of another database', () => `${elsewhere}.5.1`],
    ['of a future that never was', (cursor: Cursor) => cursor.replace(/\.\d+\.\d+$/, `.${2n ** 60n}.0`)],
    ['cut short', (cursor: Cursor) => cursor.slice(0, -2)],
    ['made up', () => 'yesterday'],
    ['empty', () => ''],
  ])('%s is answered with a resync; a fresh one goes on', async (_, change) => {
    const { cursor } = await inbox();
    for (const client of [supervisor, await desk.visit(shop)]) {
      const socket = await client.socket();
      const topic: Topic =
        client === supervisor ? 'inbox' : { conversation: (client as Visitor).conversationId };
      const id = socket.subscribe(topic, change(cursor));
      await socket.frame('resync', (frame) => frame.id === id);
      const fresh = socket.subscribe(topic, (await inbox()).cursor);
      const visitor = client === supervisor ? await desk.visit(shop) : (client as Visitor);
      await visitor.say('在吗');
      const { events } = await socket.frame('events', (frame) => frame.id === fresh);
      expect(events.length).toBeGreaterThan(0);
      expect(socket.of('events').some((frame) => frame.id === id)).toBe(false);
      await socket.end();
    }
  });
});

test('a reader that stops reading is cut off, the others are not, and it resumes with nothing missing', async () => {
  const { cursor } = await inbox();
  const slow = await supervisor.available();
  const topics = Array.from({ length: 60 }, () => slow.subscribe('inbox', cursor));
  await slow.roundTrip();
  const quick = await (await desk.signIn(shop, 'lead')).listening('inbox');
  slow.raw.pause();

  const visitor = await desk.visit(shop);
  let said = 0;
  await until('the cut', async () => {
    await visitor.say(`${++said} ${'很长'.repeat((maxTextLength - 10) / 2)}`);
    const { body } = await supervisor.get<Colleague[]>('/api/v1/agents');
    return body.find((one) => one.agentId === supervisor.person.agentId)!.presence === 'offline';
  });
  await quick.event(
    'message.posted',
    ({ conversationId, seq }) => conversationId === visitor.conversationId && seq === said,
  );
  expect(quick.closed).toBeNull();

  slow.raw.resume();
  await until('the close', () => slow.closed !== null);
  const own = slow.of('events').filter((frame) => frame.id === topics[0]);
  const again = await supervisor.socket();
  again.subscribe('inbox', own.at(-1)?.cursor ?? cursor);
  await again.event(
    'message.posted',
    ({ conversationId, seq }) => conversationId === visitor.conversationId && seq === said,
  );
  const seqs = [...own.flatMap((frame) => frame.events), ...again.events].flatMap((event) =>
    event.type === 'message.posted' && event.conversationId === visitor.conversationId ? [event.seq] : [],
  );
  expect(seqs).toEqual(Array.from({ length: said }, (_, i) => i + 1));
});

test('nothing failed on the way', () => {
  expect(desk.failures).toEqual([]);
});

async function inbox(): Promise<InboxPage> {
  return (await supervisor.get<InboxPage>('/api/v1/conversations?view=all')).body;
}
