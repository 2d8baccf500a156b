/** A reply with a file is held, shown to whoever decides, and released like words alone; the transcript names what it carries. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HoldAnswer, SentAnswer, ThreadAnswer, UploadAnswer, WallAnswer } from '../../../core/api.ts';
import type { Attachment } from '../../../core/attachments.ts';
import { newId } from '../../../live/ids.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import { smallPng } from '../../../test/files.ts';
import type { TestShop } from '../../../test/shops.ts';
import { sweepUploads } from './uploads.ts';

const insulting = '你是猪吗，脑子有病';
const risk = { verdict: 'risk-taken', reason: '已和顾客说好' };

let desk: Desk;
let shop: TestShop;
let supervisor: DeskClient;
beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  supervisor = await desk.signIn(shop, 'supervisor');
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

const sweepAfterDays = () =>
  sweepUploads({ ...desk.app.conversations, now: () => Date.now() + 100 * 3600_000 }, shop.shopId);

async function uploaded(agent: DeskClient, path: string, name: string): Promise<Attachment> {
  const { body } = await agent.post<UploadAnswer>(`${path}/uploads`, { name, size: 100 });
  return (await agent.upload<Attachment>(`/api/v1/uploads/${body.attachmentId}`, smallPng)).body;
}

test('it leaves with its picture and what it answers, as its author’s', async () => {
  const { agent, visitor, path } = await desk.served(shop);
  const attachment = await uploaded(agent, path, '袖口.png');
  const { attachmentId } = attachment;
  const file = `${path}/files/${attachmentId}`;
  expect((await supervisor.get(file)).status, 'before anybody asked').toBe(404);
  const reply = { clientId: newId(), text: insulting, attachmentId, quotes: 1 };
  const held = await agent.post<HoldAnswer>(`${path}/holds`, reply);
  expect(held).toMatchObject({ status: 201, body: { attachment, quote: { seq: 1 } } });
  const wall = (await supervisor.get<WallAnswer>('/api/v1/wall')).body;
  expect(wall.holds.find((one) => one.holdId === held.body.holdId)).toMatchObject({ attachment });
  expect((await supervisor.get(file)).status).toBe(200);

  await sweepAfterDays();
  const [sent, again] = await Promise.all(
    [1, 2].map(() => supervisor.post<SentAnswer>(`${path}/holds/${held.body.holdId}/release`, risk)),
  );
  expect(sent!.status).toBe(201);
  expect(again!.body).toEqual(sent!.body);
  const { messages } = (await supervisor.get<ThreadAnswer>(path)).body;
  const { agentId: authorId } = agent.person;
  expect(messages.at(-1)).toMatchObject({ authorId, text: insulting, attachment, quote: { seq: 1 } });
  await (await visitor.listening()).event('message.posted', (event) => event.attachment !== undefined);
});

test('a name that insults is held too, and a refused file is swept', async () => {
  const { agent, path } = await desk.served(shop);
  const { attachmentId } = await uploaded(agent, path, `${insulting}.png`);
  const reply = { clientId: newId(), text: '', attachmentId };
  expect((await agent.post(`${path}/messages`, reply)).status).toBe(422);
  const { holdId } = (await agent.post<HoldAnswer>(`${path}/holds`, reply)).body;
  expect((await supervisor.post(`${path}/holds/${holdId}/refuse`, { reason: '换个名字' })).status).toBe(200);
  await sweepAfterDays();
  expect((await agent.get(`${path}/files/${attachmentId}`)).status).toBe(404);
});

test('the transcript names a picture that came without a word', async () => {
  const { agent, visitor, path } = await desk.served(shop);
  const { attachmentId } = await uploaded(agent, path, '尺码表.png');
  expect((await agent.post(`${path}/messages`, { clientId: newId(), text: '', attachmentId })).status).toBe(
    201,
  );
  const customer = visitor.with({ authorization: `Bearer ${visitor.token}` });
  const { text } = await customer.get('/widget/v1/transcript?lang=zh-CN');
  expect(text).toContain('［图片：尺码表.png］');
});
