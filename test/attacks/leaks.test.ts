import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HoldAnswer } from '../../core/api.ts';
import { roles } from '../../core/team/roles.ts';
import { inShop } from '../../server/platform/database/pool.ts';
import { testSecret } from '../../server/platform/database/testing.ts';
import type { DeskClient, Visitor } from '../client.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import type { TestShop } from '../shops.ts';
import { password } from '../shops.ts';

let desk: Desk;
let shop: TestShop;
let people: DeskClient[];
let visitors: Visitor[];
let owner: pg.Client;
const failure = 'a device that the database refuses';

/** A day at the desk with everything that there is, failures too. */
beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  owner = new pg.Client({ connectionString: desk.database.ownerUrl });
  await owner.connect();
  people = await Promise.all(roles.map((role) => desk.signIn(shop, role)));
  const [agentClient, lead, supervisor] = people as [DeskClient, DeskClient, DeskClient];
  const wall = await supervisor.listening('wall');
  const inbox = await agentClient.listening('inbox');

  const identityToken = await shop.sign('member-1', { name: '王女士', phones: ['13912345678'] });
  const { visitor, agent, path, conversationId } = await desk.served(shop, 'agent', { identityToken });
  const anonymous = await desk.visit(shop);
  await anonymous.say('没有登录，随便问问');
  await anonymous.with({ authorization: `Bearer ${anonymous.token}` }).get('/widget/v1/messages?before=9');
  await desk.visit(shop, { visitorToken: anonymous.token });
  visitors = [visitor, anonymous];
  const page = await visitor.listening();
  const screen = await agent.listening({ conversation: conversationId });
  screen.send({ type: 'presence', state: 'available' });
  screen.send({ type: 'typing', conversationId, typing: true });
  page.send({ type: 'typing', conversationId, typing: true });
  await screen.say(conversationId, '您好，马上帮您看。');
  page.send({ type: 'read', conversationId, upTo: 2 });
  await visitor.say('宝宝起红疹了，我要打12315投诉');
  const blocked = { clientId: 'leaks-0001', text: '说明书不是写了吗，您自己不会看吗？' };
  await agent.post(`${path}/messages`, blocked);
  const { body: hold } = await agent.post<HoldAnswer>(`${path}/holds`, blocked);
  await supervisor.post(`${path}/holds/${hold.holdId}/release`, {
    verdict: 'risk-taken',
    reason: '情况特殊',
  });
  await supervisor.post(`${path}/whispers`, { text: '先关心宝宝' });
  await agent.post(`${path}/notes`, { text: '客户着急' });
  await agent.post(`${path}/unmask`, { field: 'phone' });
  await agent.post(`${path}/transfer`, { agentId: lead.person.agentId, note: '请接一下' });
  await lead.post(`${path}/resolve`);
  await wall.event('episode.scored');
  await inbox.roundTrip();
  for (const person of people)
    for (const there of [
      '/api/v1/me/sessions',
      '/api/v1/agents',
      '/api/v1/wall',
      '/api/v1/conversations?view=all',
      path,
    ])
      await person.get(there);
  await desk.anybody.post('/api/v1/auth/sign-in', { account: lead.me.account, password: 'guessed' });
  await desk.anybody.post('/widget/v1/sessions', { shop: shop.slug, identityToken: 'nonsense' });
  await desk.anybody.get('/api/v1/openapi.json');

  await owner.query(`alter table sessions add constraint refusing check (device <> '${failure}')`);
  const failing = desk.anybody.with({ 'user-agent': failure });
  const { status } = await failing.post('/api/v1/auth/sign-in', { account: lead.me.account, password });
  expect(status).toBe(503);
});
afterAll(async () => {
  await owner.end();
  await desk.stop();
});

/** What was said or logged, but for where it has to be said. */
const heard = (but: string[] = []) =>
  [
    ...desk.heard.filter(({ where }) => !but.includes(where)),
    ...desk.failures.map((error) => ({
      where: 'the log',
      text: inspect(error, { depth: 10, showHidden: true }),
    })),
  ].map(({ where, text }) => ({ where, text }));

const whereFound = (secrets: (string | Buffer)[], but?: string[]) =>
  heard(but).flatMap(({ where, text }) =>
    secrets.flatMap(writings).some((secret) => text.includes(secret)) ? [where] : [],
  );

