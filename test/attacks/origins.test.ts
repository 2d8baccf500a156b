import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskClient, Visitor } from '../client.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import type { TestShop } from '../shops.ts';
import { until } from '../until.ts';
import { sampled } from './route-samples.ts';

const page = 'https://shop.example';
let desk: Desk;
let shop: TestShop;
let other: TestShop;
let agent: DeskClient;
let visitor: Visitor;
beforeAll(async () => {
  desk = await startDesk();
  const settings = (origins: string[]) => ({
    widget: { greeting: { zh: '您好', en: 'Hello' }, topics: [], origins },
  });
  shop = await desk.addShop({ settings: settings([page]) });
  other = await desk.addShop({ settings: settings(['https://other.example']) });
  agent = await desk.signIn(shop, 'agent');
  visitor = await desk.visit(shop);
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

const foreign = [
  'https://evil.example',
  'null',
  'https://shop.example.evil.example',
  'file://',
  'nonsense',
  'http://127.0.0.1',
  'http://127.0.0.1:1',
];

describe("another site's page", () => {
  test.each(foreign)('%s: nothing of the desk is done for it, whoever is signed in', async (origin) => {
    const id = visitor.conversationId;
    const named = {
      id,
      holdId: id,
      alertId: id,
      findingId: id,
      scheduledId: id,
      writing: 'reply',
      episodeId: id,
      rule: 'attitude.insult',
      attachmentId: id,
      version: '1',
      viewId: id,
      sessionId: id,
      agentId: id,
      account: agent.me.account,
      slug: shop.slug,
      shop: shop.slug,
      keyId: shop.key.id,
      orderId: id,
      importId: id,
      operationId: id,
      parcelId: id,
      sourceId: id,
      productId: id,
      promotionId: id,
      offerId: id,
      shortageId: id,
      invitationId: id,
      tagId: id,
      fieldId: id,
      noteId: id,
    };
    const changing = sampled(desk.app.routes, named).filter(
      ({ route }) => route.method !== 'GET' && !route.path.startsWith('/widget/'),
    );
    const client = agent.with({ origin });
    const answers = [];
    for (const { route, path, bodies } of changing)
      answers.push((await client.call(route.method, path, bodies[0])).status);
    expect(new Set(answers)).toEqual(new Set([403]));
    expect((await client.call('POST', '/demo/sign-out')).status).toBe(403);
    expect((await agent.get('/api/v1/me')).status).toBe(200);
  });

  test.each(foreign)('%s: reads nothing, for no answer is shared with it', async (origin) => {
    for (const path of ['/api/v1/me', '/api/v1/conversations?view=all', '/healthz']) {
      const { headers } = await agent.with({ origin }).get(path);
      expect(headers.get('access-control-allow-origin')).toBe(null);
      expect(headers.get('access-control-allow-credentials')).toBe(null);
    }
  });

  test.each(foreign)(
    '%s: opens no socket at the desk, though the browser sends the cookie',
    async (origin) => {
      expect(await agent.connect('/api/v1/socket', { origin })).toBe(403);
    },
  );

  test("the desk's own page does all this", async () => {
    const own = agent.with({ origin: desk.url });
    expect((await own.put('/api/v1/me/lang', { lang: 'zh' })).status).toBe(204);
    const socket = await own.connect('/api/v1/socket');
    expect(typeof socket).toBe('object');
    if (typeof socket === 'object') await socket.end();
  });
});

describe('a socket at the desk without credentials', () => {
  test.each([
    ['no cookie', ''],
    ['an empty one', 'yinuo_session='],
    ['an invented one', `yinuo_session=${'x'.repeat(43)}`],
    ['a cookie by another name', `session=${'x'.repeat(43)}`],
  ])('%s: 401', async (_, cookie) => {
    expect(await desk.anybody.connect('/api/v1/socket', { cookie })).toBe(401);
  });

  test('a token in the address counts for nothing', async () => {
    expect(await desk.anybody.connect(`/api/v1/socket?token=${agent.token}`)).toBe(401);
    const bearer = { authorization: `Bearer ${agent.token}` };
    expect(await desk.anybody.connect('/api/v1/socket', bearer)).toBe(401);
  });

  test('nor is there one anywhere else', async () => {
    for (const path of ['/', '/api/v1/socket/', '/api/v1/me', '/widget/v1/socket2'])
      expect(await agent.connect(path)).toBe(404);
  });
});

describe('the widget, on a page that the shop does not list', () => {
  const unlisted = [...foreign, 'https://other.example', 'http://shop.example', 'https://shop.example:8443'];

  test.each(unlisted)('%s: opens nothing, and gets no token', async (origin) => {
    const client = desk.anybody.with({ origin });
    const { status, headers, text } = await client.post('/widget/v1/sessions', { shop: shop.slug });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([403, null]);
    expect(text).not.toContain('visitorToken');
    const history = client.with({ authorization: `Bearer ${visitor.token}` });
    expect((await history.get('/widget/v1/messages?before=9')).status).toBe(403);
  });

  test.each(unlisted)('%s: its socket is closed, though the token is good', async (origin) => {
    const socket = await desk.anybody.connect('/widget/v1/socket', { origin });
    if (typeof socket === 'number') throw new Error(`answered ${socket}`);
    socket.send({ type: 'authenticate', visitorToken: visitor.token });
    await until('the close', () => socket.closed === 4401);
    expect(socket.frames).toEqual([]);
  });

  test('on one that it lists all is open, to that page alone and without cookies', async () => {
    const client = desk.anybody.with({ origin: page });
    const { status, headers } = await client.post('/widget/v1/sessions', { shop: shop.slug });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, page]);
    expect(headers.get('access-control-allow-credentials')).toBe(null);
    expect(headers.get('vary')).toMatch(/origin/i);
    const preflight = await client.call('OPTIONS', '/widget/v1/sessions');
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, page]);
    const stranger = desk.anybody.with({ origin: 'https://evil.example' });
    expect((await stranger.call('OPTIONS', '/widget/v1/sessions')).status).toBe(403);
    // Of another shop the same page gets nothing.
    expect((await client.post('/widget/v1/sessions', { shop: other.slug })).status).toBe(403);
  });
});

