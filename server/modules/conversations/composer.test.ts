/** What happens around writing a reply: drafts on several machines, who else is here, being overtaken. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DraftAnswer, SavedDraft, SentAnswer, ThreadAnswer } from '../../../core/api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { newId } from '../../../live/ids.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';

let desk: Desk;
let shop: TestShop;

beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
});
afterAll(async () => {
  await desk.stop();
  expect(desk.failures).toEqual([]);
});

describe('a draft', () => {
  const put = (basedOn: string | null, text: string) => ({ basedOn, text });

  test('is there on another machine, for its author alone, until it is empty', async () => {
    const { agent, path } = await desk.served(shop);
    const saved = await agent.put<SavedDraft>(`${path}/drafts/reply`, put(null, '亲，我看一下'));
    expect(saved.status).toBe(200);
    const elsewhere = await desk.signIn(shop, 'agent');
    const { body } = await elsewhere.get<DraftAnswer[]>(`${path}/drafts`);
    expect(body).toMatchObject([{ writing: 'reply', text: '亲，我看一下', version: saved.body.version }]);
    const lead = await desk.signIn(shop, 'lead');
    expect((await lead.get(`${path}/drafts`)).body).toEqual([]);
    const emptied = await elsewhere.put(`${path}/drafts/reply`, put(saved.body.version, ''));
    expect(emptied.body).toEqual({ version: null });
    expect((await agent.get(`${path}/drafts`)).body).toEqual([]);
  });

  test('that another machine has changed is not overwritten unasked', async () => {
    const { agent, path } = await desk.served(shop);
    const here = (await agent.put<SavedDraft>(`${path}/drafts/reply`, put(null, '一'))).body.version;
    const there = (await agent.put<SavedDraft>(`${path}/drafts/reply`, put(here, '二'))).body.version;
    const late = await agent.put<Refusal>(`${path}/drafts/reply`, put(here, '三'));
    expect(late).toMatchObject({ status: 409, body: { code: 'conflict', reason: 'draft-newer' } });
    const again = await agent.put<SavedDraft>(`${path}/drafts/reply`, put(here, '二'));
    expect(again.body, 'the same words said again are no conflict').toEqual({ version: there });
    expect((await agent.put(`${path}/drafts/reply`, put(there, '三'))).status, 'chosen').toBe(200);
  });

  test('begun on two machines at once is one, and the other is told', async () => {
    const { agent, path } = await desk.served(shop);
    const words = ['甲', '乙', '丙', '丁'];
    const answers = await Promise.all(
      words.map((text) => agent.put<SavedDraft>(`${path}/drafts/reply`, put(null, text))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    const kept = words[answers.findIndex(({ status }) => status === 200)];
    expect((await agent.get(`${path}/drafts`)).body).toMatchObject([{ text: kept }]);
  });

  test('of a kind that one may not write is refused', async () => {
    const { agent, path } = await desk.served(shop);
    expect((await agent.put(`${path}/drafts/whisper`, put(null, '悄悄'))).status).toBe(403);
  });

  test('leaves no word in the log', async () => {
    const { agent, path, conversationId } = await desk.served(shop);
    const socket = await agent.listening({ conversation: conversationId });
    socket.send({ type: 'look', conversationId, state: 'viewing' });
    await socket.roundTrip();
    await agent.put(`${path}/drafts/reply`, put(null, '没说出口的话'));
    await socket.frame('draft-saved');
    expect(JSON.stringify(socket.frames)).not.toContain('没说出口的话');
    expect(socket.events).toEqual([]);
  });
});

describe('who is here', () => {
  test('is told to colleagues, changes as they write and go, and never reaches the customer', async () => {
    const { agent, visitor, conversationId } = await desk.served(shop);
    const customer = await visitor.listening();
    const lead = await desk.signIn(shop, 'lead');
    const [mine, theirs] = [await agent.socket(), await lead.socket()];
    mine.send({ type: 'look', conversationId, state: 'viewing' });
    await mine.frame('onlookers', ({ onlookers }) => onlookers.length === 1);
    theirs.send({ type: 'look', conversationId, state: 'writing' });
    const both = await mine.frame('onlookers', ({ onlookers }) => onlookers.length === 2);
    expect(both.onlookers.map(({ name, state }) => [name, state])).toEqual([
      [agent.person.name, 'viewing'],
      [lead.person.name, 'writing'],
    ]);
    await theirs.end();
    await until('they are gone', () => mine.of('onlookers').at(-1)?.onlookers.length === 1);
    await customer.roundTrip();
    expect(customer.of('onlookers')).toEqual([]);
    expect(JSON.stringify(customer.frames)).not.toContain(lead.person.name);
  });

  test('is told across the nodes that share a database, and ends with the node', async () => {
    const other = await startDesk({ database: desk.database });
    const { agent, visitor, conversationId } = await desk.served(shop);
    const mine = await agent.socket();
    try {
      const lead = await other.signIn(shop, 'lead');
      const theirs = await lead.listening({ conversation: conversationId });
      theirs.send({ type: 'look', conversationId, state: 'viewing' });
      await theirs.frame('onlookers', ({ onlookers }) => onlookers.length === 1);
      mine.send({ type: 'look', conversationId, state: 'writing' });
      const both = [
        [agent.person.agentId, 'writing'],
        [lead.person.agentId, 'viewing'],
      ].toSorted();
      for (const side of [mine, theirs]) {
        const { onlookers } = await side.frame('onlookers', (frame) => frame.onlookers.length === 2);
        expect(onlookers.map(({ agentId, state }) => [agentId, state]).toSorted()).toEqual(both);
      }
      const customer = await visitor.listening();
      mine.send({ type: 'typing', conversationId, typing: true });
      expect(await theirs.frame('typing')).toMatchObject({ from: 'agent', typing: true });
      await customer.roundTrip();
      expect(customer.of('onlookers')).toEqual([]);
    } finally {
      await other.stop();
    }
    await until('they are gone with their node', () => mine.of('onlookers').at(-1)?.onlookers.length === 1);
  });

  test('is nothing a visitor can ask for', async () => {
    const { agent, visitor, conversationId } = await desk.served(shop);
    const customer = await visitor.listening();
    customer.send({ type: 'look', conversationId, state: 'viewing' });
    await customer.roundTrip();
    const socket = await agent.socket();
    socket.send({ type: 'look', conversationId, state: 'viewing' });
    const { onlookers } = await socket.frame('onlookers');
    expect(onlookers.map(({ agentId }) => agentId)).toEqual([agent.person.agentId]);
    expect(customer.of('onlookers')).toEqual([]);
  });

  test('is told to nobody outside the reach', async () => {
    const { conversationId } = await desk.served(shop);
    const outside = await (await desk.signIn(shop, 'presales')).socket();
    outside.send({ type: 'look', conversationId, state: 'viewing' });
    await outside.frame('refused', ({ refusal }) => refusal.code === 'not-found');
    expect(outside.of('onlookers')).toEqual([]);
  });
});

describe('a reply whose author has not seen the newest words', () => {
  test('is held back with them, by HTTP and by socket, and leaves when they send it anyway', async () => {
    const { agent, visitor, path, conversationId } = await desk.served(shop);
    await visitor.say('我要退货，不换了');
    const reply = { clientId: newId(), text: '好的，这就给您换一件' };
    const answer = await agent.post<Refusal>(`${path}/messages`, { ...reply, seen: 1 });
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'overtaken',
        upTo: 2,
        messages: [{ seq: 2, author: 'customer', text: '我要退货，不换了' }],
      },
    });
    const socket = await agent.socket();
    const held = await socket.say(conversationId, reply.text, { ...reply, seen: 1 });
    expect(held).toMatchObject({ type: 'refused', refusal: { code: 'overtaken' } });
    expect(await messages(agent, path)).toHaveLength(2);
    expect((await agent.post(`${path}/messages`, { ...reply, seen: 2 })).status).toBe(201);
    expect(await messages(agent, path)).toHaveLength(3);
  });

  test('is not held back by their own lines, sent one after the other', async () => {
    const { agent, path } = await desk.served(shop);
    const answers = await Promise.all(
      ['第一句', '第二句', '第三句'].map((text) =>
        agent.post(`${path}/messages`, { clientId: newId(), text, seen: 1 }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  test('is one message however often it is repeated, also when others wrote between', async () => {
    const { agent, visitor, path } = await desk.served(shop);
    const reply = { clientId: newId(), text: '好的，稍等', seen: 1 };
    const first = await agent.post<SentAnswer>(`${path}/messages`, reply);
    await visitor.say('还在吗');
    const again = await agent.post<SentAnswer>(`${path}/messages`, reply);
    expect(again).toMatchObject({ status: 201, body: first.body });
    const anyway = await agent.post<SentAnswer>(`${path}/messages`, { ...reply, seen: 2 });
    expect(anyway.body).toEqual(first.body);
    expect((await messages(agent, path)).filter(({ author }) => author === 'agent')).toHaveLength(1);
  });

  test('of two who have just taken over from one another only what was seen goes out', async () => {
    const { agent, path } = await desk.served(shop);
    expect((await agent.post(`${path}/messages`, { clientId: newId(), text: '我来处理' })).status).toBe(201);
    const lead = await desk.signIn(shop, 'lead');
    await lead.post(`${path}/take-over`);
    const blind = await lead.post(`${path}/messages`, { clientId: newId(), text: '您好', seen: 1 });
    expect(blind).toMatchObject({
      status: 409,
      body: { messages: [{ author: 'agent', authorName: agent.person.name }] },
    });
  });
});

const messages = async (agent: { get<T>(path: string): Promise<{ body: T }> }, path: string) =>
  (await agent.get<ThreadAnswer>(path)).body.messages;
