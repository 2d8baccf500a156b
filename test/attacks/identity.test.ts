import { createHmac, randomBytes } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WidgetSession } from '../../core/api.ts';
import { inShop } from '../../server/platform/database/pool.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import type { TestShop } from '../shops.ts';

const now = Date.now();
const seconds = Math.floor(now / 1000);
let desk: Desk;
let shop: TestShop;
let other: TestShop;
beforeAll(async () => {
  desk = await startDesk({ now: () => now });
  shop = await desk.addShop();
  other = await desk.addShop();
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

function open(identityToken: string, visitorToken?: string) {
  return desk.anybody.post<WidgetSession>('/widget/v1/sessions', {
    shop: shop.slug,
    identityToken,
    visitorToken,
  });
}

async function customersOf({ shopId }: TestShop): Promise<number> {
  return (await inShop(desk.app.pool, shopId, (tx) => tx.query('select from customers'))).length;
}

/** Signed as the shop would, but for what is given. */
function signed(claims: object, { alg = 'HS256', kid = shop.key.id, key = shop.key.secret } = {}) {
  const usual = { sub: 'member-1', aud: shop.slug, iat: seconds, exp: seconds + 600 };
  return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg, kid }).sign(key);
}

test('a customer the shop signed for is known by name, and found again', async () => {
  const first = await desk.visit(shop, { identityToken: await shop.sign('member-1', { name: '王女士' }) });
  await first.say('我是王女士');
  const elsewhere = await desk.visit(shop, { identityToken: await shop.sign('member-1') });
  expect(elsewhere.session.customerName).toBe('王女士');
  expect(elsewhere.session.view.messages.map((message) => message.text)).toEqual(['我是王女士']);
});

describe('refused, and nobody is made of it:', () => {
  const tokens: [string, () => Promise<string> | string][] = [
    ['nothing at all', () => ''],
    ['no token', () => 'member-1'],
    ['only its parts', () => '..'],
    ['another key', () => signed({}, { key: randomBytes(32) })],
    ["another shop's key, under its own id", () => signed({}, { key: other.key.secret })],
    ['a key that is not known', () => signed({}, { kid: 'key-2' })],
    ['no key named', () => signed({}, { kid: '' })],
    ['signed for another shop', () => signed({ aud: other.slug })],
    ['signed for a shop that is not there', () => signed({ aud: 'nobody' })],
    ['signed for no shop', () => signed({ aud: undefined })],
    ['expired', () => signed({ iat: seconds - 700, exp: seconds - 1 })],
    ['without an end', () => signed({ exp: undefined })],
    ['without a beginning', () => signed({ iat: undefined })],
    ['good for more than an hour', () => signed({ exp: seconds + 3601 })],
    ['dated ahead, to be good for longer', () => signed({ iat: seconds + 86_400, exp: seconds + 90_000 })],
    ['not yet good', () => signed({ nbf: seconds + 300 })],
    ['for nobody', () => signed({ sub: undefined })],
    ['for an empty name', () => signed({ sub: '' })],
    ['for a list of customers', () => signed({ sub: ['member-1'] })],
    ['with a name that is no text', () => signed({ name: { first: '王' } })],
    ['with a name the database could not hold', () => signed({ name: 'a\0b' })],
    ['HS512, though the key is right', () => signed({}, { alg: 'HS512' })],
    ['HS384, though the key is right', () => signed({}, { alg: 'HS384' })],
    [
      'unsigned',
      () => new UnsecuredJWT({ sub: 'member-1', aud: shop.slug, iat: seconds, exp: seconds + 600 }).encode(),
    ],
    [
      'unsigned, with the right signature of something else',
      async () => {
        const [, , signature] = (await signed({})).split('.');
        const body = { sub: 'member-2', aud: shop.slug, iat: seconds, exp: seconds + 600 };
        const [head, payload] = [{ alg: 'none', kid: shop.key.id }, body].map((part) =>
          Buffer.from(JSON.stringify(part)).toString('base64url'),
        );
        return `${head}.${payload}.${signature}`;
      },
    ],
    [
      'changed after it was signed',
      async () => {
        const [head, , signature] = (await signed({})).split('.');
        const body = { sub: 'member-2', aud: shop.slug, iat: seconds, exp: seconds + 600 };
        return `${head}.${Buffer.from(JSON.stringify(body)).toString('base64url')}.${signature}`;
      },
    ],
    [
      "a bare HMAC of the customer's id",
      () => createHmac('sha256', shop.key.secret).update('member-1').digest('hex'),
    ],
  ];

  test.each(tokens)('%s', async (_, token) => {
    const before = await customersOf(shop);
    const { status, text } = await open(await token());
    expect([status, await customersOf(shop)]).toEqual([401, before]);
    expect(text).not.toMatch(/signature|expired|claim|alg/i);
  });
});

test('a key that was revoked signs nobody in any more', async () => {
  const closing = await desk.addShop();
  const identityToken = await closing.sign('member-1');
  await desk.visit(closing, { identityToken });
  await inShop(desk.app.pool, closing.shopId, async (tx) =>
    tx.send('update widget_keys set revoked_at = now()'),
  );
  const answer = await desk.anybody.post('/widget/v1/sessions', { shop: closing.slug, identityToken });
  expect(answer.status).toBe(401);
});

describe("a signed-in customer's thread", () => {
  test('is not got by knowing their id, their thread or another customer', async () => {
    const known = await desk.visit(shop, { identityToken: await shop.sign('member-9') });
    await known.say('只有我能看');
    const guesses = [
      { visitorToken: 'member-9' },
      { visitorToken: known.conversationId },
      { visitorToken: `${shop.shopId.replaceAll('-', '')}.${'A'.repeat(43)}` },
      { identityToken: await shop.sign('member-90') },
    ];
    for (const guess of guesses) {
      const stranger = await desk.visit(shop, guess);
      expect(stranger.conversationId).not.toBe(known.conversationId);
      expect(JSON.stringify(stranger.session)).not.toContain('只有我能看');
    }
  });

  test('is not shown to a browser that has signed out, though it kept the token', async () => {
    const known = await desk.visit(shop, { identityToken: await shop.sign('member-10') });
    await known.say('电话别给别人看');
    const later = await desk.visit(shop, { visitorToken: known.token });
    expect(later.conversationId).not.toBe(known.conversationId);
    expect(later.session.view.messages).toEqual([]);
  });

  test('does not swallow what a shared computer said before, unnamed', async () => {
    const anonymous = await desk.visit(shop);
    await anonymous.say('上一位顾客的话');
    const identityToken = await shop.sign('member-11');
    const { body } = await open(identityToken, anonymous.token);
    expect(body.view.conversationId).not.toBe(anonymous.conversationId);
    expect(body.view.messages).toEqual([]);
  });
});
