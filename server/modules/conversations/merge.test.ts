/** Two threads of one customer become one: what the customer writes on the old one arrives, numbered without a gap for both. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SameCustomer, ThreadAnswer, WidgetSession } from '../../../core/api.ts';
import type { Visitor } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import type { TestSocket } from '../../../test/socket.ts';
import { until } from '../../../test/until.ts';

let desk: Desk;
let shop: TestShop;

beforeAll(async () => {
  desk = await startDesk();
});
beforeEach(async () => {
  shop = await desk.addShop();
});
afterAll(async () => {
  await desk.stop();
  expect(desk.failures).toEqual([]);
});

/** Somebody nobody knows, and a member; both answered by the same agent. */
async function two() {
  const unknown = await desk.served(shop, 'agent', { text: '你好，我昨天问过' });
  const identityToken = await shop.sign('member-1', { name: '王女士', phones: ['13912345678'] });
  const member = await desk.served(shop, 'agent', { text: '杯子漏水，要换一个', identityToken });
  for (const { agent, path } of [unknown, member]) await answer(agent, path, '好的，已为您登记');
  return { unknown, member, agent: unknown.agent };
}

let answers = 0;
const answer = (agent: Awaited<ReturnType<Desk['served']>>['agent'], path: string, text: string) =>
  agent.post(`${path}/messages`, { clientId: `an-answer-${++answers}`, text });

const thread = async (agent: Awaited<ReturnType<Desk['served']>>['agent'], path: string) =>
  (await agent.get<ThreadAnswer>(path)).body;

const again = async (visitor: Visitor): Promise<WidgetSession> =>
  (await desk.visit(shop, { visitorToken: visitor.token })).session;

const numbers = ({ view }: WidgetSession) => view.messages.map(({ seq }) => seq);
const texts = ({ view }: WidgetSession) => view.messages.map(({ text }) => text);

describe('after the merge', () => {
  test('the old thread is closed and scored, and each says where the other is', async () => {
    const { unknown, member, agent } = await two();
    const merged = await agent.post(`${unknown.path}/merge`, { into: member.conversationId });
    expect(merged.status).toBe(200);
    await until('the score', async () => (await thread(agent, unknown.path)).scores.length === 1);
    const { conversation } = await thread(agent, unknown.path);
    expect(conversation).toMatchObject({ state: 'closed', mergedInto: member.conversationId });
    const mark = await until('the mark in the other', async () =>
      (await thread(agent, member.path)).marks.find(({ event }) => event.type === 'conversation.joined'),
    );
    expect(mark.event).toMatchObject({ from: unknown.conversationId });
    expect((await thread(agent, member.path)).conversation.state).toBe('assigned');
  });

  test('what is written on the old one arrives in the other, and its writer sees it go on without a gap', async () => {
    const { unknown, member, agent } = await two();
    await member.visitor.say('这是会员自己的话');
    await answer(agent, member.path, '收到，会员');
    await agent.post(`${unknown.path}/merge`, { into: member.conversationId });
    const sent = await unknown.visitor.say('我换个窗口再说一句');
    expect(sent.seq, 'the third of the writer’s own').toBe(3);
    expect(sent.conversationId).toBe(unknown.conversationId);
    await answer(agent, member.path, '看到了，继续为您处理');
    const { conversation, messages } = await thread(agent, member.path);
    expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(messages.at(-2)).toMatchObject({ text: '我换个窗口再说一句', author: 'customer' });
    expect(conversation.seq).toBe(6);
    expect((await thread(agent, unknown.path)).conversation.seq).toBe(2);

    const seen = await again(unknown.visitor);
    expect(numbers(seen)).toEqual([1, 2, 3, 4]);
    expect(texts(seen)).toEqual([
      '你好，我昨天问过',
      '好的，已为您登记',
      '我换个窗口再说一句',
      '看到了，继续为您处理',
    ]);
    expect(seen.view).toMatchObject({ conversationId: unknown.conversationId, seq: 4 });
  });

  test('nothing that was said in the other before it is ever shown to the old one’s browser', async () => {
    const { unknown, member, agent } = await two();
    await agent.post(`${unknown.path}/merge`, { into: member.conversationId });
    const socket = await unknown.visitor.socket();
    socket.subscribe({ conversation: unknown.conversationId }, unknown.visitor.session.cursor);
    await socket.frame('resync');
    const seen = await again(unknown.visitor);
    socket.subscribe({ conversation: unknown.conversationId }, seen.cursor);
    await member.visitor.say('会员之后的话');
    await socket.event('message.posted', ({ seq }) => seq === 3);
    const earlier = await unknown.visitor
      .with({ authorization: `Bearer ${unknown.visitor.token}` })
      .get('/widget/v1/messages?before=4');
    for (const said of [JSON.stringify(socket.frames), JSON.stringify(seen), earlier.text]) {
      expect(said).not.toContain('杯子漏水');
      expect(said).not.toContain(member.conversationId);
    }
    expect(earlier.text).toContain('你好，我昨天问过');
  });

  test('a browser that is listening is told to look afresh, then hears the other as its own', async () => {
    const { unknown, member, agent } = await two();
    const socket = await unknown.visitor.listening();
    await agent.post(`${unknown.path}/merge`, { into: member.conversationId });
    await socket.frame('resync');
    const { cursor } = await again(unknown.visitor);
    socket.subscribe({ conversation: unknown.conversationId }, cursor);
    await socket.roundTrip();
    await answer(agent, member.path, '两边都看得到这一句');
    const heard = await socket.event('message.posted', ({ text }) => text === '两边都看得到这一句');
    expect(heard).toMatchObject({ seq: 3, conversationId: unknown.conversationId });
    await readUpTo(socket, unknown.conversationId, 3);
    await until(
      'the read mark',
      async () => (await thread(agent, member.path)).conversation.readByCustomer === 3,
    );
  });

  test('a message sent again, from before it and from after it, keeps its number and is stored once', async () => {
    const { unknown, member, agent } = await two();
    const socket = await unknown.visitor.socket();
    const before = await socket.say(unknown.conversationId, '补一句', { clientId: 'said-before-1' });
    await answer(agent, unknown.path, '好的');
    await agent.post(`${unknown.path}/merge`, { into: member.conversationId });
    const after = await socket.say(unknown.conversationId, '再补一句', { clientId: 'said-after-11' });
    const repeated = [
      await socket.say(unknown.conversationId, '补一句', { clientId: 'said-before-1' }),
      await socket.say(unknown.conversationId, '再补一句', { clientId: 'said-after-11' }),
    ];
    expect(repeated.map((frame) => frame.type === 'ack' && frame.seq)).toEqual([3, 5]);
    expect([before, after].map((frame) => frame.type === 'ack' && frame.seq)).toEqual([3, 5]);
    const stored = (await thread(agent, member.path)).messages.filter(({ text }) => text === '再补一句');
    expect(stored).toHaveLength(1);
  });

  test('along several merges the numbers still go on', async () => {
    const { unknown, member, agent } = await two();
    const third = await desk.served(shop, 'agent', { text: '第三个窗口' });
    await answer(agent, third.path, '好的');
    await agent.post(`${third.path}/merge`, { into: unknown.conversationId });
    expect((await third.visitor.say('三到一')).seq).toBe(3);
    await answer(agent, unknown.path, '好的，第三');
    await agent.post(`${unknown.path}/merge`, { into: member.conversationId });
    expect((await third.visitor.say('三到二')).seq).toBe(5);
    expect((await unknown.visitor.say('一到二')).seq).toBe(6);
    expect(numbers(await again(third.visitor))).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await thread(agent, member.path)).messages.map(({ text }) => text)).toContain('三到二');
  });
});

