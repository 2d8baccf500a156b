/** Each use case, as a supervisor's screen follows it: folding what was delivered gives what a fresh read gives. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HoldAnswer, InboxPage, ThreadAnswer } from '../../../core/api.ts';
import { apply } from '../../../core/conversations/apply.ts';
import { applyToThread } from '../../../core/conversations/thread.ts';
import type { Thread } from '../../../core/conversations/thread.ts';
import type { EventType } from '../../../core/events.ts';
import type { DeskClient, Visitor } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';

const rude = '说明书不是写了吗，您自己不会看吗？';
const insulting = '你是猪吗，脑子有病';

let desk: Desk;
let shop: TestShop;
let supervisor: DeskClient;

beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  supervisor = await desk.signIn(shop, 'supervisor');
});
afterAll(() => desk.stop());

interface Served {
  visitor: Visitor;
  agent: DeskClient;
  conversationId: string;
  path: string;
}
interface UseCase {
  name: string;
  /** What happened before the screen was opened. */
  before?(served: Served): Promise<unknown>;
  act(served: Served): Promise<unknown>;
  /** The last thing that follows. */
  until: EventType;
  holds?(thread: Thread): void;
}

const useCases: UseCase[] = [
  {
    name: 'a customer writes again',
    act: ({ visitor }) => visitor.say('在吗？有没有货'),
    until: 'message.posted',
    holds: ({ conversation }) => expect(conversation).toMatchObject({ seq: 2, unread: 2 }),
  },
  {
    name: 'an agent answers',
    act: ({ agent, path }) => done(agent.post(`${path}/messages`, reply('好的，马上帮您看看'))),
    until: 'message.posted',
    holds: ({ conversation, messages }) => {
      expect(conversation.waitingSince).toBeNull();
      expect(messages.map(({ author, authorName }) => [author, authorName])).toEqual([
        ['customer', null],
        ['agent', shop.people.agent.name],
      ]);
    },
  },
  {
    name: 'a supervisor assigns it to another agent',
    act: ({ path }) => done(supervisor.post(`${path}/assign`, { agentId: shop.people.presales.agentId })),
    until: 'episode.assigned',
    holds: ({ conversation }) => expect(conversation.assigneeId).toBe(shop.people.presales.agentId),
  },
  {
    name: 'an agent hands it to a colleague with a note',
    act: ({ agent, path }) =>
      done(
        agent.post(`${path}/transfer`, { agentId: shop.people.presales.agentId, note: '答应她周三前补发' }),
      ),
    until: 'episode.assigned',
    holds: ({ notes, marks }) => {
      expect(notes).toMatchObject([{ kind: 'handover', text: '答应她周三前补发', afterSeq: 1 }]);
      expect(marks.at(-1)!.event).toMatchObject({ type: 'episode.assigned', by: 'transfer' });
    },
  },
  {
    name: 'an agent hands it to another group’s queue, and somebody there claims it',
    act: async ({ agent, path }) => {
      await done(agent.post(`${path}/transfer`, { group: 'pre-sales', note: '想再看看别的款' }));
      await done((await desk.signIn(shop, 'presales')).post(`${path}/claim`));
    },
    until: 'episode.assigned',
    holds: ({ conversation }) =>
      expect(conversation).toMatchObject({
        group: 'pre-sales',
        state: 'assigned',
        assigneeId: shop.people.presales.agentId,
      }),
  },
  {
    name: 'a supervisor takes it over',
    act: ({ path }) => done(supervisor.post(`${path}/take-over`)),
    until: 'episode.assigned',
    holds: ({ conversation }) => expect(conversation.assigneeId).toBe(shop.people.supervisor.agentId),
  },
  {
    name: 'an agent notes something',
    act: ({ agent, path }) => done(agent.post(`${path}/notes`, { text: '老客户，上次也是尺码' })),
    until: 'note.added',
    holds: ({ notes }) => expect(notes).toMatchObject([{ kind: 'note', authorName: shop.people.agent.name }]),
  },
  {
    name: 'a supervisor whispers',
    act: ({ path }) => done(supervisor.post(`${path}/whispers`, { text: '先道歉再说' })),
    until: 'note.added',
    holds: ({ notes }) => expect(notes).toMatchObject([{ kind: 'whisper', text: '先道歉再说' }]),
  },
  {
    name: 'the agent reads up to a message, though another came since',
    before: ({ visitor }) => visitor.say('在吗？'),
    act: async ({ agent, path, visitor }) => {
      await visitor.say('人呢？');
      await done(agent.post(`${path}/read`, { upTo: 2 }));
    },
    until: 'message.read',
    holds: ({ conversation }) => expect(conversation).toMatchObject({ readByAgent: 2, unread: 1 }),
  },
  {
    name: 'the agent reads further than anything was said',
    act: ({ agent, path }) => done(agent.post(`${path}/read`, { upTo: 1000 })),
    until: 'message.read',
    holds: ({ conversation }) => expect(conversation).toMatchObject({ readByAgent: 1, unread: 0 }),
  },
  {
    name: 'the customer reads',
    before: ({ agent, path }) => done(agent.post(`${path}/messages`, reply('好的，马上帮您看看'))),
    act: async ({ visitor, conversationId }) => {
      const socket = await visitor.socket();
      socket.send({ type: 'read', conversationId, upTo: 2 });
      await socket.roundTrip();
    },
    until: 'message.read',
    holds: ({ conversation }) => expect(conversation).toMatchObject({ readByCustomer: 2, unread: 1 }),
  },
  {
    name: 'a supervisor finds the block wrong, and the reply leaves',
    act: async (served) => {
      const { holdId } = await held(served, rude);
      await done(
        supervisor.post(`${served.path}/holds/${holdId}/release`, { verdict: 'wrong', reason: '误判' }),
      );
    },
    until: 'finding.settled',
    holds: (thread) => {
      expect(thread.holds).toMatchObject([{ outcome: 'released' }]);
      expect(thread.conversation.heldReplies).toBe(0);
      expect(thread.messages.at(-1)).toMatchObject({ author: 'agent', text: rude });
      expect(thread.findings).toMatchObject([{ verdict: 'wrong', messageSeq: 2 }]);
    },
  },
  {
    name: 'a supervisor takes the risk of an insult, and the reply leaves',
    act: async (served) => {
      const { holdId, ownReasonFrom } = await held(served, insulting);
      expect(ownReasonFrom).toBeNull();
      const decision = { verdict: 'risk-taken', reason: '我来负责' };
      await done(supervisor.post(`${served.path}/holds/${holdId}/release`, decision));
    },
    until: 'finding.settled',
    holds: ({ findings }) => expect(findings[0]).toMatchObject({ verdict: 'risk-taken' }),
  },
  {
    name: 'a supervisor refuses it: nothing leaves',
    act: async (served) => {
      const { holdId } = await held(served, rude);
      await done(supervisor.post(`${served.path}/holds/${holdId}/refuse`, { reason: '请换个说法' }));
    },
    until: 'reply.decided',
    holds: ({ holds, messages, conversation }) => {
      expect(holds).toMatchObject([{ outcome: 'refused' }]);
      expect(messages).toHaveLength(1);
      expect(conversation.heldReplies).toBe(0);
    },
  },
  {
    name: 'the agent withdraws it: nothing leaves',
    act: async (served) => {
      const { holdId } = await held(served, rude);
      await done(served.agent.post(`${served.path}/holds/${holdId}/withdraw`));
    },
    until: 'reply.decided',
    holds: ({ holds, messages }) => {
      expect(holds).toMatchObject([{ outcome: 'withdrawn' }]);
      expect(messages).toHaveLength(1);
    },
  },
  {
    name: 'an angry customer changes the mood, raises an alert and goes to the front',
    act: ({ visitor }) => visitor.say('我要打12315投诉你们，孩子起红疹了！'),
    until: 'episode.urgent',
    holds: ({ conversation, alerts, findings }) => {
      expect(conversation).toMatchObject({ urgency: 2, openAlerts: alerts.length });
      expect(alerts[0]).toMatchObject({ messageSeq: 2, acknowledgedBy: null });
      expect(findings[0]).toMatchObject({ rule: 'complaint.sensitive', weight: 'alert', messageSeq: 2 });
      expect(conversation.mood).not.toBe('calm');
    },
  },
  {
    name: 'a supervisor takes notice of the alert',
    before: async ({ visitor, conversationId }) => {
      const wall = await supervisor.listening('wall');
      await visitor.say('我要打12315投诉你们');
      await wall.event('alert.raised', (event) => event.conversationId === conversationId);
    },
    act: async ({ path }) => {
      const { alerts } = await read<ThreadAnswer>(supervisor, path);
      for (const { alertId } of alerts) await done(supervisor.post(`/api/v1/alerts/${alertId}/acknowledge`));
    },
    until: 'alert.acknowledged',
    holds: ({ conversation, alerts }) => {
      expect(conversation.openAlerts).toBe(0);
      expect(alerts.every((alert) => alert.acknowledgedBy === shop.people.supervisor.agentId)).toBe(true);
    },
  },
  {
    name: 'the agent resolves it, and it is scored',
    before: ({ agent, path }) => done(agent.post(`${path}/messages`, reply('好的，马上帮您看看'))),
    act: ({ agent, path }) => done(agent.post(`${path}/resolve`)),
    until: 'episode.scored',
    holds: ({ conversation }) => {
      expect(conversation.state).toBe('closed');
      expect(conversation.episode!.points).toBeTypeOf('number');
    },
  },
  {
    name: 'the customer comes back after the close: a second episode',
    before: async ({ agent, path }) => {
      await done(agent.post(`${path}/resolve`));
      await until('the score', async () => (await read<ThreadAnswer>(supervisor, path)).scores[0]);
    },
    act: ({ visitor }) => visitor.say('还想问一下，颜色能换吗'),
    until: 'message.posted',
    holds: ({ conversation, messages }) => {
      expect(conversation.episode).toMatchObject({ number: 2, firstSeq: 2, closedAt: null });
      expect(new Set(messages.map((one) => one.episodeId)).size).toBe(2);
      expect(conversation.ownAgentId).toBe(shop.people.agent.agentId);
    },
  },
];

