import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountAnswer, Me } from '../../core/api.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';

let now: number;
let desk: Desk;
beforeEach(async () => {
  now = Date.now();
  desk = await startDesk({ now: () => now, rates: { linksByAddress: 12 } });
});
afterEach(() => desk.stop());

const password = 'seven quiet rivers';
const wish = { shopName: '小满茶铺', slug: 'xiaoman', name: '程一诺', login: 'cheng', password, lang: 'zh' };
const use = (token: string, some: object = {}) =>
  desk.anybody.post<AccountAnswer>('/api/v1/auth/set-up/use', { token, ...wish, ...some });
const open = (token: string) => desk.anybody.post('/api/v1/auth/set-up/open', { token });

describe('the link of a first start', () => {
  test('makes the shop and its administrator, once', async () => {
    const token = (await desk.app.setUpToken())!;
    expect((await open(token)).status).toBe(200);
    expect((await use(token, { password: 'xiaoman12345' })).status).toBe(400);
    const made = await use(token);
    expect(made.body).toEqual({ account: 'xiaoman:cheng' });
    const me = await desk.anybody.post<Me>('/api/v1/auth/sign-in', { account: 'xiaoman:cheng', password });
    expect(me.body).toMatchObject({ role: 'administrator', shopName: '小满茶铺' });
    for (const again of [await use(token, { slug: 'another' }), await open(token)])
      expect(again.body).toMatchObject({ code: 'conflict', reason: 'set-up-used' });
    expect(await desk.app.setUpToken()).toBe(null);
    expect(await desk.app.shops.ids()).toHaveLength(1);
  });

  test('followed by several at once makes one shop', async () => {
    const token = (await desk.app.setUpToken())!;
    const answers = await Promise.all(['one', 'two', 'three'].map((slug) => use(token, { slug })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(await desk.app.shops.ids()).toHaveLength(1);
  });

  test('dies after a day, and where there is an administrator already', async () => {
    const token = (await desk.app.setUpToken())!;
    now += 24 * 3600_000 + 1;
    expect((await use(token)).status).toBe(409);
    const fresh = (await desk.app.setUpToken())!;
    await desk.addShop();
    expect((await use(fresh)).status).toBe(409);
  });

  test('is not forged: another end, another secret', async () => {
    const token = (await desk.app.setUpToken())!;
    const [expires, signature] = token.split('.') as [string, string];
    const later = (Number.parseInt(expires, 36) + 1).toString(36);
    for (const forged of [`${later}.${signature}`, `${expires}.${'A'.repeat(43)}`, expires, 'x', '.'])
      expect([forged, (await use(forged)).status]).toEqual([forged, 409]);
    expect(await desk.app.shops.ids()).toEqual([]);
  });
});

test('tries at links are counted by the address, whichever link is tried', async () => {
  const doors = ['invitations/open', 'resets/open', 'set-up/open'];
  const statuses = [];
  for (let i = 0; i < 14; i++) {
    const client = desk.anybody.with({ 'x-forwarded-for': `203.0.113.${i}` });
    statuses.push((await client.post(`/api/v1/auth/${doors[i % 3]}`, { token: `guess ${i}` })).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 12 }, () => 409), 429, 429]);
});
