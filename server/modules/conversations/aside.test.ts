/** What leaves an agent's way and comes back, what closes by itself, what is done to several at once, and named lists. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BulkAnswer, InboxPage, SavedView, ThreadAnswer } from '../../../core/api.ts';
import type { InboxView } from '../../../core/conversations/inbox.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';
import { sweepClocks } from './sweep-clocks.ts';

let desk: Desk;
let shop: TestShop;
let now = 0;
const minute = 60_000;

beforeAll(async () => {
  desk = await startDesk({ now: () => now });
});
beforeEach(async () => {
  now = Date.parse('2026-11-23T10:00:00+08:00');
  shop = await desk.addShop();
});
afterAll(async () => {
  await desk.stop();
  expect(desk.failures).toEqual([]);
});

/** As two nodes would: nothing happens twice. */
async function pass(minutes: number): Promise<void> {
  now += minutes * minute;
  const sweep = () => sweepClocks(desk.app.conversations, shop.shopId);
  await Promise.all([sweep(), sweep()]);
}

let replies = 0;
const reply = (agent: DeskClient, path: string, text = '好的，已为您登记') =>
  agent.post(`${path}/messages`, { clientId: `a-reply-${++replies}`, text });

/** A customer who was answered: nobody waits. */
async function answered(text = '杯子漏水，要换一个') {
  const served = await desk.served(shop, 'agent', { text });
  await reply(served.agent, served.path);
  return served;
}

const state = async (agent: DeskClient, path: string) =>
  (await agent.get<ThreadAnswer>(path)).body.conversation;

async function list(agent: DeskClient, view: InboxView) {
  const { body } = await agent.get<InboxPage>(`/api/v1/conversations?view=${view}`);
  return { ids: body.rows.map((row) => row.conversationId), counts: body.counts };
}

describe('a snoozed conversation', () => {
  test('leaves its agent’s list and comes back by itself at its time, to the same agent', async () => {
    const { agent, path, conversationId } = await answered();
    expect((await agent.post(`${path}/snooze`, { until: now + 30 * minute })).status).toBe(200);
    expect(await list(agent, 'mine')).toMatchObject({ ids: [], counts: { mine: 0, snoozed: 1 } });
    expect((await list(agent, 'snoozed')).ids).toEqual([conversationId]);
    await pass(29);
    expect((await list(agent, 'mine')).ids).toEqual([]);
    await pass(1);
    expect(await list(agent, 'mine')).toMatchObject({
      ids: [conversationId],
      counts: { mine: 1, snoozed: 0 },
    });
    expect(await state(agent, path)).toMatchObject({ assigneeId: agent.person.agentId, snoozed: null });
    const { marks } = (await agent.get<ThreadAnswer>(path)).body;
    expect(marks.filter(({ event }) => event.type === 'episode.woken')).toHaveLength(1);
  });

  test('comes back at once when the customer writes, also where it had a time', async () => {
    const { agent, path, visitor } = await answered();
    await agent.post(`${path}/snooze`, { until: null });
    await pass(60 * 6);
    expect((await state(agent, path)).snoozed).toEqual({ until: null });
    await visitor.say('在吗');
    expect(await state(agent, path)).toMatchObject({ state: 'assigned', snoozed: null });
    await reply(agent, path);
    await agent.post(`${path}/snooze`, { until: now + 30 * minute });
    await visitor.say('还在吗');
    await pass(31);
    const { marks } = (await agent.get<ThreadAnswer>(path)).body;
    expect(marks.filter(({ event }) => event.type === 'episode.woken')).toEqual([]);
  });

  test('is never one whose customer waits, one in the queue, a colleague’s, or one of yesterday', async () => {
    const { agent, path } = await desk.served(shop);
    expect(await agent.post(`${path}/snooze`, { until: null })).toMatchObject({
      status: 409,
      body: { reason: 'customer-waits' },
    });
    await reply(agent, path);
    expect((await agent.post(`${path}/snooze`, { until: now - 1 })).status).toBe(400);
    const lead = await desk.signIn(shop, 'lead');
    await lead.post(`${path}/assign`, { agentId: shop.people.presales.agentId });
    expect(await agent.post(`${path}/snooze`, { until: null })).toMatchObject({
      body: { reason: 'not-the-assignee' },
    });
    await lead.post(`${path}/transfer`, { group: 'after-sales', note: '请接一下' });
    expect(await lead.post(`${path}/snooze`, { until: null })).toMatchObject({
      body: { reason: 'not-assigned' },
    });
  });

  test('is told to every desk that listens, and taken back by hand', async () => {
    const { agent, path } = await answered();
    const inbox = await agent.listening('inbox');
    await agent.post(`${path}/snooze`, { until: null });
    await inbox.event('episode.snoozed', (event) => event.until === null);
    await agent.post(`${path}/wake`);
    await inbox.event('episode.woken', ({ by }) => by === 'agent');
    expect((await state(agent, path)).snoozed).toBeNull();
  });
});

