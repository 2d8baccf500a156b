/** Who gets a waiting conversation, with people who come and go, and a clock that jumps. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Colleague, ThreadAnswer } from '../../../core/api.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { PersonName, TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';
import { inShop } from '../../platform/database/pool.ts';
import { renewLeases } from '../team/index.ts';
import { routeWaiting } from './route-episode.ts';

const hour = 3600_000;

let desk: Desk;
let shop: TestShop;
let lead: DeskClient;
let later = 0;

beforeAll(async () => {
  desk = await startDesk({ now: () => Date.now() + later });
});
beforeEach(async () => {
  later = 0;
  shop = await desk.addShop({ people: { agent: { capacity: 3 }, presales: { capacity: 2 } } });
  lead = await desk.signIn(shop, 'lead');
});
afterAll(async () => {
  await desk.stop();
  expect(desk.failures).toEqual([]);
});

test('the queue drains when somebody comes to their desk, up to what they can take', async () => {
  const queue = await arrivals(5);
  expect(await owners(queue)).toEqual(Array.from({ length: 5 }, () => null));
  await at('agent');
  const { agentId } = shop.people.agent;
  await until('three of five', async () => (await openOf('agent')) === 3);
  expect(await owners(queue), 'who waited longest').toEqual([agentId, agentId, agentId, null, null]);
  await at('presales');
  await until('overflow', async () => (await openOf('presales')) === 2);
});

test('capacity is kept however many arrive, come and go at once', async () => {
  await Promise.all([at('agent'), at('presales'), arrivals(12), at('agent'), at('presales')]);
  const { conversations } = desk.app;
  await Promise.all(Array.from({ length: 6 }, () => routeWaiting(conversations, shop.shopId)));
  expect([await openOf('agent'), await openOf('presales')]).toEqual([3, 2]);
  expect(await stateCounts()).toEqual({ assigned: 5, waiting: 7 });
});

test('rounds that are asked for at the same moment don’t promise a free hand twice', async () => {
  await arrivals(8);
  const { shopId } = shop;
  const { agentId } = shop.people.agent;
  const lease = { agentId, connectionId: crypto.randomUUID(), state: 'available' } as const;
  await inShop(desk.app.pool, shopId, async (tx) => renewLeases(tx, shopId, [lease], desk.app.now()));
  await Promise.all(Array.from({ length: 6 }, () => routeWaiting(desk.app.conversations, shopId)));
  expect(await openOf('agent')).toBe(3);
});

test('the urgent are served before those who have waited longer', async () => {
  const calm = await arrivals(3);
  const [angry] = await arrivals(1, '再不处理我就打12315投诉了');
  await until('urgency', async () => (await thread(angry!)).conversation.urgency === 2);
  await at('agent');
  await until('three of four', async () => (await openOf('agent')) === 3);
  const { agentId } = shop.people.agent;
  expect(await owners([angry!, ...calm])).toEqual([agentId, agentId, agentId, null]);
});

test('a returning customer gets their own agent first, whatever they ask about now', async () => {
  const { visitor, agent, path } = await desk.served(shop, 'presales');
  await agent.post(`${path}/resolve`);
  await at('agent');
  await at('presales');
  await visitor.say('我又来了', 'after-sale');
  await until('an owner', async () => (await owners([visitor.conversationId]))[0]);
  expect(await owners([visitor.conversationId])).toEqual([shop.people.presales.agentId]);
});

test('the free agent of the group with the fewest open, and another group’s before the queue', async () => {
  await at('agent');
  await at('presales');
  const asked = await arrivals(1, '有没有大一码的', 'goods');
  await until('an owner', async () => (await owners(asked))[0]);
  expect(await owners(asked)).toEqual([shop.people.presales.agentId]);
  const more = await arrivals(2, '这款什么材质', 'goods');
  await until('owners', async () => !(await owners(more)).includes(null));
  expect((await owners(more)).toSorted()).toEqual(
    [shop.people.agent.agentId, shop.people.presales.agentId].toSorted(),
  );
});

describe('a clock that jumps', () => {
  test('leaves order and numbers alone', async () => {
    const visitor = await desk.visit(shop);
    const socket = await visitor.listening();
    for (const jump of [0, -hour, hour, -2 * hour, 3 * hour]) {
      later = jump;
      await visitor.say(`${jump}`);
    }
    await socket.event('message.posted', ({ seq }) => seq === 5);
    expect(socket.events.map((event) => 'seq' in event && event.seq)).toEqual([1, 2, 3, 4, 5]);
    const { messages } = await thread(visitor.conversationId);
    expect(messages.map(({ text }) => Number(text))).toEqual([0, -hour, hour, -2 * hour, 3 * hour]);
  });

  test('frees an agent whose lease ran out, and nobody is routed to them', async () => {
    await at('agent');
    await until('at the desk', async () => (await presenceOf('agent')) === 'available');
    later = hour;
    expect(await presenceOf('agent')).toBe('offline');
    const [waiting] = await arrivals(1);
    await routeWaiting(desk.app.conversations, shop.shopId);
    expect(await owners([waiting!])).toEqual([null]);
    await at('agent');
    await until('an owner', async () => (await owners([waiting!]))[0]);
  });
});

async function at(name: PersonName) {
  return (await desk.signIn(shop, name)).available();
}

/** So many customers, one after the other; their conversations. */
async function arrivals(count: number, text = '衣服尺码不对，想换一件', topic?: 'goods'): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const visitor = await desk.visit(shop);
    await visitor.say(text, topic);
    ids.push(visitor.conversationId);
  }
  return ids;
}

async function thread(conversationId: string): Promise<ThreadAnswer> {
  return (await lead.get<ThreadAnswer>(`/api/v1/conversations/${conversationId}`)).body;
}

async function owners(ids: string[]): Promise<(string | null)[]> {
  return Promise.all(ids.map(async (id) => (await thread(id)).conversation.assigneeId));
}

async function colleague(name: PersonName): Promise<Colleague> {
  const { body } = await lead.get<Colleague[]>('/api/v1/agents');
  return body.find((one) => one.agentId === shop.people[name].agentId)!;
}

const openOf = async (name: PersonName) => (await colleague(name)).open;
const presenceOf = async (name: PersonName) => (await colleague(name)).presence;

async function stateCounts(): Promise<Record<string, number>> {
  const { body } = await lead.get<{ rows: { state: string }[] }>('/api/v1/conversations?view=all&limit=100');
  const counts: Record<string, number> = {};
  for (const { state } of body.rows) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
