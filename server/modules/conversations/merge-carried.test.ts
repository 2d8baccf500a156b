/** What the customer of a merged thread takes along: files, quotes, the transcript, where they stand, the rating. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ThreadAnswer, UploadAnswer } from '../../../core/api.ts';
import type { Client } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import { smallPng } from '../../../test/files.ts';
import type { TestSocket } from '../../../test/socket.ts';
import { until } from '../../../test/until.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(async () => {
  await desk.stop();
  expect(desk.failures).toEqual([]);
});

/** Somebody nobody knows, whose thread was merged into a member's; the member has sent a picture before. */
async function merged() {
  const shop = await desk.addShop();
  const identityToken = await shop.sign('member-1', { name: '王女士' });
  const unknown = await desk.served(shop, 'agent', { text: '你好，我昨天问过' });
  const member = await desk.served(shop, 'agent', { text: '杯子漏水，要换一个', identityToken });
  const { agent } = member;
  const bearing = ({ token }: { token: string }) => desk.anybody.with({ authorization: `Bearer ${token}` });
  const early = await attach(bearing(member.visitor), '/widget/v1');
  await (await member.visitor.socket()).say(member.conversationId, '看图', { attachmentId: early });
  let replies = 0;
  const answer = async (
    path: string,
    text: string,
    more: { attachmentId?: string; quotes?: number } = {},
  ) => {
    const sent = await agent.post(`${path}/messages`, { clientId: `reply-000${++replies}`, text, ...more });
    expect(sent).toMatchObject({ status: 201 });
  };
  for (const { path } of [unknown, member]) await answer(path, '好的，已为您登记');
  const merging = await agent.post(`${unknown.path}/merge`, { into: member.conversationId });
  expect(merging.status).toBe(200);
  const again = async () => (await desk.visit(shop, { visitorToken: unknown.visitor.token })).session;
  const own = unknown.conversationId;
  const page = await unknown.visitor.socket();
  page.subscribe({ conversation: own }, (await again()).cursor);
  await page.roundTrip();
  const visitor = bearing(unknown.visitor);
  return { unknown, member, agent, answer, again, own, page, visitor, early };
}

async function attach(client: Client, base: string, at = `${base}/uploads`): Promise<string> {
  const { body } = await client.post<UploadAnswer>(at, { name: '照片.png', size: smallPng.length });
  const sent = await client.upload(`${base}/uploads/${body.attachmentId}`, smallPng);
  expect(sent.status).toBe(200);
  return body.attachmentId;
}

test('a picture arrives where the thread goes on, and both sides open it; sent again it is stored once', async () => {
  const { member, agent, answer, own, page, visitor } = await merged();
  const attachmentId = await attach(visitor, '/widget/v1');
  const send = () => page.say(own, '', { attachmentId, clientId: 'a-picture-1' });
  expect([await send(), await send()].map((frame) => frame.type === 'ack' && frame.seq)).toEqual([3, 3]);
  const { messages } = (await agent.get<ThreadAnswer>(member.path)).body;
  expect(messages.filter((one) => one.attachment?.attachmentId === attachmentId)).toHaveLength(1);
  expect((await agent.get(`${member.path}/files/${attachmentId}`)).status).toBe(200);
  expect((await visitor.get(`/widget/v1/files/${attachmentId}`)).status).toBe(200);

  const byAgent = await attach(agent, '/api/v1', `${member.path}/uploads`);
  await answer(member.path, '请看这张', { attachmentId: byAgent });
  expect((await visitor.get(`/widget/v1/files/${byAgent}`)).status).toBe(200);
});

test('a picture that was sent in the other before stays unseen', async () => {
  const { agent, member, visitor, early } = await merged();
  expect((await agent.get(`${member.path}/files/${early}`)).status).toBe(200);
  expect((await visitor.get(`/widget/v1/files/${early}`)).status).toBe(404);
});

test('quotes carry the reader’s own numbers, and none of what the other had said before', async () => {
  const { member, agent, answer, again, own, page } = await merged();
  await page.say(own, '接着说', { clientId: 'going-on-01' });
  await answer(member.path, '引用您刚才的话', { quotes: 4 });
  await answer(member.path, '引用以前的话', { quotes: 1 });
  await page.say(own, '引用第四条', { clientId: 'quoting-new', quotes: 4 });
  await page.say(own, '引用旧的', { clientId: 'quoting-old', quotes: 1 });
  const heard = async (text: string) =>
    (await page.event('message.posted', (one) => one.text === text)).quote;
  expect(await heard('引用您刚才的话')).toMatchObject({ seq: 3, text: '接着说' });
  expect(await heard('引用以前的话')).toBeUndefined();
  expect(await heard('引用第四条')).toMatchObject({ seq: 4, text: '引用您刚才的话' });
  expect(await heard('引用旧的')).toBeUndefined();
  const seen = (await again()).view.messages.slice(-4).map(({ quote }) => quote?.seq);
  expect(seen).toEqual([3, undefined, 4, undefined]);
  expect(JSON.stringify(page.frames)).not.toContain('杯子漏水');
  const { messages } = (await agent.get<ThreadAnswer>(member.path)).body;
  expect(messages.slice(-2).map(({ quote }) => quote?.seq)).toEqual([5, undefined]);
});

test('the transcript goes on with what followed, and holds nothing of before', async () => {
  const { answer, member, own, page, visitor } = await merged();
  await page.say(own, '接着说', { clientId: 'going-on-01' });
  await answer(member.path, '在这里答您');
  const { text } = await visitor.get('/widget/v1/transcript?lang=zh-CN');
  for (const said of ['你好，我昨天问过', '接着说', '在这里答您']) expect(text).toContain(said);
  expect(text).not.toContain('杯子漏水');
});

test('they are served where it goes on, and rate that when it ends', async () => {
  const { answer, member, agent, own, page, visitor } = await merged();
  await stage(page, 'served');
  await page.say(own, '接着说', { clientId: 'going-on-01' });
  await answer(member.path, '都处理好了，祝您生活愉快');
  await agent.post(`${member.path}/resolve`);
  const ended = await stage(page, 'ended');
  expect(ended.conversationId).toBe(own);
  const { episode } = ended.standing.rating!;
  expect((await visitor.post('/widget/v1/ratings', { episode, stars: 5 })).status).toBe(200);
  const { conversation } = (await agent.get<ThreadAnswer>(member.path)).body;
  expect(conversation.episode?.stars).toBe(5);
});

const stage = (page: TestSocket, wanted: string) =>
  until(`the stage ${wanted}`, () => {
    const last = page.of('standing').at(-1);
    return last?.standing.stage === wanted && last;
  });