describe('silence', () => {
  beforeEach(async () => {
    const administrator = await desk.signIn(shop, 'administrator');
    const saved = await administrator.put('/api/v1/settings/auto-close', {
      autoClose: { afterMinutes: 30, warnMinutes: 5 },
    });
    expect(saved.status).toBe(200);
  });

  test('closes an answered conversation after its agent was told, and it is scored', async () => {
    const { agent, path } = await answered();
    await pass(24);
    expect((await state(agent, path)).closesAt).toBeNull();
    await pass(1);
    expect((await state(agent, path)).closesAt).toBe(now + 5 * minute);
    await pass(4);
    expect((await state(agent, path)).state).toBe('assigned');
    await pass(1);
    expect(await state(agent, path)).toMatchObject({ state: 'closed', closesAt: null });
    await until('the score', async () => (await agent.get<ThreadAnswer>(path)).body.scores.length === 1);
    const { marks } = (await agent.get<ThreadAnswer>(path)).body;
    expect(marks.filter(({ event }) => event.type === 'silence.noticed')).toHaveLength(1);
    expect(marks.find(({ event }) => event.type === 'episode.closed')?.event).toMatchObject({
      by: 'silence',
      byId: null,
    });
  });

  test('never closes while the customer waits for an answer, however long', async () => {
    const { agent, visitor, path } = await answered();
    await visitor.say('那什么时候能到呢？');
    const supervisor = await desk.signIn(shop, 'supervisor');
    for (let hours = 0; hours < 5; hours++) await pass(60);
    expect((await state(agent, path)).state).toBe('assigned');
    for (const { alertId } of (await agent.get<ThreadAnswer>(path)).body.alerts)
      await supervisor.post(`/api/v1/alerts/${alertId}/acknowledge`);
    await pass(60);
    expect(await state(agent, path)).toMatchObject({ state: 'assigned', closesAt: null });
  });

  test('is broken by whoever says something, and begins anew', async () => {
    const { agent, visitor, path } = await answered();
    await pass(26);
    await visitor.say('好的谢谢');
    expect((await state(agent, path)).closesAt).toBeNull();
    await pass(24);
    expect(await state(agent, path)).toMatchObject({ state: 'assigned', closesAt: null });
    await pass(2);
    expect((await state(agent, path)).closesAt).not.toBeNull();
  });

  test('closes nothing that is snoozed, nor where an alert is open, nor where the answer promised more', async () => {
    const snoozed = await answered();
    await snoozed.agent.post(`${snoozed.path}/snooze`, { until: null });
    const alerting = await desk.served(shop, 'agent', { text: '宝宝穿了起红疹，我要打12315投诉' });
    await until('the alert', async () => (await state(alerting.agent, alerting.path)).openAlerts > 0);
    await reply(alerting.agent, alerting.path, '非常抱歉，请先停用，我马上请主管来处理');
    const promised = await desk.served(shop, 'agent', { text: '什么时候发货' });
    await reply(promised.agent, promised.path, '今天下午5点前一定给您回复结果');
    for (let times = 0; times < 4; times++) await pass(20);
    for (const { agent, path } of [snoozed, alerting, promised])
      expect(await state(agent, path), path).toMatchObject({ state: 'assigned', closesAt: null });
  });

  test('that the shop no longer counts closes nothing, also where it was told already', async () => {
    const { agent, path } = await answered();
    await pass(26);
    const administrator = await desk.signIn(shop, 'administrator');
    await administrator.put('/api/v1/settings/auto-close', { autoClose: null });
    await pass(1);
    expect((await state(agent, path)).closesAt).toBeNull();
    await pass(60);
    expect((await state(agent, path)).state).toBe('assigned');
  });

  test('is told before it closes also where nobody looked for hours', async () => {
    const { agent, path } = await answered();
    await pass(6 * 60);
    expect(await state(agent, path)).toMatchObject({ state: 'assigned', closesAt: now + 5 * minute });
  });

  test('is set by administrators only, the warning before the end', async () => {
    const supervisor = await desk.signIn(shop, 'supervisor');
    const body = { autoClose: { afterMinutes: 30, warnMinutes: 5 } };
    expect((await supervisor.put('/api/v1/settings/auto-close', body)).status).toBe(403);
    const administrator = await desk.signIn(shop, 'administrator');
    const wrong = { autoClose: { afterMinutes: 5, warnMinutes: 5 } };
    expect((await administrator.put('/api/v1/settings/auto-close', wrong)).status).toBe(400);
  });
});

