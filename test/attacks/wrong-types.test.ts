import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../core/refusal.ts';
import type { Permission } from '../../core/team/roles.ts';
import { may } from '../../core/team/roles.ts';
import type { DeskClient } from '../client.ts';
import type { Sampled } from './route-samples.ts';
import { sampled } from './route-samples.ts';
import type { TwoShops } from './two-shops.ts';
import { twoShops } from './two-shops.ts';

let world: TwoShops;
let walked: Sampled[];
let supervisor: DeskClient;
let administrator: DeskClient;
let finance: DeskClient;
beforeAll(async () => {
  world = await twoShops();
  walked = sampled(world.desk.app.routes, world.named);
  supervisor = await world.desk.signIn(world.shop, 'supervisor');
  administrator = await world.desk.signIn(world.shop, 'administrator');
  finance = await world.desk.signIn(world.shop, 'finance');
});
afterAll(async () => {
  expect(world.desk.failures).toEqual([]);
  await world.stop();
});

const wrong = (value: unknown): unknown[] =>
  [{}, [], [value], null, true, typeof value === 'number' ? String(value) : 42].filter(
    (other) => kindOf(other) !== kindOf(value),
  );

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);

/** What was refused and how, as `field: problem`. */
async function refusal({ route, path }: Sampled, body: unknown): Promise<string[]> {
  const person =
    [supervisor, finance].find(
      (one) => ['public', 'signed-in'].includes(route.may) || may(one.person, route.may as Permission),
    ) ?? administrator;
  const { status, body: problem } = await person.call<{ problems?: Problem[] }>(route.method, path, body);
  if (status !== 400) return [`answered ${status}`];
  return (problem.problems ?? []).map((one) => `${one.field}: ${one.problem}`);
}

test('every field of every body: a value of another kind is a 400 that names the field', async () => {
  const before = await world.everythingOf(world.shop.shopId);
  const letThrough = [];
  for (const line of walked) {
    for (const body of line.bodies) {
      for (const [field, value] of Object.entries(body)) {
        for (const other of wrong(value)) {
          if (line.bodies.some((right) => kindOf(right[field]) === kindOf(other))) continue;
          const why = await refusal(line, { ...body, [field]: other });
          if (!why.some((one) => [`${field}: wrong-type`, `${field}: not-allowed`].includes(one)))
            letThrough.push({ route: line.name, field, other, why });
        }
      }
    }
  }
  expect(letThrough).toEqual([]);
  expect(await world.everythingOf(world.shop.shopId)).toBe(before);
});

test('every body: something that is no object, or has a field that is not known, is a 400', async () => {
  const letThrough = [];
  for (const line of walked) {
    for (const body of line.bodies) {
      for (const other of [[], [body], '"text"', 42, true]) {
        const why = await refusal(line, other);
        if (!why.includes('body: wrong-type')) letThrough.push({ route: line.name, other, why });
      }
      const why = await refusal(line, { ...body, admin: true });
      if (!why.includes('admin: unknown-field')) letThrough.push({ route: line.name, other: 'admin', why });
    }
  }
  expect(letThrough).toEqual([]);
});

test('every body: a field left out is named as missing', async () => {
  const optional: Record<string, string[]> = {
    'POST /api/v1/orders/:orderId/operations': ['condition'],
    'POST /api/v1/orders/:orderId/operations/preview': ['condition'],
    'PUT /api/v1/sources/:sourceId': ['address', 'keys', 'state'],
    'POST /widget/v1/sessions': ['visitorToken', 'identityToken', 'lang'],
    'POST /api/v1/search': [
      'by',
      'rule',
      'conversation',
      'from',
      'to',
      'scoreFrom',
      'scoreTo',
      'limit',
      'after',
    ],
  };
  const letThrough = [];
  for (const line of walked) {
    for (const body of line.bodies) {
      for (const field of Object.keys(body)) {
        if (optional[line.name]?.includes(field)) continue;
        const { [field]: _, ...rest } = body;
        // Another sample leaves it out on purpose.
        if (line.bodies.some((other) => Object.keys(other).join() === Object.keys(rest).join())) continue;
        const why = await refusal(line, rest);
        if (!why.includes(`${field}: missing`) && !(line.name.endsWith('/transfer') && field === 'group'))
          letThrough.push({ route: line.name, field, why });
      }
    }
  }
  expect(letThrough).toEqual([]);
});

test('what is no JSON, or another kind of content, is a 400', async () => {
  const path = `/api/v1/conversations/${world.named.id}/notes`;
  for (const text of ['', '{', '{"text":"a"}}', '\uFEFF\u0000'])
    expect((await supervisor.post(path, text)).status).toBe(400);
  const form = supervisor.with({ 'content-type': 'application/x-www-form-urlencoded' });
  expect((await form.post(path, 'text=hello')).status).toBe(400);
  const plain = supervisor.with({ 'content-type': 'text/plain' });
  expect((await plain.post(path, '{"text":"hello"}')).status).toBe(400);
});

