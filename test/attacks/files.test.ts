import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProblemDetails, ThreadAnswer, UploadAnswer } from '../../core/api.ts';
import type { Attachment } from '../../core/attachments.ts';
import { sweepUploads } from '../../server/modules/conversations/index.ts';
import type { Client, DeskClient, Visitor } from '../client.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import { docx, pdf, png, smallPng, zip } from '../files.ts';
import type { TestShop } from '../shops.ts';

let desk: Desk;
let shop: TestShop;
let visitor: Visitor;
let customer: Client;
let agent: DeskClient;
let path: string;
let now = Date.now();
beforeAll(async () => {
  desk = await startDesk({ now: () => now });
  shop = await desk.addShop();
  ({ visitor, agent, path } = await desk.served(shop));
  customer = bearing(visitor);
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

const bearing = (one: Visitor) => one.with({ authorization: `Bearer ${one.token}` });

interface Sent {
  status: number;
  problem: ProblemDetails;
  attachment: Attachment;
}

async function attach(
  client: Client,
  name: string,
  bytes: BodyInit,
  at = '/widget/v1/uploads',
): Promise<Sent> {
  const begun = await client.post<UploadAnswer>(at, { name, size: 1000 });
  if (begun.status !== 201)
    return { status: begun.status, problem: begun.body as never, attachment: {} as never };
  const base = at.startsWith('/widget') ? '/widget/v1/uploads' : '/api/v1/uploads';
  const { status, body } = await client.upload<Attachment>(`${base}/${begun.body.attachmentId}`, bytes);
  return { status, problem: body as never, attachment: body };
}

/** Somebody with nothing unsent yet. */
const somebody = async () => bearing(await desk.visit(shop));

const byAgent = (name: string, bytes: BodyInit) => attach(agent, name, bytes, `${path}/uploads`);

async function filesOnDisk(): Promise<string[]> {
  const all = await readdir(desk.filesDir, { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function sendAttached(one: Visitor, attachmentId: string, text = '') {
  const socket = await one.socket();
  return socket.say(one.conversationId, text, { attachmentId, topic: 'after-sale' });
}

describe('a picture', () => {
  test('from the customer reaches the agent with its size, and is shown in place', async () => {
    const { status, attachment } = await attach(customer, '破损的袖口.png', smallPng);
    expect([status, attachment]).toMatchObject([
      200,
      { kind: 'image', mime: 'image/png', width: 4, height: 3 },
    ]);
    const listening = await agent.listening({ conversation: visitor.conversationId });
    const { attachmentId } = attachment;
    expect(await sendAttached(visitor, attachmentId)).toMatchObject({ type: 'ack' });
    const posted = await listening.event('message.posted', (event) => event.attachment !== undefined);
    expect(posted.attachment).toEqual(attachment);
    const { body: thread } = await agent.get<ThreadAnswer>(path);
    expect(thread.messages.at(-1)).toMatchObject({ text: '', attachment });
    expect(thread.conversation.lastMessage).toMatchObject({
      attachment: { kind: 'image', name: '破损的袖口.png' },
    });
    const answer = await agent.get(`${path}/files/${attachmentId}`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(/^inline; filename="_____\.png"; filename\*=UTF-8''%E7/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    const fetched = await fetch(`${desk.url}${path}/files/${attachmentId}`, { headers: agent.headers });
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(smallPng);
  });

  test('from the agent reaches the customer, with what it answers', async () => {
    const { attachment } = await byAgent('尺码表.png', png(30, 20));
    const { attachmentId } = attachment;
    const sent = await agent.post(`${path}/messages`, {
      clientId: 'picture-0001',
      text: '您好，这是这款的尺码表，您看一下。',
      attachmentId,
      quotes: 1,
    });
    expect(sent.status).toBe(201);
    const again = await desk.visit(shop, { visitorToken: visitor.token });
    expect(again.session.view.messages.at(-1)).toMatchObject({
      attachment,
      quote: { seq: 1, author: 'customer', text: '衣服尺码不对，想换一件' },
    });
    expect((await customer.get(`/widget/v1/files/${attachmentId}`)).status).toBe(200);
  });

  test('sent again after a lost answer is the same message; with another attachment it is not', async () => {
    const { attachment } = await byAgent('a.png', png(5, 5));
    const other = await byAgent('b.png', png(6, 6));
    const reply = { clientId: 'picture-0002', text: '', attachmentId: attachment.attachmentId };
    const first = await agent.post(`${path}/messages`, reply);
    const second = await agent.post(`${path}/messages`, reply);
    expect([first.status, second.body]).toEqual([201, first.body]);
    const changed = { ...reply, attachmentId: other.attachment.attachmentId };
    expect((await agent.post<ProblemDetails>(`${path}/messages`, changed)).body).toMatchObject({
      reason: 'client-id-reused',
    });
    const twice = { ...reply, clientId: 'picture-0003' };
    expect((await agent.post<ProblemDetails>(`${path}/messages`, twice)).body).toMatchObject({
      reason: 'attachment-sent',
    });
  });

  test('of more pixels than any screen has is not taken', async () => {
    const { status, problem } = await attach(customer, 'huge.png', png(60_000, 60_000));
    expect([status, problem]).toMatchObject([400, { problems: [{ problem: 'too-many-pixels' }] }]);
  });
});

describe('what is no picture', () => {
  test('is a download, whatever it is called', async () => {
    const customer = await somebody();
    const { attachment } = await attach(customer, '发票.png', pdf);
    expect(attachment).toMatchObject({ kind: 'file', mime: 'application/pdf', name: '发票_png.pdf' });
    const { headers } = await customer.get(`/widget/v1/files/${attachment.attachmentId}`);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  test('is told from its bytes: an office document by its directory', async () => {
    expect((await attach(await somebody(), '清单.docx', docx)).attachment).toMatchObject({
      kind: 'file',
      name: '清单.docx',
    });
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  test.each([
    ['an SVG that runs', 'smile.svg', svg],
    ['an SVG called a picture', 'smile.png', svg],
    ['a page', 'page.html', '<!doctype html><script>alert(1)</script>'],
    ['a page called a PDF', 'page.pdf', '<html><body onload=alert(1)>'],
    ['a program', 'setup.exe', 'MZ\x90\0'],
    ['an archive that is no document', 'all.zip', zip(['a.txt'])],
    [
      'a document with a program in it',
      'a.docm',
      zip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
    ],
    ['nothing', 'empty.png', ''],
  ])('%s is refused, says why, and leaves nothing', async (_, name, bytes) => {
    const before = await filesOnDisk();
    const { status, problem } = await attach(await somebody(), name, bytes);
    expect(status).toBe(400);
    expect(problem.detail).toMatch(bytes === '' ? /./ : /这种文件不能发送/);
    expect(await filesOnDisk()).toEqual(before);
  });

  test('an archive that would swell to gigabytes is never unpacked', async () => {
    const bomb = zip(['[Content_Types].xml', 'word/document.xml'], 0xfffffff0);
    const before = process.memoryUsage().rss;
    expect((await attach(await somebody(), 'bomb.docx', bomb)).status).toBe(200);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('a name', () => {
  test.each([
    ['../../../etc/passwd.png', 'passwd.png'],
    ['C:\\Users\\王\\照片.png', '照片.png'],
    ['..', 'file.png'],
    ['photo.exe.png', 'photo_exe.png'],
    ['invoice.png.exe', 'invoice_png_exe.png'],
    ['gnp.\u202Eexe.png', 'gnp_exe.png'],
    ['a"b\r\nset-cookie: x=1.png', 'a_bset-cookie_ x=1.png'],
    ['v1.2 版.PNG', 'v1.2 版.png'],
  ])('%j is kept as %j', async (given, kept) => {
    expect((await attach(await somebody(), given, png(7, 7))).attachment.name).toBe(kept);
  });

  test.each([['with\0nothing.png'], [''], ['长'.repeat(300)]])('%j is refused', async (name) => {
    expect((await attach(await somebody(), name, smallPng)).status).toBe(400);
  });

  test('that insults blocks the reply like any word of it', async () => {
    const { attachment } = await byAgent('你是傻逼吗.png', png(8, 8));
    const { attachmentId } = attachment;
    const sent = await agent.post<ProblemDetails>(`${path}/messages`, {
      clientId: 'insult-0001',
      text: '您好，请看图片。',
      attachmentId,
    });
    expect([sent.status, sent.body.code]).toEqual([422, 'blocked']);
  });
});

describe('a file that is too large', () => {
  test('is refused when it is announced', async () => {
    const { status, body } = await customer.post<ProblemDetails>('/widget/v1/uploads', {
      name: 'film.mp4',
      size: 50 * 1024 * 1024,
    });
    expect([status, body.code]).toEqual([413, 'too-large']);
    expect(body.detail).toBe('文件太大，最多 20 MB，没有保存。请压缩后再发。');
  });

  test('is refused while it streams where the announcement lied; nothing is left behind', async () => {
    const before = await filesOnDisk();
    const customer = await somebody();
    const begun = await customer.post<UploadAnswer>('/widget/v1/uploads', { name: 'film.pdf', size: 9 });
    const mega = Buffer.alloc(1024 * 1024);
    const stream = Readable.from(
      (function* () {
        yield pdf;
        for (let i = 0; i < 50; i++) yield mega;
      })(),
    );
    const { status, body } = await customer.upload<ProblemDetails>(
      `/widget/v1/uploads/${begun.body.attachmentId}`,
      Readable.toWeb(stream) as never,
    );
    expect([status, body.code]).toEqual([413, 'too-large']);
    expect(await filesOnDisk()).toEqual(before);
  });
});

describe('somebody else', () => {
  test("does not finish, send or see another's upload", async () => {
    const stranger = bearing(await desk.visit(shop));
    const begun = await customer.post<UploadAnswer>('/widget/v1/uploads', { name: 'a.png', size: 99 });
    const { attachmentId } = begun.body;
    const finishedBy = async (client: Client, where = '/widget/v1') =>
      (await client.upload(`${where}/uploads/${attachmentId}`, smallPng)).status;
    expect(await finishedBy(stranger)).toBe(404);
    expect(await finishedBy(desk.anybody)).toBe(401);
    expect(await finishedBy(agent, '/api/v1')).toBe(404);
    expect(await finishedBy(customer)).toBe(200);
    expect((await stranger.get(`/widget/v1/files/${attachmentId}`)).status).toBe(404);
    expect((await agent.get(`${path}/files/${attachmentId}`)).status).toBe(404); // not sent yet
    const other = await desk.visit(shop);
    await other.say('你好');
    expect(await sendAttached(other, attachmentId)).toMatchObject({
      type: 'refused',
      refusal: { code: 'not-found' },
    });
    const stolen = await agent.post(`${path}/messages`, { clientId: 'stolen-0001', text: '', attachmentId });
    expect(stolen.status).toBe(404);
    expect(await sendAttached(visitor, attachmentId)).toMatchObject({ type: 'ack' });
  });

  test('without session or right gets a 404 or a 401, also with the id in hand', async () => {
    const { body } = await agent.get<ThreadAnswer>(path);
    const { attachmentId } = body.messages.find((message) => message.attachment)!.attachment!;
    const file = `${path}/files/${attachmentId}`;
    const outside = await desk.signIn(shop, 'presales');
    const strangers = await desk.signIn(await desk.addShop(), 'supervisor');
    const elsewhere = await desk.served(shop);
    expect((await desk.anybody.get(file)).status).toBe(401);
    expect((await desk.anybody.get(`/widget/v1/files/${attachmentId}`)).status).toBe(401);
    expect((await outside.get(file)).status).toBe(404);
    expect((await strangers.get(file)).status).toBe(404);
    expect((await elsewhere.agent.get(`${elsewhere.path}/files/${attachmentId}`)).status).toBe(404);
    expect((await bearing(elsewhere.visitor).get(`/widget/v1/files/${attachmentId}`)).status).toBe(404);
    expect((await desk.anybody.get(`/files/${attachmentId}`)).status).toBe(404);
  });

  test('does not quote what stands elsewhere', async () => {
    const sent = await agent.post(`${path}/messages`, { clientId: 'quote-0001', text: '您好', quotes: 9999 });
    expect(sent.status).toBe(404);
  });
});

test('nobody keeps more here unsent than a message or two could carry', async () => {
  const hoarder = await somebody();
  const announce = () => hoarder.post('/widget/v1/uploads', { name: 'a.png', size: 99 });
  for (let i = 0; i < 20; i++) expect((await announce()).status).toBe(201);
  expect((await announce()).status).toBe(429);
});

test('what nobody sends is swept with its bytes; what somebody sent stays', async () => {
  const unsent = await attach(customer, 'unsent.png', png(41, 41));
  const same = await attach(customer, 'sent.png', png(42, 42));
  await attach(customer, 'same-bytes.png', png(42, 42));
  await sendAttached(visitor, same.attachment.attachmentId);
  const before = await filesOnDisk();
  now += 80 * 3600_000;
  await sweepUploads(desk.app.conversations, shop.shopId);
  expect((await filesOnDisk()).length).toBeLessThan(before.length);
  expect((await customer.get(`/widget/v1/files/${unsent.attachment.attachmentId}`)).status).toBe(404);
  expect((await customer.get(`/widget/v1/files/${same.attachment.attachmentId}`)).status).toBe(200);
});
