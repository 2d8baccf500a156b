import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProblemDetails } from '../../core/api.ts';
import { may, roles } from '../../core/team/roles.ts';
import type { Permission, Role } from '../../core/team/roles.ts';
import type { Client, DeskClient } from '../client.ts';
import type { Sampled } from './route-samples.ts';
import { sampled } from './route-samples.ts';
import type { TwoShops } from './two-shops.ts';
import { secretPhone, secretWords, twoShops } from './two-shops.ts';

let world: TwoShops;
let walked: Sampled[];
/** Anybody of the shop, by role. */
let people: Record<Role, DeskClient>;
beforeAll(async () => {
  world = await twoShops();
  const { desk, shop, named } = world;
  walked = sampled(desk.app.routes, named);
  const signedIn = await Promise.all(
    roles.map(async (role) => [role, await desk.signIn(shop, role)] as const),
  );
  people = Object.fromEntries(signedIn) as Record<Role, DeskClient>;
});
afterAll(() => world.stop());

/** Calls each with its valid bodies; answers with what came. */
async function walk(client: Client, lines: Sampled[]) {
  const answers = [];
  for (const { name, route, path, bodies } of lines) {
    for (const body of bodies.length > 0 ? bodies : [undefined]) {
      const { status, body: problem, text } = await client.call<ProblemDetails>(route.method, path, body);
      answers.push({ name, status, code: problem?.code, text });
    }
  }
  return answers;
}

const guarded = () => walked.filter(({ route }) => route.may !== 'public');
const named = (answers: { name: string; status: number }[], status: number) =>
  answers.filter((answer) => answer.status !== status).map((answer) => `${answer.name}: ${answer.status}`);

/** Of the shop's world nothing changes while `attack` runs. */
async function changesNothing<T>(attack: () => Promise<T>): Promise<T> {
  const before = await world.everythingOf(world.shop.shopId);
  const result = await attack();
  expect(await world.everythingOf(world.shop.shopId)).toBe(before);
  return result;
}

test('these are open to anybody, and no others', () => {
  expect(walked.filter(({ route }) => route.may === 'public').map(({ name }) => name)).toEqual([
    'GET /healthz',
    'GET /api/v1/openapi.json',
    'POST /api/v1/auth/sign-in',
    'POST /api/v1/auth/invitations/open',
    'POST /api/v1/auth/invitations/accept',
    'POST /api/v1/auth/resets/open',
    'POST /api/v1/auth/resets/use',
    'POST /api/v1/auth/set-up/open',
    'POST /api/v1/auth/set-up/use',
    'POST /tills/v1/:shop/calls',
    'GET /widget/v1/looks/:shop',
    'POST /widget/v1/sessions',
    'GET /widget/v1/messages',
    'POST /widget/v1/ratings',
    'GET /widget/v1/transcript',
    'GET /widget/v1/orders',
    'POST /widget/v1/cards',
    'POST /widget/v1/uploads',
    'GET /widget/v1/files/:attachmentId',
    'PUT /widget/v1/uploads/:attachmentId',
    'POST /hooks/:shop/:sourceId',
  ]);
});

test('each stands in the document that describes the API', async () => {
  const { body } = await world.desk.anybody.get<{ paths: Record<string, object> }>('/api/v1/openapi.json');
  const described = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(described).toEqual(expect.arrayContaining(walked.map(({ name }) => name)));
});

describe('without credentials', () => {
  test.each([
    ['no cookie', {}],
    ['an invented session', { cookie: `yinuo_session=${'x'.repeat(43)}` }],
    ["a visitor's token as a session", null],
  ])('%s: 401 everywhere, nothing written', async (_, headers) => {
    const client = world.desk.anybody.with(headers ?? { cookie: `yinuo_session=${world.visitor.token}` });
    const answers = await changesNothing(() => walk(client, guarded()));
    expect(named(answers, 401)).toEqual([]);
    expect(new Set(answers.map((answer) => answer.code))).toEqual(new Set(['unauthenticated']));
  });

  test("the visitor's own messages need the visitor's token", async () => {
    const { anybody } = world.desk;
    const wrong = anybody.with({
      authorization: `Bearer ${world.other.shopId.replaceAll('-', '')}.${'x'.repeat(43)}`,
    });
    expect((await anybody.get('/widget/v1/messages?before=9')).status).toBe(401);
    expect((await wrong.get('/widget/v1/messages?before=9')).status).toBe(401);
  });
});