describe('values that the database could not hold', () => {
  const int = 2 ** 31;
  test.each([
    ['POST', ':id/read', { upTo: int }, 'upTo'],
    ['POST', ':id/read', { upTo: 1.5 }, 'upTo'],
    ['POST', ':id/read', { upTo: -1 }, 'upTo'],
    ['POST', ':id/notes', { text: 'a\0b' }, 'text'],
    ['POST', ':id/notes', { text: 'half a face: \ud83d' }, 'text'],
    ['POST', ':id/notes', { text: ' \n\t　' }, 'text'],
    ['POST', ':id/notes', { text: '长'.repeat(4001) }, 'text'],
    ['GET', `:id/messages?before=${int}`, undefined, 'before'],
    ['GET', ':id/messages?before=0', undefined, 'before'],
    ['GET', ':id/messages?before=', undefined, 'before'],
    ['GET', ':id/messages?before=one', undefined, 'before'],
    ['GET', '?view=all&limit=101', undefined, 'limit'],
    ['GET', `?view=all&after=0_999999999999999_${'-'.repeat(36)}`, undefined, 'after'],
    ['GET', `?view=waiting&after=0_999999999999999_00000000-0000-4000-8000-000000000000`, undefined, 'after'],
    ['GET', `?view=all&after=0_1_${'-'.repeat(36)}`, undefined, 'after'],
  ])('%s %s %j: 400 that names %s', async (method, rest, body, field) => {
    const path = `/api/v1/conversations${rest.startsWith('?') ? '' : '/'}${rest.replace(':id', world.named.id)}`;
    const answer = await supervisor.call<{ problems: Problem[] }>(method, path, body);
    expect([answer.status, answer.body.problems?.map((one) => one.field)]).toEqual([400, [field]]);
  });

  test.each([
    ['/api/v1/auth/sign-in', { account: 'a\0:b', password: 'x' }, 'account'],
    ['/api/v1/auth/sign-in', { account: 'a:\ud83d', password: 'x' }, 'account'],
    ['/widget/v1/sessions', { shop: 'a\0' }, 'shop'],
  ])('%s %j: 400 that names %s', async (path, body, field) => {
    const answer = await world.desk.anybody.post<{ problems: Problem[] }>(path, body);
    expect([answer.status, answer.body.problems?.map((one) => one.field)]).toEqual([400, [field]]);
  });

  test.each(['/api/v1/conversations/%zz', '/api/v1/conversations/%00', '/api/v1/conversations/a%2Fb'])(
    'the address %s is refused, not failed on',
    async (path) => {
      expect((await supervisor.get(path)).status).toBe(400);
    },
  );
});

describe('a query', () => {
  test.each([
    ['view=all&view=mine', 'view'],
    ['view[]=all', 'view[]'],
    ['view[a]=all', 'view[a]'],
    ['view=all&order=worst', 'order'],
    ['view=all&constructor=a', 'constructor'],
    ['view=all&__proto__=a', '__proto__'],
    ['view=all&__proto__[limit]=1', '__proto__[limit]'],
  ])('%s: 400 that names the field', async (query, field) => {
    const answer = await supervisor.get<{ problems: Problem[] }>(`/api/v1/conversations?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body.problems.map((one) => one.field)).toContain(field);
  });
});

describe('a socket frame', () => {
  const clientId = 'frame-0001';
  const id = () => world.named.id;
  const frames: [string, () => unknown, string][] = [
    ['text as an object', () => ({ type: 'send', clientId, conversationId: id(), text: {} }), 'text'],
    ['text as a list', () => ({ type: 'send', clientId, conversationId: id(), text: ['a'] }), 'text'],
    ['half a character', () => ({ type: 'send', clientId, conversationId: id(), text: 'a\ud83d' }), 'text'],
    ['a zero byte', () => ({ type: 'send', clientId, conversationId: id(), text: 'a\0' }), 'text'],
    [
      'a list of conversations',
      () => ({ type: 'send', clientId, conversationId: [id()], text: 'a' }),
      'conversationId',
    ],
    [
      'an object as client id',
      () => ({ type: 'send', clientId: {}, conversationId: id(), text: 'a' }),
      'clientId',
    ],
    [
      'a topic by another name',
      () => ({ type: 'subscribe', id: 's', topic: 'everything', after: '' }),
      'topic',
    ],
    ['a topic as a list', () => ({ type: 'subscribe', id: 's', topic: ['inbox'], after: '' }), 'topic'],
    ['a cursor as an object', () => ({ type: 'subscribe', id: 's', topic: 'inbox', after: {} }), 'after'],
    ['a read mark as text', () => ({ type: 'read', conversationId: id(), upTo: '1' }), 'upTo'],
    ['a read mark beyond all', () => ({ type: 'read', conversationId: id(), upTo: 2 ** 31 }), 'upTo'],
    ['a state as an object', () => ({ type: 'presence', state: { available: true } }), 'state'],
    ['an unknown field', () => ({ type: 'typing', conversationId: id(), typing: true, as: 'x' }), 'as'],
    ['an unknown type', () => ({ type: 'become', role: 'administrator' }), 'type'],
    ['a list', () => [], 'frame'],
    ['null', () => null, 'frame'],
  ];

  test.each(frames)(
    'with %s is refused by name of the field, and the socket lives',
    async (_, frame, field) => {
      const desk = await supervisor.socket();
      const page = await world.visitor.socket();
      for (const socket of [desk, page]) {
        socket.sendText(JSON.stringify(frame()));
        const { refusal: why } = await socket.frame('refused');
        expect(why.code === 'invalid' && why.problems.map((one) => one.field)).toEqual([field]);
        await socket.roundTrip();
        await socket.end();
      }
    },
  );

  test.each(['', '{', 'null', '[]', '"ping"'])('that says %j is refused', async (text) => {
    const socket = await supervisor.socket();
    socket.sendText(text);
    expect((await socket.frame('refused')).refusal.code).toBe('invalid');
    await socket.end();
  });
});