test.each(useCases)('$name', async ({ before, act, until: last, holds }) => {
  const served: Served = await desk.served(shop);
  const { conversationId, path } = served;
  await before?.(served);
  const snapshot = await read<ThreadAnswer>(supervisor, path);
  const inbox = await read<InboxPage>(supervisor, '/api/v1/conversations?view=all');
  const row = inbox.rows.find((one) => one.conversationId === conversationId)!;
  const socket = await supervisor.socket();
  const own = socket.subscribe({ conversation: conversationId }, snapshot.cursor);
  const shops = socket.subscribe('inbox', inbox.cursor);
  await act(served);
  await socket.event(last, (event) =>
    'staffSeq' in event ? event.staffSeq > snapshot.conversation.staffSeq : true,
  );

  const eventsOf = (id: string) =>
    socket.of('events').flatMap((frame) => (frame.id === id ? frame.events : []));
  const folded = () => eventsOf(own).reduce<Thread>(applyToThread, threadOf(snapshot));
  await until('everything that was stored', async () => {
    const { seq, staffSeq, readByAgent, readByCustomer } = (await read<ThreadAnswer>(supervisor, path))
      .conversation;
    return [
      folded().conversation,
      eventsOf(shops)
        .filter((one) => one.conversationId === conversationId)
        .reduce(apply, row),
    ].every(
      (state) =>
        state.seq === seq &&
        state.staffSeq === staffSeq &&
        state.readByAgent === readByAgent &&
        state.readByCustomer === readByCustomer,
    );
  });
  const fresh = await read<ThreadAnswer>(supervisor, path);
  expect(folded()).toEqual(threadOf(fresh));
  const listed = (await read<InboxPage>(supervisor, '/api/v1/conversations?view=all')).rows;
  expect(
    eventsOf(shops)
      .filter((one) => one.conversationId === conversationId)
      .reduce(apply, row),
  ).toEqual(listed.find((one) => one.conversationId === conversationId));
  holds?.(folded());
  await socket.end();
});

test('nothing failed on the way', () => {
  expect(desk.failures).toEqual([]);
});

async function held({ agent, path }: Served, text: string): Promise<HoldAnswer> {
  const words = reply(text);
  expect((await agent.post(`${path}/messages`, words)).status, 'blocked').toBe(422);
  const { status, body } = await agent.post<HoldAnswer>(`${path}/holds`, words);
  expect(status).toBe(201);
  return body;
}

function reply(text: string) {
  return { clientId: crypto.randomUUID(), text };
}

async function done(answer: Promise<{ status: number; text: string }>): Promise<void> {
  const { status, text } = await answer;
  expect(status, text).toBeLessThan(300);
}

async function read<T>(client: DeskClient, path: string): Promise<T> {
  const { status, body, text } = await client.get<T>(path);
  expect(status, text).toBe(200);
  return body;
}

function threadOf({
  conversation,
  messages,
  notes,
  findings,
  alerts,
  marks,
  holds,
  scheduled,
}: Thread): Thread {
  return { conversation, messages, notes, findings, alerts, marks, holds, scheduled };
}