/** The ways in which bytes come to be written. */
function writings(secret: string | Buffer): string[] {
  const bytes = Buffer.from(secret);
  return [
    bytes.toString('utf8'),
    ...(['hex', 'base64', 'base64url'] as const).map((how) => bytes.toString(how)),
  ];
}

const hash = (text: string) => createHash('sha256').update(text).digest();

test('something was heard and something failed', () => {
  expect(desk.heard.length).toBeGreaterThan(60);
  expect(desk.failures).toHaveLength(1);
  expect(inspect(desk.failures[0])).toContain('refusing');
});

describe('is said nowhere, and logged nowhere:', () => {
  test("a session's token or its hash", () => {
    const tokens = people.map((person) => person.token);
    expect(whereFound([...tokens, ...tokens.map(hash)])).toEqual([]);
    // The one that failed has no token we know of: no bytes of the row are shown.
    expect(inspect(desk.failures)).not.toMatch(/\\x[0-9a-f]{16}/);
  });

  test("a visitor's token, but when it is given; nor its hash", () => {
    const tokens = visitors.map((visitor) => visitor.token.split('.')[1]!);
    expect(whereFound(tokens, ['POST /widget/v1/sessions'])).toEqual([]);
    expect(whereFound(visitors.map((visitor) => hash(visitor.token)))).toEqual([]);
    const given = desk.heard.filter(({ text }) => tokens.some((token) => text.includes(token)));
    expect(given).toHaveLength(tokens.length);
  });

  test('a password, its hash, or a key', async () => {
    const [agent] = await inShop(desk.app.pool, shop.shopId, (tx) =>
      tx.query<{ password_hash: string }>('select password_hash from agents limit 1'),
    );
    const { appUrl, pumpUrl } = desk.database;
    const rolePasswords = [appUrl, pumpUrl].map((url) => new URL(url).password);
    const secrets = [
      password,
      agent!.password_hash,
      '$argon2',
      testSecret,
      shop.key.secret,
      ...rolePasswords,
    ];
    expect(whereFound(secrets)).toEqual([]);
  });

  test("a session's id, but to whoever it belongs to", async () => {
    const rows = await owner.query<{ session_id: string }>('select session_id from sessions');
    expect(
      whereFound(
        rows.rows.map((row) => row.session_id),
        ['GET /api/v1/me/sessions'],
      ),
    ).toEqual([]);
  });

  test("a colleague's login", () => {
    const logins = Object.values(shop.people).map((person) => person.login);
    expect(whereFound(logins, ['POST /api/v1/auth/sign-in'])).toEqual([]);
    for (const { where, text } of desk.heard.filter((one) => one.where.endsWith('sign-in')))
      expect([where, logins.filter((login) => text.includes(login)).length < 2]).toEqual([where, true]);
  });

  test('to customers: what the staff say among themselves, ids of colleagues, findings, scores', () => {
    const toCustomers = desk.heard.filter(({ where }) => where.includes('/widget/')).map(({ text }) => text);
    expect(toCustomers.length).toBeGreaterThan(10);
    const staffOnly = [
      ...Object.values(shop.people).map((person) => person.agentId),
      '先关心宝宝',
      '客户着急',
      '请接一下',
      '情况特殊',
      'leaks-0001',
      'hold-',
      'staffSeq',
      'finding',
      'alert',
      'mood',
      'episode.',
      'points',
      '13912345678',
    ];
    for (const secret of staffOnly)
      expect([secret, toCustomers.filter((text) => text.includes(secret))]).toEqual([secret, []]);
  });
});

test('the log in the database holds ids and states, no words and no names', async () => {
  const { rows } = await owner.query<{ text: string }>(
    `select e::text as text from events e union all select j::text from graphile_worker._private_jobs j`,
  );
  expect(rows.length).toBeGreaterThan(10);
  const words = [
    '您好',
    '宝宝',
    '着急',
    '请接',
    '特殊',
    '王女士',
    '13912345678',
    shop.people.agent.name,
    'leaks-0001',
  ];
  for (const word of words)
    expect([word, rows.filter(({ text }) => text.includes(word))]).toEqual([word, []]);
});
