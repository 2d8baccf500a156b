import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SignJWT } from 'jose';
import type { NewWidgetKey, WidgetSession, WidgetSettingsAnswer } from '../../../core/api.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';

let desk: Desk;
let shop: TestShop;
let administrator: DeskClient;
beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  administrator = await desk.signIn(shop, 'administrator');
});
afterAll(() => desk.stop());

const read = async () => (await administrator.get<WidgetSettingsAnswer>('/api/v1/widget-settings')).body;
const save = (changes: object, revision: string, settings: object) =>
  administrator.put<WidgetSettingsAnswer>('/api/v1/widget-settings', { ...settings, ...changes, revision });
const look = (origin?: string) =>
  desk.anybody.with(origin ? { origin } : {}).get(`/widget/v1/looks/${shop.slug}`);

describe('the settings', () => {
  test('are in force at once: the look, the name, the sites', async () => {
    const { settings, revision } = await read();
    expect((await look('https://shop.example')).status).toBe(403);
    const wanted = {
      look: { colour: '#ffd400', name: '云朵小铺', side: 'left' },
      origins: ['https://shop.example'],
      greeting: { zh: '您好呀', en: 'Hi', 'zh-TW': '您好呀～' },
    };
    expect((await save(wanted, revision, settings)).body.settings).toMatchObject(wanted);
    const seen = await look('https://shop.example');
    expect(seen.body).toMatchObject({ side: 'left' });
    expect(seen.body).not.toMatchObject({ ink: '#ffd400' });
    expect(seen.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    const { session } = await desk.visit(shop);
    expect(session.shop).toMatchObject({ name: '云朵小铺', greeting: wanted.greeting });
  });

  test('that somebody else has changed meanwhile are not written over; the same again is no change', async () => {
    const { settings, revision } = await read();
    expect((await save({ topics: [] }, revision, settings)).status).toBe(200);
    expect((await save({ topics: [] }, revision, settings)).status).toBe(200);
    const late = await save({ topics: ['goods'] }, revision, settings);
    expect(late).toMatchObject({ status: 409, body: { reason: 'widget-changed' } });
    expect((await read()).settings.topics).toEqual([]);
  });

  test("leave the shop's other settings alone", async () => {
    const { hours } = (await desk.app.shops.get(shop.shopId)).settings;
    const { settings, revision } = await read();
    await save({ topics: ['order'] }, revision, settings);
    expect((await desk.app.shops.get(shop.shopId)).settings).toMatchObject({
      hours,
      widget: { topics: ['order'] },
    });
  });

  test.each([
    { origins: ['https://shop.example/'] },
    { origins: ['https://shop.example/path'] },
    { origins: ['javascript:alert(1)'] },
    { origins: ['*'] },
    { origins: ['null'] },
    { greeting: { zh: ' ', en: 'Hi' } },
    { look: { colour: 'red;background:url(//x)', name: null, side: 'right' } },
    { look: { colour: '#17484d', name: null, side: 'middle' } },
    { topics: ['other'] },
    { extra: true },
  ])('are refused where they are none: %o', async (changes) => {
    const { settings, revision } = await read();
    expect((await save(changes, revision, settings)).status).toBe(400);
  });
});

describe('a key', () => {
  const signed = (key: NewWidgetKey) =>
    new SignJWT({ name: '王女士' })
      .setProtectedHeader({ alg: 'HS256', kid: key.keyId })
      .setSubject('member-1')
      .setAudience(shop.slug)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(new TextEncoder().encode(key.secret));
  const open = async (key: NewWidgetKey) => {
    const opening = { shop: shop.slug, identityToken: await signed(key) };
    return desk.anybody.post<WidgetSession>('/widget/v1/sessions', opening);
  };

  test('signs from when it is made until it is revoked; its secret is said once', async () => {
    const { status, body: key } = await administrator.post<NewWidgetKey>('/api/v1/widget-keys', {
      keyId: 'site-2',
    });
    expect(status).toBe(201);
    expect((await open(key)).body.customerName).toBe('王女士');
    const listed = await administrator.get('/api/v1/widget-settings');
    expect(listed.text).toContain('site-2');
    expect(listed.text).not.toContain(key.secret);
    expect((await administrator.delete('/api/v1/widget-keys/site-2')).status).toBe(204);
    expect((await open(key)).status).toBe(401);
    const [, revoked] = (await read()).keys;
    const { name } = shop.people.administrator;
    expect(revoked).toMatchObject({ keyId: 'site-2', createdBy: name, revokedBy: name });
    expect(revoked!.revokedAt).not.toBeNull();
  });

  test('never takes the id of another, revoked or not', async () => {
    const taken = await administrator.post('/api/v1/widget-keys', { keyId: shop.key.id });
    expect(taken).toMatchObject({ status: 409, body: { reason: 'key-id-taken' } });
    expect((await administrator.post('/api/v1/widget-keys', { keyId: 'site-2' })).status).toBe(409);
    expect((await administrator.post('/api/v1/widget-keys', { keyId: 'a b' })).status).toBe(400);
    expect((await administrator.delete('/api/v1/widget-keys/unknown')).status).toBe(404);
  });
});