describe("another shop's supervisor, administrator and finance", () => {
  test('finds nothing behind the ids of this shop, and writes nothing', async () => {
    // Rules have the same names in every shop.
    const withIds = guarded().filter(({ route }) => route.path.replace(':rule', '').includes(':'));
    const answers = await changesNothing(() => walkAsStrangers(withIds));
    expect(named(answers, 404)).toEqual([]);
    for (const { text } of answers) expectNothingOf(text);
  });

  test('sees nothing of this shop in any list', async () => {
    // What is searched for travels in a body.
    const lists = guarded().filter(
      ({ route, name }) =>
        !route.path.includes(':') && (route.method === 'GET' || name === 'POST /api/v1/search'),
    );
    const answers = await walkAsStrangers(lists);
    expect(named(answers, 200)).toEqual([]);
    for (const { text } of answers) expectNothingOf(text);
  });

  test('cannot give a conversation of their own to an agent of this shop', async () => {
    const { visitor, path } = await world.desk.served(world.other);
    const stranger = await world.desk.signIn(world.other, 'supervisor');
    const { agentId } = world.named;
    const before = await world.everythingOf(world.other.shopId);
    const assigned = await stranger.post(`${path}/assign`, { agentId });
    const transferred = await stranger.post(`${path}/transfer`, { agentId, note: '请接一下' });
    expect([assigned.status, transferred.status]).toEqual([404, 404]);
    expectNothingOf(assigned.text + transferred.text);
    expect(await world.everythingOf(world.other.shopId)).toBe(before);
    expect(visitor.conversationId).not.toBe(world.named.id);
  });

  /** Each by whoever of them may call it in their own shop. */
  async function walkAsStrangers(lines: Sampled[]) {
    const answers = [];
    let left = lines;
    for (const role of ['supervisor', 'administrator', 'finance'] as const) {
      const mine = ({ route }: Sampled) =>
        route.may === 'signed-in' || may({ role }, route.may as Permission);
      answers.push(...(await walk(await world.desk.signIn(world.other, role), left.filter(mine))));
      left = left.filter((line) => !mine(line));
    }
    expect(left.map(({ name }) => name)).toEqual([]);
    return answers;
  }

  function expectNothingOf(text: string) {
    const { shop, named: ids } = world;
    const { shopId, slug } = shop;
    const { agentId } = shop.people.agent;
    for (const secret of [secretWords, secretPhone, '王女士', shopId, slug, ids.id, agentId, ids.holdId])
      expect(text).not.toContain(secret);
  }
});

describe('a role that lacks the permission', () => {
  test.each(roles)('%s: 403, nothing written', async (role) => {
    const closed = guarded().filter(
      ({ route }) => route.may !== 'signed-in' && !may({ role }, route.may as Permission),
    );
    const answers = await changesNothing(() => walk(people[role], closed));
    expect(named(answers, 403)).toEqual([]);
    for (const { text } of answers) expect(text).not.toContain(secretWords);
  });

  test('each permission that a route asks for is one that some role lacks', () => {
    const asked = new Set(guarded().map(({ route }) => route.may));
    for (const permission of asked) {
      if (permission === 'signed-in') continue;
      expect(roles.some((role) => !may({ role }, permission as Permission))).toBe(true);
    }
  });
});

test("an agent outside the conversation's reach finds nothing there, and writes nothing", async () => {
  const outside = await world.desk.signIn(world.shop, 'presales');
  const open = guarded().filter(
    ({ route }) => route.path.includes(':id') && may({ role: 'agent' }, route.may as Permission),
  );
  expect(open.length).toBeGreaterThan(10);
  const answers = await changesNothing(() => walk(outside, open));
  expect(named(answers, 404)).toEqual([]);
  for (const { text } of answers) expect(text).not.toContain(secretWords);
});

test("nobody ends a colleague's session", async () => {
  const { supervisor } = people;
  const { sessionId } = world.named;
  const answer = await changesNothing(() => supervisor.delete(`/api/v1/me/sessions/${sessionId}`));
  expect(answer.status).toBe(404);
});
