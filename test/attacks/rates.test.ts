import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { networkOf } from '../../server/platform/http/rate-limit.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import type { TestShop } from '../shops.ts';
import { password } from '../shops.ts';
import { until } from '../until.ts';

let now: number;
let desk: Desk;
let shop: TestShop;
beforeEach(async () => {
  now = Date.now();
  const rates = {
    signInBurst: 3,
    signInPerMinute: 3,
    signInsByAddress: 12,
    widgetOpenings: 5,
    widgetRatings: 3,
    widgetFrames: 30,
    deskFrames: 30,
    sockets: 9,
  };
  desk = await startDesk({ now: () => now, rates });
  shop = await desk.addShop({ slug: 'momo', people: { agent: { login: 'chen' }, lead: { login: 'he' } } });
});
afterEach(() => desk.stop());

const signIn = (account: string, headers = {}) =>
  desk.anybody.with(headers).post('/api/v1/auth/sign-in', { account, password: 'guessed' });

describe('tries at a password', () => {
  test('are counted by the account, however it is typed', async () => {
    const typed = [
      'momo:chen',
      'MOMO:CHEN',
      '  momo：chen ',
      'ｍｏｍｏ：ｃｈｅｎ',
      'momo:chen:again',
      '\u3000momo:Chen',
    ];
    const answers = [];
    for (const account of typed) answers.push((await signIn(account)).status);
    expect(answers).toEqual([401, 401, 401, 429, 429, 429]);
    // Neither does the right password help, nor another browser, nor a claim to come from elsewhere.
    const right = await desk.anybody.post('/api/v1/auth/sign-in', { account: 'momo:chen', password });
    expect(right.status).toBe(429);
    const headers = {
      'x-forwarded-for': '203.0.113.9',
      forwarded: 'for=203.0.113.9',
      'x-real-ip': '203.0.113.9',
      'user-agent': 'other',
    };
    expect((await signIn('momo:chen', headers)).status).toBe(429);
  });

  test('say when to come back, and are let in then', async () => {
    for (let i = 0; i < 3; i++) await signIn('momo:chen');
    const answer = await signIn('momo:chen');
    expect(answer.headers.get('retry-after')).toBe('20');
    expect(answer.body).toMatchObject({ code: 'too-many', retryAfterSeconds: 20 });
    now += 20_000;
    expect((await desk.signIn(shop, 'agent')).me.account).toBe('momo:chen');
    now -= 3600_000;
    expect((await signIn('momo:chen')).status).toBe(429);
  });

  test('are counted by the address, whatever the account; no header changes it', async () => {
    const answers = [];
    for (let i = 0; i < 13; i++)
      answers.push((await signIn(`momo:guess${i}`, { 'x-forwarded-for': `203.0.113.${i}` })).status);
    expect(answers).toEqual([...Array.from({ length: 12 }, () => 401), 429]);
  });

  test('from an address that has none left cost the account nothing', async () => {
    for (let i = 0; i < 12; i++) await signIn(`momo:guess${i}`);
    for (let i = 0; i < 5; i++) expect((await signIn('momo:chen')).status).toBe(429);
    now += 5_000;
    expect((await desk.signIn(shop, 'agent')).me.account).toBe('momo:chen');
  });
});

test('opening the widget is counted by the address, whatever is opened', async () => {
  const other = await desk.addShop();
  const answers = [];
  for (let i = 0; i < 7; i++) {
    const client = desk.anybody.with({ 'x-forwarded-for': `203.0.113.${i}` });
    const opening = {
      shop: i % 2 ? shop.slug : other.slug,
      visitorToken: `guess ${i}`,
    };
    answers.push((await client.post('/widget/v1/sessions', opening)).status);
  }
  expect(answers).toEqual([200, 200, 200, 200, 200, 429, 429]);
  expect((await desk.anybody.get('/widget/v1/messages?before=9')).status).toBe(429);
});

describe('frames', () => {
  test('are counted by the person, over all of their sockets and sessions', async () => {
    const [agent, lead] = [await desk.signIn(shop, 'agent'), await desk.signIn(shop, 'lead')];
    const elsewhere = await desk.signIn(shop, 'agent');
    const sockets = [await agent.socket(), await agent.socket(), await elsewhere.socket()];
    const colleague = await lead.socket();
    for (const socket of sockets) for (let i = 0; i < 10; i++) socket.sendText('{"type":"ping"}');
    await until('all thirty answered', () => sockets.every((socket) => socket.of('pong').length === 10));
    sockets[2]!.sendText('nonsense counts too');
    await until('the close', () => sockets[2]!.closed === 4429);
    const again = await elsewhere.socket();
    again.send({ type: 'ping' });
    await until('the close', () => again.closed === 4429);
    await colleague.roundTrip();
    expect(colleague.closed).toBe(null);
  });

  test('are counted by the customer, over all of their sockets', async () => {
    const [visitor, other] = [await desk.visit(shop), await desk.visit(shop)];
    const sockets = [await visitor.socket(), await visitor.socket()];
    for (const socket of sockets) for (let i = 0; i < 15; i++) socket.sendText('{"type":"ping"}');
    await until('all thirty answered', () => sockets.every((socket) => socket.of('pong').length === 15));
    sockets[0]!.send({ type: 'ping' });
    await until('the close', () => sockets[0]!.closed === 4429);
    const page = await other.socket();
    await page.roundTrip();
    expect(page.closed).toBe(null);
  });
});

test('sockets are counted by the address, and a token that is guessed costs one', async () => {
  const answers = [];
  for (let i = 0; i < 10; i++) {
    const answer = await desk.anybody.connect('/api/v1/socket', { 'x-forwarded-for': `203.0.113.${i}` });
    answers.push(answer);
  }
  expect(answers).toEqual([...Array.from({ length: 9 }, () => 401), 429]);
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('the address %s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

describe('ratings', () => {
  test('are counted by the customer, whatever they say, of which episode, from which tab', async () => {
    const { visitor, agent, path } = await desk.served(shop);
    await agent.post(`${path}/resolve`);
    const rate = (episode: number, stars: number) =>
      desk.anybody
        .with({ authorization: `Bearer ${visitor.token}`, 'x-forwarded-for': `203.0.113.${stars}` })
        .post('/widget/v1/ratings', { episode, stars, word: `word ${stars}` });
    const answers = [];
    for (const [episode, stars] of [
      [1, 1],
      [1, 5],
      [2, 3],
      [1, 2],
    ] as const)
      answers.push((await rate(episode, stars)).status);
    expect(answers).toEqual([200, 200, 404, 429]);
  });

  test('with invented tokens use up the allowance of the address', async () => {
    const guess = `${shop.shopId.replaceAll('-', '')}.${'x'.repeat(43)}`;
    const answers = [];
    for (let i = 0; i < 6; i++) {
      const client = desk.anybody.with({ authorization: `Bearer ${guess.slice(0, -1)}${i}` });
      answers.push((await client.post('/widget/v1/ratings', { episode: 1, stars: 5 })).status);
    }
    expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
  });
});
