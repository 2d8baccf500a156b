/** Replies that leave later: at their time, judged afresh, once; or back to their author. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DraftAnswer, ReturnedReply, ScheduledAnswer, ThreadAnswer } from '../../../core/api.ts';
import { insult } from '../../../core/standard/rules/attitude.insult.ts';
import { newId } from '../../../live/ids.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';
import { sendDue } from './send-later.ts';

const words = '您的换货今天已经寄出，请留意签收';
const hour = 3_600_000;

let desk: Desk;
let shop: TestShop;
let now: number;

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

async function scheduled(more: { text?: string; evenIfWritten?: boolean } = {}) {
  const served = await desk.served(shop);
  const wish = { clientId: newId(), text: words, sendAt: now + hour, evenIfWritten: false, ...more };
  const { status, body } = await served.agent.post<ScheduledAnswer>(`${served.path}/scheduled`, wish);
  expect(status).toBe(201);
  return { ...served, wish, scheduledId: body.scheduledId };
}

/** What the housekeeping does, at a time of the test's own. */
async function after(ms: number) {
  now += ms;
  await sendDue(desk.app.conversations, shop.shopId);
}
const thread = async (agent: DeskClient, path: string) => (await agent.get<ThreadAnswer>(path)).body;
const draft = async (agent: DeskClient, path: string) =>
  (await agent.get<DraftAnswer[]>(`${path}/drafts`)).body.map(({ text }) => text);
const returned = async (agent: DeskClient) => (await agent.get<ReturnedReply[]>('/api/v1/me/returned')).body;

test('stands in the thread for the staff, and leaves at its time, once', async () => {
  const { agent, visitor, path, conversationId, scheduledId } = await scheduled();
  const customer = await visitor.listening();
  const colleague = await (await desk.signIn(shop, 'lead')).listening({ conversation: conversationId });
  expect((await thread(agent, path)).scheduled).toMatchObject([{ scheduledId, text: words }]);
  await after(hour - 1000);
  expect((await thread(agent, path)).messages).toHaveLength(1);
  await Promise.all([after(2000), after(0), after(0)]);
  const { messages, scheduled: left } = await thread(agent, path);
  expect(messages.map(({ text }) => text)).toEqual(['衣服尺码不对，想换一件', words]);
  expect(messages[1]!.authorId).toBe(agent.person.agentId);
  expect(left).toEqual([]);
  await colleague.event('reply.unscheduled', ({ outcome }) => outcome === 'sent');
  await customer.event('message.posted', ({ text }) => text === words);
  expect(customer.events.map(({ type }) => type)).toEqual(['message.posted', 'message.posted']);
  expect(await returned(agent)).toEqual([]);
});

test('asked for twice it is one; with other words under the same id it is refused', async () => {
  const { agent, path, wish, scheduledId } = await scheduled();
  const again = await agent.post<ScheduledAnswer>(`${path}/scheduled`, wish);
  expect(again).toMatchObject({ status: 201, body: { scheduledId } });
  const other = await agent.post(`${path}/scheduled`, { ...wish, text: '别的话' });
  expect(other).toMatchObject({ status: 409, body: { reason: 'client-id-reused' } });
  await after(hour);
  expect((await thread(agent, path)).messages).toHaveLength(2);
});

test.each([0, -1, 61 * 24 * hour])('a time %s ms from now is refused', async (ms) => {
  const { agent, path } = await desk.served(shop);
  const wish = { clientId: newId(), text: words, sendAt: now + ms, evenIfWritten: false };
  expect(await agent.post(`${path}/scheduled`, wish)).toMatchObject({
    status: 400,
    body: { problems: [{ field: 'sendAt', problem: 'not-allowed' }] },
  });
});

test('what the standard blocks is not even scheduled', async () => {
  const { agent, path } = await desk.served(shop);
  const wish = { clientId: newId(), text: '你是猪吗，脑子有病', sendAt: now + hour, evenIfWritten: true };
  expect((await agent.post(`${path}/scheduled`, wish)).status).toBe(422);
});

