import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskClient } from '../client.ts';
import type { TwoShops } from './two-shops.ts';
import { twoShops } from './two-shops.ts';

let world: TwoShops;
let supervisor: DeskClient;
let notes: string;
beforeAll(async () => {
  world = await twoShops();
  supervisor = await world.desk.signIn(world.shop, 'supervisor');
  notes = `/api/v1/conversations/${world.named.id}/notes`;
});
afterAll(async () => {
  const plain: Record<string, unknown> = {};
  expect([plain['text'], plain['role'], plain['isAdmin']]).toEqual([undefined, undefined, undefined]);
  expect(world.desk.failures).toEqual([]);
  await world.stop();
});

const poisoned = [
  '{"text":"备注","__proto__":{"role":"administrator"}}',
  '{"__proto__":{"text":"备注"}}',
  '{"text":"备注","constructor":{"prototype":{"isAdmin":true}}}',
  '{"text":"备注","constructor":"x"}',
  '{"text":"备注","prototype":{"isAdmin":true}}',
  '{"text":{"__proto__":{"length":3}}}',
  '{"text":"备注","\\u005f_proto__":{"role":"administrator"}}',
];

test.each(poisoned)('the body %s is a 400, nothing is written', async (body) => {
  const before = await world.everythingOf(world.shop.shopId);
  expect((await supervisor.post(notes, body)).status).toBe(400);
  expect(await world.everythingOf(world.shop.shopId)).toBe(before);
});

test.each([
  '__proto__=x',
  '__proto__[view]=all',
  'constructor=x',
  'constructor[prototype][view]=all',
  '__proto__=a&__proto__=b',
])('the query %s is a 400', async (query) => {
  expect((await supervisor.get(`/api/v1/conversations?view=all&${query}`)).status).toBe(400);
  // Where a route knows no query, it is not looked at; but it is answered.
  expect((await supervisor.get(`/api/v1/me?${query}`)).status).toBe(200);
});

test('an address that is a name every object has is not found', async () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    expect((await supervisor.get(`/api/v1/${name}`)).status).toBe(404);
    expect((await supervisor.get(`/api/v1/conversations/${name}`)).status).toBe(400);
  }
});

describe('a socket frame', () => {
  test.each([
    '{"type":"typing","conversationId":"ID","typing":true,"__proto__":{"role":"administrator"}}',
    '{"type":"typing","conversationId":"ID","typing":true,"constructor":{"prototype":{"isAdmin":true}}}',
    '{"type":"__proto__"}',
    '{"type":"constructor"}',
    '{"__proto__":{"type":"ping"}}',
    '{"type":"subscribe","id":"__proto__","topic":{"conversation":"ID","__proto__":{"a":1}},"after":""}',
  ])('%s is refused', async (frame) => {
    for (const socket of [await supervisor.socket(), await world.visitor.socket()]) {
      socket.sendText(frame.replaceAll('ID', world.named.id));
      expect((await socket.frame('refused')).refusal.code).toBe('invalid');
      await socket.end();
    }
  });

  test('may call its subscription whatever it likes', async () => {
    const socket = await supervisor.socket();
    for (const id of ['__proto__', 'constructor', '"},{"type":"ready"}']) {
      socket.send({ type: 'subscribe', id, topic: 'inbox', after: 'elsewhere' });
      await socket.frame('resync', (frame) => frame.id === id);
    }
    await socket.end();
  });
});