describe('a socket of the widget', () => {
  const before = [
    { type: 'ping' },
    { type: 'typing', conversationId: '00000000-0000-4000-8000-000000000000', typing: true },
    { type: 'authenticate', visitorToken: '' },
    { type: 'authenticate', visitorToken: 'x'.repeat(200) },
  ] as const;

  test.each(before)('%j before a good token closes it', async (frame) => {
    const socket = await desk.anybody.connect('/widget/v1/socket');
    if (typeof socket === 'number') throw new Error(`answered ${socket}`);
    socket.send(frame);
    if (frame.type === 'ping') await socket.frame('pong');
    else await until('the close', () => socket.closed === 4401);
    expect(socket.events).toEqual([]);
    socket.raw.terminate();
  });

  test("the desk's cookie opens nothing there, nor the visitor's token at the desk", async () => {
    const socket = await agent.connect('/widget/v1/socket');
    if (typeof socket === 'number') throw new Error(`answered ${socket}`);
    socket.send({ type: 'subscribe', id: 's', topic: 'inbox', after: '' });
    await until('the close', () => socket.closed === 4401);
    const cookie = `yinuo_session=${visitor.token}`;
    expect(await desk.anybody.connect('/api/v1/socket', { cookie })).toBe(401);
  });
});

describe('the policy of every answer', () => {
  test.each(['/', '/healthz', '/api/v1/me', '/nowhere', '/widget/nothing.js'])('%s', async (path) => {
    const { headers } = await desk.anybody.with({ accept: 'text/html' }).get(path);
    const policy = Object.fromEntries(
      (headers.get('content-security-policy') ?? '').split(';').map((line) => {
        const [name, ...sources] = line.trim().split(' ');
        return [name!, sources];
      }),
    );
    expect(policy['script-src']).toEqual(["'self'"]);
    expect(policy['default-src']).toEqual(["'self'"]);
    expect(policy['object-src']).toEqual(["'none'"]);
    expect(policy['base-uri']).toEqual(["'none'"]);
    expect(policy['frame-ancestors']).toEqual(["'none'"]);
    expect(policy['form-action']).toEqual(["'self'"]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBe(null);
  });
});
