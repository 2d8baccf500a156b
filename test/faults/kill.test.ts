/** `kill -9` of the server and of the database while people talk: nothing that was acknowledged is lost, nothing doubles. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ThreadAnswer } from '../../core/api.ts';
import type { Event } from '../../core/events.ts';
import type { Connection } from '../../live/connection.ts';
import { newId } from '../../live/ids.ts';
import { until } from '../until.ts';
import type { RunningDesk } from './running-desk.ts';
import { makeRunningDesk } from './running-desk.ts';

const customers = 5;
const complaints = 30;
const betweenComplaintsMs = 400;
/** Few enough for the widget's own rate limit. */
const betweenMessagesMs = 120;

interface Said {
  text: string;
  seq: number;
  messageId: string;
}
interface Talk {
  conversationId: string;
  visitorToken: string;
  customer: Connection;
  seen: Event[];
  sent: string[];
  acknowledged: Said[];
}

let desk: RunningDesk;

beforeAll(async () => {
  desk = await makeRunningDesk();
  await desk.start();
}, 120_000);
afterAll(() => desk.remove(), 60_000);

test('everybody carries on, and what was acknowledged is there, once and in order', async () => {
  const supervisor = await desk.signIn('yunduo:shen');
  const agents = await Promise.all(['lin', 'zhou', 'chen'].map((login) => desk.signIn(`yunduo:${login}`)));
  const talks = await Promise.all(Array.from({ length: customers }, begin));
  for (const [i, { conversationId }] of talks.entries()) {
    const { agentId } = agents[i % agents.length]!;
    await supervisor.post(`/api/v1/conversations/${conversationId}/assign`, { agentId });
  }

  const grieved = await Promise.all(Array.from({ length: complaints }, () => desk.openWidget()));
  const complained: string[] = [];

  let over = false;
  const writing = talks.flatMap((talk, i) => [
    write(talk, talk.customer, `顾客${i}`),
    write(talk, agents[i % agents.length]!.connection, `客服${i}`),
  ]);
  const complaining = complainOneByOne();
  await moreAcknowledged(20);
  await desk.killServer();
  await desk.start();
  await moreAcknowledged(30);
  desk.killDatabase();
  await moreAcknowledged(30);
  // Both at once: the next start finds a database that nobody ended.
  desk.killDatabase();
  await desk.killServer();
  await desk.start();
  await moreAcknowledged(30);
  over = true;
  await Promise.all([...writing, complaining]);

  for (const { visitorToken, conversationId, sent, acknowledged, seen } of talks) {
    const stored = await desk.stored(visitorToken);
    expect(
      stored.map(({ seq }) => seq),
      'no gap',
    ).toEqual(stored.map((_, i) => i + 1));
    expect(stored.map(({ text }) => text).toSorted(), 'each once').toEqual(sent.toSorted());
    expect(acknowledged).toHaveLength(sent.length);
    for (const { seq, text, messageId } of acknowledged)
      expect(stored[seq - 1], 'where it was acknowledged').toMatchObject({ text, messageId });
    await until('the last message', () => posted(seen).at(-1)?.seq === stored.length);
    expect(posted(seen), 'seen as stored').toEqual(
      stored.map(({ seq, text, messageId }) => ({ conversationId, seq, text, messageId })),
    );
  }
  for (const conversationId of complained) {
    const alert = await until('the alert, though the complaint came while all fell down', async () => {
      const { alerts } = await supervisor.get<ThreadAnswer>(`/api/v1/conversations/${conversationId}`);
      return (
        alerts.some(({ cause }) => cause.kind === 'rule') &&
        alerts.filter(({ cause }) => cause.kind === 'rule')
      );
    });
    expect(alert, 'raised once').toHaveLength(1);
  }

  for (const { connection } of [supervisor, ...agents]) connection.close();
  for (const { customer } of talks) customer.close();

  async function write(talk: Talk, by: Connection, name: string) {
    for (let i = 1; !over; i++) {
      await say(talk, by, `${name} 第${i}句`);
      await pause(betweenMessagesMs);
    }
  }

  /** Each of them for the first time, so that each must be judged and raise its own alert. */
  async function complainOneByOne() {
    for (const { visitorToken, view } of grieved) {
      if (over) return;
      const customer = desk.connectVisitor(visitorToken!);
      await customer.send({
        clientId: newId(),
        conversationId: view.conversationId,
        text: '我要打12315投诉',
      });
      customer.close();
      complained.push(view.conversationId);
      await pause(betweenComplaintsMs);
    }
  }

  async function moreAcknowledged(count: number) {
    const enough = acknowledgedNow() + count;
    for (const deadline = performance.now() + 60_000; acknowledgedNow() < enough; await pause(20))
      if (performance.now() > deadline) throw new Error('nobody carries on');
  }

  function acknowledgedNow() {
    return talks.reduce((sum, talk) => sum + talk.acknowledged.length, 0);
  }
}, 300_000);

/** A customer who has written once, and listens. */
async function begin(): Promise<Talk> {
  const session = await desk.openWidget();
  const visitorToken = session.visitorToken!;
  const { conversationId } = session.view;
  const customer = desk.connectVisitor(visitorToken);
  const talk: Talk = { conversationId, visitorToken, customer, seen: [], sent: [], acknowledged: [] };
  customer.subscribe({ conversation: conversationId }, session.cursor, {
    onEvents: (events) => void talk.seen.push(...events),
    onResync: () => {
      throw new Error('the cursor was lost');
    },
  });
  await say(talk, customer, '有人在吗');
  return talk;
}

async function say({ conversationId, sent, acknowledged }: Talk, by: Connection, text: string) {
  sent.push(text);
  const { seq, messageId } = await by.send({ clientId: newId(), conversationId, text });
  acknowledged.push({ text, seq, messageId });
}

function posted(events: Event[]) {
  return events.flatMap((event) => {
    if (event.type !== 'message.posted') return [];
    const { conversationId, seq, text, messageId } = event;
    return [{ conversationId, seq, text, messageId }];
  });
}