describe('it is refused', () => {
  test('while the customer waits for an answer there', async () => {
    const { unknown, member, agent } = await two();
    await unknown.visitor.say('那什么时候能到呢？');
    await refused(
      agent.post(`${unknown.path}/merge`, { into: member.conversationId }),
      409,
      'customer-waits',
    );
  });

  test('for two members: one would read the other’s messages', async () => {
    const identityToken = await shop.sign('member-2', { name: '李先生' });
    const { member, agent } = await two();
    const other = await desk.served(shop, 'agent', { text: '另一位会员', identityToken });
    await answer(agent, other.path, '好的');
    await refused(
      agent.post(`${other.path}/merge`, { into: member.conversationId }),
      409,
      'different-customers',
    );
  });

  test('into itself, into one that was merged, and a second time into another', async () => {
    const { unknown, member, agent } = await two();
    await refused(agent.post(`${unknown.path}/merge`, { into: unknown.conversationId }), 400);
    await agent.post(`${unknown.path}/merge`, { into: member.conversationId });
    await refused(
      agent.post(`${member.path}/merge`, { into: unknown.conversationId }),
      409,
      'already-merged',
    );
    expect((await agent.post(`${unknown.path}/merge`, { into: member.conversationId })).status).toBe(200);
  });

  test('into each other at once: one of the two, never a circle', async () => {
    const { unknown, member, agent } = await two();
    const both = await Promise.all([
      agent.post(`${unknown.path}/merge`, { into: member.conversationId }),
      agent.post(`${member.path}/merge`, { into: unknown.conversationId }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test('with another shop’s conversation, or one outside the agent’s reach: not found, nothing written', async () => {
    const { unknown, agent } = await two();
    const stranger = await desk.served(await desk.addShop());
    const away = await desk.served(shop, 'presales', { text: '推荐个杯子' });
    await (
      await desk.signIn(shop, 'lead')
    ).post(`${away.path}/transfer`, { group: 'pre-sales', note: '售前' });
    for (const into of [stranger.conversationId, away.conversationId])
      await refused(agent.post(`${unknown.path}/merge`, { into }), 404);
    expect((await thread(agent, unknown.path)).conversation.mergedInto).toBeNull();
  });
});

test('whoever shares a phone, and who is the same customer, is offered; nobody of another shop is', async () => {
  const { member, agent } = await two();
  const same = await shop.sign('member-9', { phones: ['13912345678'] });
  const double = await desk.served(shop, 'agent', { text: '我又来了', identityToken: same });
  const elsewhere = await desk.addShop();
  await desk.served(elsewhere, 'agent', {
    identityToken: await elsewhere.sign('x', { phones: ['13912345678'] }),
  });
  const { body } = await agent.get<SameCustomer[]>(`${member.path}/same-customer`);
  expect(body.map(({ conversation, by }) => [conversation.conversationId, by])).toEqual([
    [double.conversationId, 'phone'],
  ]);
});

async function refused(asked: Promise<{ status: number; body: unknown }>, status: number, reason?: string) {
  const got = await asked;
  expect(got).toMatchObject({ status, body: reason ? { reason } : {} });
}

async function readUpTo(socket: TestSocket, conversationId: string, upTo: number) {
  socket.send({ type: 'read', conversationId, upTo });
  await socket.roundTrip();
}