describe('goes back to its author as a draft, and they are told, where', () => {
  test('the customer has written since', async () => {
    const { agent, visitor, path, conversationId, scheduledId } = await scheduled();
    const socket = await agent.listening('inbox');
    await agent.put(`${path}/drafts/reply`, { text: '正在写的', basedOn: null });
    await visitor.say('先别寄了');
    await after(hour);
    expect((await thread(agent, path)).messages).toHaveLength(2);
    expect(await draft(agent, path)).toEqual([`正在写的\n${words}`]);
    await socket.event('reply.unscheduled', ({ cause }) => cause === 'customer-wrote');
    expect(await returned(agent)).toMatchObject([{ scheduledId, conversationId, cause: 'customer-wrote' }]);
    expect((await agent.post(`/api/v1/me/returned/${scheduledId}/noticed`)).status).toBe(204);
    expect(await returned(agent)).toEqual([]);
  });

  test('the standard would block it by now', async () => {
    const { agent, path } = await scheduled();
    const stricter = vi.spyOn(insult, 'draft').mockReturnValue([{ start: 0, end: 2 }]);
    await after(hour);
    stricter.mockRestore();
    expect((await thread(agent, path)).messages).toHaveLength(1);
    expect(await draft(agent, path)).toEqual([words]);
    expect(await returned(agent)).toMatchObject([{ cause: 'blocked' }]);
  });

  test('a colleague has the conversation by now, who does not see the draft', async () => {
    const { agent, path } = await scheduled();
    const supervisor = await desk.signIn(shop, 'supervisor');
    await supervisor.post(`${path}/take-over`);
    await after(hour);
    expect((await thread(supervisor, path)).messages).toHaveLength(1);
    expect(await draft(supervisor, path)).toEqual([]);
    expect(await returned(agent)).toMatchObject([{ cause: 'not-the-assignee' }]);
  });

  test('the episode was closed', async () => {
    const { agent, path } = await scheduled();
    await agent.post(`${path}/resolve`);
    await after(hour);
    expect((await thread(agent, path)).messages).toHaveLength(1);
    expect(await returned(agent)).toMatchObject([{ cause: 'already-closed' }]);
  });

  test('a lead takes it back', async () => {
    const { agent, path, scheduledId } = await scheduled();
    const lead = await desk.signIn(shop, 'lead');
    expect((await lead.post(`${path}/scheduled/${scheduledId}/cancel`)).status).toBe(200);
    await after(hour);
    expect(await draft(agent, path)).toEqual([words]);
    expect(await returned(agent)).toMatchObject([{ cause: 'taken-back' }]);
  });
});

test('leaves all the same where its author said so', async () => {
  const { agent, visitor, path } = await scheduled({ evenIfWritten: true });
  await visitor.say('在吗');
  await after(hour);
  expect((await thread(agent, path)).messages.at(-1)!.text).toBe(words);
});

test('is changed and cancelled by its author; what it was leaves no more', async () => {
  const { agent, path, scheduledId } = await scheduled();
  const changed = { text: `${words}，谢谢`, sendAt: now + 2 * hour, evenIfWritten: false };
  expect((await agent.put(`${path}/scheduled/${scheduledId}`, changed)).status).toBe(200);
  await after(hour);
  const [waiting] = (await thread(agent, path)).scheduled;
  expect(waiting).toMatchObject({ text: changed.text, sendAt: changed.sendAt });
  const cancelled = await agent.post(`${path}/scheduled/${scheduledId}/cancel`);
  expect(cancelled.body).toEqual({ text: changed.text });
  await after(2 * hour);
  expect((await thread(agent, path)).messages).toHaveLength(1);
  const late = await agent.put(`${path}/scheduled/${scheduledId}`, { ...changed, sendAt: now + hour });
  expect(late).toMatchObject({ status: 409, body: { reason: 'not-scheduled' } });
});

test('is nobody else’s to change', async () => {
  const { path, scheduledId } = await scheduled();
  const supervisor = await desk.signIn(shop, 'supervisor');
  await supervisor.post(`${path}/take-over`);
  const theirs = { text: '换成我的话', sendAt: now + hour, evenIfWritten: true };
  expect((await supervisor.put(`${path}/scheduled/${scheduledId}`, theirs)).status).toBe(403);
});

test('leaves by the housekeeping itself', async () => {
  const { agent, path } = await scheduled();
  now += hour;
  await until('it has left', async () => (await thread(agent, path)).messages.length === 2);
});
