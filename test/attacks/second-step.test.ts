import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Me, SecondStepKey } from '../../core/api.ts';
import { query } from '../../server/platform/database/pool.ts';
import { codeOf, periodAt } from '../../server/modules/team/totp.ts';
import type { DeskClient } from '../client.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import type { TestShop } from '../shops.ts';
import { password } from '../shops.ts';
import { until } from '../until.ts';

let now: number;
let desk: Desk;
let shop: TestShop;
beforeAll(async () => {
  now = Date.now();
  desk = await startDesk({ now: () => now, rates: { codeBurst: 4, codesPerHour: 20 } });
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});
beforeEach(async () => {
  now += 3600_000;
  shop = await desk.addShop();
});

const base = '/api/v1/me/second-step';
const signIn = (code?: string, secret = password) =>
  desk.anybody.post<Me>('/api/v1/auth/sign-in', {
    account: `${shop.slug}:${shop.people.agent.login}`,
    password: secret,
    code,
  });

/** Turns it on, and answers with what the phone and the paper know. */
async function turnOn(agent: DeskClient) {
  const { body } = await agent.post<SecondStepKey>(base, { currentPassword: password });
  const secret = bytesOf(body.key);
  const answer = await agent.post<{ recoveryCodes: string[] }>(`${base}/confirm`, {
    code: codeOf(secret, periodAt(now)),
  });
  expect(answer.status).toBe(200);
  const cookie = /yinuo_session=[^;]+/.exec(answer.headers.get('set-cookie')!)![0];
  return { secret, codes: answer.body.recoveryCodes, self: desk.anybody.with({ cookie }) };
}

function bytesOf(key: string): Buffer {
  const bits = [...key].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  );
}

test('is asked for once a code was right; the password alone opens nothing then', async () => {
  const agent = await desk.signIn(shop, 'agent');
  const elsewhere = await (await desk.signIn(shop, 'agent')).socket();
  await agent.post(base, { currentPassword: password });
  expect((await signIn()).status).toBe(200);
  const { secret } = await turnOn(agent);
  await until('the close', () => elsewhere.closed === 4401);
  const without = await signIn();
  expect([without.status, without.body, without.headers.get('set-cookie')]).toEqual([
    401,
    expect.objectContaining({ code: 'second-step', problem: 'missing' }),
    null,
  ]);
  expect((await signIn(undefined, 'guessed')).body).toMatchObject({ code: 'unauthenticated' });
  now += 30_000;
  expect((await signIn(codeOf(secret, periodAt(now)))).status).toBe(200);
});

test('takes a code once: neither the one it was turned on with, nor one that was seen', async () => {
  const { secret } = await turnOn(await desk.signIn(shop, 'agent'));
  expect((await signIn(codeOf(secret, periodAt(now)))).body).toMatchObject({ problem: 'wrong' });
  now += 30_000;
  const code = codeOf(secret, periodAt(now));
  const answers = await Promise.all([signIn(code), signIn(code)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
});

test('recovery codes open it once each, and are kept by their hash', async () => {
  const { codes, self } = await turnOn(await desk.signIn(shop, 'agent'));
  expect(new Set(codes).size).toBe(10);
  expect((await signIn(codes[0]!.toLowerCase())).status).toBe(200);
  expect((await signIn(codes[0])).body).toMatchObject({ problem: 'wrong' });
  expect((await self.get('/api/v1/me/security')).body).toMatchObject({ recoveryCodesLeft: 9 });
  const rows = await query(desk.app.pool, `select 1 where exists (select from recovery_codes)`);
  expect(rows).toEqual([]); // behind the wall
});

describe('tries', () => {
  test('at a code are few, whoever knows the password, wherever they come from', async () => {
    await turnOn(await desk.signIn(shop, 'agent'));
    now += 3600_000;
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push((await signIn(`00000${i}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
    const elsewhere = desk.anybody.with({ 'x-forwarded-for': '203.0.113.9', 'user-agent': 'other' });
    const account = `${shop.slug}:${shop.people.agent.login}`;
    const answer = await elsewhere.post('/api/v1/auth/sign-in', { account, password, code: '999999' });
    expect(answer.status).toBe(429);
  });

  test('by somebody without the password use up nobody’s codes', async () => {
    const { secret } = await turnOn(await desk.signIn(shop, 'agent'));
    for (let i = 0; i < 9; i++) expect((await signIn('000000', 'guessed')).status).toBe(401);
    now += 30_000;
    expect((await signIn(codeOf(secret, periodAt(now)))).status).toBe(200);
  });
});

test('is begun and turned off by the password, not by an unlocked desk', async () => {
  const agent = await desk.signIn(shop, 'agent');
  expect((await agent.post(base, { currentPassword: 'guessed' })).status).toBe(400);
  const { self } = await turnOn(agent);
  expect((await self.post(base, { currentPassword: password })).body).toMatchObject({
    reason: 'second-step-on',
  });
  expect((await self.post(`${base}/remove`, { currentPassword: 'guessed' })).status).toBe(400);
  expect((await signIn()).status).toBe(401);
  expect((await self.post(`${base}/remove`, { currentPassword: password })).status).toBe(204);
  expect((await signIn()).status).toBe(200);
});

test('is turned off by an administrator where the phone is lost', async () => {
  await turnOn(await desk.signIn(shop, 'agent'));
  const { agentId } = shop.people.agent;
  const supervisor = await desk.signIn(shop, 'supervisor');
  expect((await supervisor.post(`/api/v1/people/${agentId}/second-step/remove`)).status).toBe(403);
  const admin = await desk.signIn(shop, 'administrator');
  expect((await admin.post(`/api/v1/people/${agentId}/second-step/remove`)).status).toBe(204);
  expect((await signIn()).status).toBe(200);
});

test('stays after a new password by link', async () => {
  await turnOn(await desk.signIn(shop, 'agent'));
  const admin = await desk.signIn(shop, 'administrator');
  const { body } = await admin.post<{ token: string }>(
    `/api/v1/people/${shop.people.agent.agentId}/reset-link`,
  );
  const fresh = 'seven quiet rivers';
  await desk.anybody.post('/api/v1/auth/resets/use', { token: body.token, password: fresh });
  expect((await signIn(undefined, fresh)).body).toMatchObject({ code: 'second-step' });
});
