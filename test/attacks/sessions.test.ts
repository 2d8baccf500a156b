import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Me, SessionRow } from '../../core/api.ts';
import { inShop, query } from '../../server/platform/database/pool.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import type { TestShop } from '../shops.ts';
import { password } from '../shops.ts';
import { until } from '../until.ts';

let desk: Desk;
let node: Desk;
let shop: TestShop;
beforeAll(async () => {
  desk = await startDesk();
  node = await startDesk({ database: desk.database });
  shop = await desk.addShop();
});
afterAll(async () => {
  expect([...desk.failures, ...node.failures]).toEqual([]);
  await node.stop();
  await desk.stop();
});

const mine = '/api/v1/me/sessions';
const account = () => `${shop.slug}:${shop.people.agent.login}`;

function signIn(cookie?: string) {
  const client = cookie ? desk.anybody.with({ cookie }) : desk.anybody;
  return client.post<Me>('/api/v1/auth/sign-in', { account: account(), password });
}

describe('the token', () => {
  test('is random, another one at every sign-in, in a cookie that scripts and other sites do not get', async () => {
    const cookies = await Promise.all([1, 2, 3].map(async () => (await signIn()).headers.get('set-cookie')!));
    const tokens = cookies.map((cookie) => /^yinuo_session=([\w-]{43});/.exec(cookie)?.[1]);
    expect(tokens).not.toContain(undefined);
    expect(new Set(tokens).size).toBe(3);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=Strict/);
      expect(cookie).toMatch(/; Path=\//);
    }
  });

  test('that was planted before signing in stays worthless', async () => {
    const planted = `yinuo_session=${'A'.repeat(43)}`;
    const answer = await signIn(planted);
    expect(answer.headers.get('set-cookie')).not.toContain(planted);
    expect((await desk.anybody.with({ cookie: planted }).get('/api/v1/me')).status).toBe(401);
  });

  test('of before ends when the same browser signs in again', async () => {
    const first = await desk.signIn(shop, 'agent');
    const socket = await first.socket();
    expect((await signIn(first.headers['cookie'])).status).toBe(200);
    expect((await first.get('/api/v1/me')).status).toBe(401);
    await until('the close', () => socket.closed === 4401);
  });

  test('is kept by its hash only', async () => {
    const { token } = await desk.signIn(shop, 'agent');
    const rows = await query<{ text: string }>(desk.app.pool, 'select t::text as text from sessions t');
    expect(rows.length).toBeGreaterThan(0);
    for (const { text } of rows) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(Buffer.from(token).toString('hex'));
    }
  });

  test.each(['no such person', 'wrong password', 'no such shop'])('%s: one answer for all', async (which) => {
    const answers = {
      'no such person': { account: `${shop.slug}:nobody`, password },
      'wrong password': { account: account(), password: 'guessed' },
      'no such shop': { account: `nowhere:${shop.people.agent.login}`, password },
    }[which]!;
    const { status, body, headers } = await desk.anybody.post('/api/v1/auth/sign-in', answers);
    expect([status, headers.get('set-cookie')]).toEqual([401, null]);
    expect(body).toMatchObject({
      code: 'unauthenticated',
      detail: expect.stringContaining('账号、密码不对'),
    });
  });
});

describe('a session that ends closes its sockets with 4401', () => {
  test('signing out: its own, at once, and no other session of the person', async () => {
    // Nor does anything wait for the look at what was ended elsewhere.
    const elsewhere = vi
      .spyOn(desk.app.sessions, 'standing')
      .mockImplementation(async (ids) => new Map(ids.map((id) => [id, null])));
    onTestFinished(() => elsewhere.mockRestore());
    const [leaving, staying] = [await desk.signIn(shop, 'agent'), await desk.signIn(shop, 'agent')];
    const sockets = [await leaving.socket(), await leaving.socket()];
    const other = await staying.socket();
    expect((await leaving.post('/api/v1/auth/sign-out')).status).toBe(204);
    await until('both closed', () => sockets.every((socket) => socket.closed === 4401));
    expect((await leaving.get('/api/v1/me')).status).toBe(401);
    expect(await leaving.connect('/api/v1/socket')).toBe(401);
    await other.roundTrip();
    expect(other.closed).toBe(null);
    await other.end();
  });

  test('revoked from another device', async () => {
    const [here, stolen] = [await desk.signIn(shop, 'lead'), await desk.signIn(shop, 'lead')];
    const socket = await stolen.socket();
    const { body } = await stolen.get<SessionRow[]>(mine);
    const { sessionId } = body.find((session) => session.current)!;
    expect((await here.delete(`${mine}/${sessionId}`)).status).toBe(204);
    await until('the close', () => socket.closed === 4401);
    expect((await stolen.get('/api/v1/me')).status).toBe(401);
  });

  test('revoked on another node', async () => {
    const stolen = await desk.signIn(shop, 'supervisor');
    const there = await node.signIn(shop, 'supervisor');
    const socket = await stolen.socket();
    const { body } = await stolen.get<SessionRow[]>(mine);
    const { sessionId } = body.find((session) => session.current)!;
    expect((await there.delete(`${mine}/${sessionId}`)).status).toBe(204);
    await until('the close', () => socket.closed === 4401);
  });

  test('whoever does not answer the close is heard no more', async () => {
    const { agent, conversationId } = await desk.served(shop);
    const socket = await agent.socket();
    const before = await messages(conversationId);
    // A client that reads nothing never sees the close, and keeps its side open.
    socket.raw.pause();
    expect((await agent.post('/api/v1/auth/sign-out')).status).toBe(204);
    socket.send({ type: 'send', clientId: 'too-late-0001', conversationId, text: '我还想说一句' });
    socket.send({ type: 'presence', state: 'available' });
    socket.raw.resume();
    await until('the close', () => socket.closed === 4401);
    await desk.app.conversations.road.idle();
    expect(await messages(conversationId)).toBe(before);
  });

  async function messages(conversationId: string) {
    const rows = await inShop(desk.app.pool, shop.shopId, (tx) =>
      tx.query('select from messages where conversation_id = $1', [conversationId]),
    );
    return rows.length;
  }
});

test('a session that is not used runs out, sockets and all', async () => {
  let passed = 0;
  const clock = await startDesk({ now: () => Date.now() + passed });
  const own = await clock.addShop();
  const agent = await clock.signIn(own, 'agent');
  const socket = await agent.socket();
  passed = 13 * 3600_000;
  expect((await agent.get('/api/v1/me')).status).toBe(401);
  await until('the close', () => socket.closed === 4401);
  await clock.stop();
});

test('somebody who has left the shop is let in no more, nor is their session good', async () => {
  const leaver = await desk.signIn(shop, 'reviewer');
  await inShop(desk.app.pool, shop.shopId, async (tx) =>
    tx.send('update agents set left_at = now() where agent_id = $1', [leaver.person.agentId]),
  );
  expect((await leaver.get('/api/v1/me')).status).toBe(401);
  await expect(desk.signIn(shop, 'reviewer')).rejects.toThrow('not let in');
});