describe('several at once', () => {
  test('are done each by itself; what can’t be is told one by one and stops none of the others', async () => {
    const [one, two, waiting] = [await answered(), await answered(), await desk.served(shop)];
    const stranger = await desk.served(await desk.addShop());
    const ids = [one, two, waiting, stranger].map(({ conversationId }) => conversationId);
    const { status, body } = await one.agent.post<BulkAnswer>('/api/v1/bulk/snooze', {
      conversationIds: [...ids, ids[0]],
      until: null,
    });
    expect(status).toBe(200);
    expect(body.done.toSorted()).toEqual(ids.slice(0, 2).toSorted());
    expect(body.refused).toEqual([
      { conversationId: ids[2], refusal: { code: 'conflict', reason: 'customer-waits' } },
      { conversationId: ids[3], refusal: { code: 'not-found', what: 'conversation' } },
    ]);
    expect((await state(stranger.agent, stranger.path)).snoozed).toBeNull();
  });

  test('are given to a colleague and closed; another shop’s agent gets none', async () => {
    const [one, two] = [await answered(), await answered()];
    const lead = await desk.signIn(shop, 'lead');
    const conversationIds = [one.conversationId, two.conversationId];
    const foreign = (await desk.addShop()).people.agent.agentId;
    const none = await lead.post<BulkAnswer>('/api/v1/bulk/assign', { conversationIds, agentId: foreign });
    expect(none.body).toMatchObject({ done: [], refused: [{ refusal: { what: 'agent' } }, {}] });
    const { agentId } = shop.people.presales;
    const given = await lead.post<BulkAnswer>('/api/v1/bulk/assign', { conversationIds, agentId });
    expect(given.body.done).toHaveLength(2);
    expect((await state(lead, one.path)).assigneeId).toBe(agentId);
    const own = await one.agent.post<BulkAnswer>('/api/v1/bulk/resolve', { conversationIds });
    expect(own.body.done).toEqual([]);
    const closed = await lead.post<BulkAnswer>('/api/v1/bulk/resolve', { conversationIds });
    expect(closed.body.refused).toEqual([]);
    expect((await state(lead, two.path)).state).toBe('closed');
  });

  test('are a hundred at most', async () => {
    const { agent, conversationId } = await answered();
    const conversationIds = Array.from({ length: 101 }, () => conversationId);
    expect((await agent.post('/api/v1/bulk/resolve', { conversationIds })).status).toBe(400);
  });
});

describe('a saved view', () => {
  const wanted = { name: '售后·不满', view: 'risk', filter: { group: 'after-sales', mood: 'dissatisfied' } };

  test('is kept for the person who named it, changed and removed by nobody else', async () => {
    const [agent, colleague] = [await desk.signIn(shop, 'agent'), await desk.signIn(shop, 'presales')];
    const { status, body } = await agent.post<SavedView>('/api/v1/me/views', wanted);
    expect([status, body]).toMatchObject([201, wanted]);
    expect((await agent.get<SavedView[]>('/api/v1/me/views')).body).toEqual([body]);
    expect((await colleague.get('/api/v1/me/views')).body).toEqual([]);
    const path = `/api/v1/me/views/${body.viewId}`;
    expect((await colleague.put(path, { ...wanted, name: '我的了' })).status).toBe(404);
    expect((await colleague.delete(path)).status).toBe(404);
    await agent.put(path, { ...wanted, name: '急件', filter: { unread: true } });
    expect((await agent.get<SavedView[]>('/api/v1/me/views')).body).toMatchObject([
      { name: '急件', filter: { unread: true } },
    ]);
    expect((await agent.delete(path)).status).toBe(204);
    expect((await agent.get('/api/v1/me/views')).body).toEqual([]);
  });

  test('has a name of its own, also when it is saved twice at once', async () => {
    const agent = await desk.signIn(shop, 'agent');
    const both = await Promise.all([
      agent.post('/api/v1/me/views', wanted),
      agent.post('/api/v1/me/views', wanted),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await agent.post('/api/v1/me/views', { ...wanted, name: '  ' })).status).toBe(400);
    expect((await agent.post('/api/v1/me/views', { ...wanted, filter: { who: 1 } })).status).toBe(400);
  });
});
