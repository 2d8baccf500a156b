import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessagesAnswer } from '../../core/api.ts';
import type { ClientFrame } from '../../core/wire.ts';
import type { DeskClient, Visitor } from '../client.ts';
import type { TwoShops } from './two-shops.ts';
import { secretWords, twoShops } from './two-shops.ts';

let world: TwoShops;
beforeAll(async () => {
  world = await twoShops();
});
afterAll(async () => {
  expect(world.desk.failures).toEqual([]);
  await world.stop();
});

async function changesNothing(attack: () => Promise<void>): Promise<void> {
  const before = await world.everythingOf(world.shop.shopId);
  await attack();
  expect(await world.everythingOf(world.shop.shopId)).toBe(before);
}

/** Every frame that names a conversation. */
const frames = (conversationId: string): ClientFrame[] => [
  { type: 'subscribe', id: 'theirs', topic: { conversation: conversationId }, after: '' },
  { type: 'send', clientId: `foreign-${uuid()}`, conversationId, text: '我来看看' },
  { type: 'typing', conversationId, typing: true },
  { type: 'read', conversationId, upTo: 1 },
];

describe("a visitor with another's conversation", () => {
  const strangers: [string, () => Promise<Visitor>][] = [
    ['of the same shop', () => world.desk.visit(world.shop)],
    ['of another shop', () => world.desk.visit(world.other)],
  ];

  test.each(strangers)('%s: every frame is refused, nothing is written or heard', async (_, open) => {
    const stranger = await open();
    const socket = await stranger.socket();
    await changesNothing(async () => {
      for (const frame of frames(world.named.id)) {
        const refused = socket.of('refused').length;
        socket.send(frame);
        const answer = await socket.frame('refused', (one) => socket.of('refused').indexOf(one) === refused);
        expect(answer.refusal).toEqual({ code: 'not-found', what: 'conversation' });
      }
      socket.send({ type: 'subscribe', id: 'all', topic: 'inbox', after: stranger.session.cursor });
      await socket.frame('refused', (one) => one.id === 'all');
    });
    await world.visitor.say('宝宝好一点了');
    await stranger.say('与别人无关的一句');
    await socket.roundTrip();
    expect(socket.events).toEqual([]);
    await socket.end();
  });

  test.each(strangers)('%s: reads its own history only', async (_, open) => {
    const stranger = await open();
    const client = stranger.with({ authorization: `Bearer ${stranger.token}` });
    const { status, body } = await client.get<MessagesAnswer>('/widget/v1/messages?before=1000');
    expect([status, body.messages]).toEqual([200, []]);
  });

  test("a token shown to another shop's widget opens a new thread there, and tells nothing", async () => {
    const there = await world.desk.visit(world.other, { visitorToken: world.visitor.token });
    expect(there.token).not.toBe(world.visitor.token);
    expect(there.conversationId).not.toBe(world.named.id);
    expect(JSON.stringify(there.session)).not.toContain(secretWords);
  });

  test("a token whose shop was changed to another is nobody's", async () => {
    const [, random] = world.visitor.token.split('.');
    const forged = `${world.other.shopId.replaceAll('-', '')}.${random}`;
    const client = world.desk.anybody.with({ authorization: `Bearer ${forged}` });
    expect((await client.get('/widget/v1/messages?before=9')).status).toBe(401);
    const socket = await world.desk.anybody.connect('/widget/v1/socket');
    if (typeof socket === 'number') throw new Error(`answered ${socket}`);
    socket.send({ type: 'authenticate', visitorToken: forged });
    await expect.poll(() => socket.closed).toBe(4401);
  });

  test('one token does not become another on the same socket', async () => {
    const stranger = await world.desk.visit(world.shop);
    const socket = await stranger.socket();
    socket.send({ type: 'authenticate', visitorToken: world.visitor.token });
    expect((await socket.frame('refused')).refusal.code).toBe('invalid');
    await socket.end();
  });
});

describe('somebody at the desk outside the reach', () => {
  const strangers: [string, () => Promise<DeskClient>][] = [
    ['an agent of another group', () => world.desk.signIn(world.shop, 'presales')],
    ["another shop's supervisor", () => world.desk.signIn(world.other, 'supervisor')],
  ];

  test.each(strangers)('%s: every frame is refused, nothing is written or heard', async (_, open) => {
    const stranger = await open();
    const socket = await stranger.socket();
    const inbox = await stranger.listening('inbox');
    await changesNothing(async () => {
      for (const frame of frames(world.named.id)) {
        const refused = socket.of('refused').length;
        socket.send(frame);
        const answer = await socket.frame('refused', (one) => socket.of('refused').indexOf(one) === refused);
        expect(answer.refusal).toEqual({ code: 'not-found', what: 'conversation' });
      }
    });
    const page = await world.visitor.socket();
    page.send({ type: 'typing', conversationId: world.named.id, typing: true });
    await world.visitor.say('还有一点红');
    const screen = await world.agent.listening({ conversation: world.named.id });
    await world.visitor.say('又写一句，让前面的都送到');
    await screen.event('message.posted');
    await Promise.all([socket, inbox].map((one) => one.roundTrip()));
    expect([...socket.events, ...inbox.events].filter((event) => event.type === 'message.posted')).toEqual(
      [],
    );
    expect([...socket.of('typing'), ...inbox.of('typing')]).toEqual([]);
    await Promise.all([socket, inbox, page, screen].map((one) => one.end()));
  });

  test('a role without the permission is refused by the socket too', async () => {
    const supervisor = await world.desk.signIn(world.shop, 'supervisor');
    const reviewer = await world.desk.signIn(world.shop, 'reviewer');
    const warehouse = await world.desk.signIn(world.shop, 'warehouse');
    const agent = await world.desk.signIn(world.shop, 'agent');
    const { id: conversationId } = world.named;
    const denied: [DeskClient, ClientFrame][] = [
      [reviewer, { type: 'send', clientId: 'denied-0001', conversationId, text: '您好' }],
      [reviewer, { type: 'typing', conversationId, typing: true }],
      [reviewer, { type: 'presence', state: 'available' }],
      [warehouse, { type: 'subscribe', id: 'a', topic: { conversation: conversationId }, after: '' }],
      [warehouse, { type: 'subscribe', id: 'a', topic: 'inbox', after: '' }],
      [warehouse, { type: 'read', conversationId, upTo: 1 }],
      [agent, { type: 'subscribe', id: 'a', topic: 'wall', after: '' }],
    ];
    for (const [client, frame] of denied) {
      const socket = await client.socket();
      socket.send(frame);
      expect((await socket.frame('refused')).refusal.code).toBe('forbidden');
      await socket.end();
    }
    // A supervisor sees all, and still does not answer a customer that is somebody else's.
    const socket = await supervisor.socket();
    const answer = await socket.say(conversationId, '您好，我是主管。');
    expect(answer).toMatchObject({ refusal: { code: 'conflict', reason: 'not-the-assignee' } });
    await socket.end();
  });
});

describe("a held reply by another conversation's path", () => {
  test.each([
    ['release', { verdict: 'wrong', reason: '误报' }],
    ['refuse', { reason: '请改写' }],
    ['withdraw', {}],
  ])('%s: 404, nothing is written', async (verb, body) => {
    const { agent, path } = await world.desk.served(world.shop);
    const supervisor = await world.desk.signIn(world.shop, 'supervisor');
    await changesNothing(async () => {
      for (const client of [agent, supervisor]) {
        if (verb === 'refuse' && client === agent) continue;
        const answer = await client.post(`${path}/holds/${world.named.holdId}/${verb}`, body);
        expect(answer.status).toBe(404);
      }
    });
  });

  test('its author neither releases it as wrong, nor refuses it', async () => {
    const path = `/api/v1/conversations/${world.named.id}/holds/${world.named.holdId}`;
    await changesNothing(async () => {
      for (const verdict of ['wrong', 'risk-taken']) {
        const answer = await world.agent.post(`${path}/release`, { verdict, reason: '我觉得没问题' });
        expect([verdict, answer.status]).toEqual([verdict, 403]);
      }
      expect((await world.agent.post(`${path}/refuse`, { reason: '不发了' })).status).toBe(403);
    });
  });

  test('a colleague neither withdraws it nor gives it their own reason', async () => {
    const lead = await world.desk.signIn(world.shop, 'lead');
    const path = `/api/v1/conversations/${world.named.id}/holds/${world.named.holdId}`;
    await changesNothing(async () => {
      expect((await lead.post(`${path}/withdraw`)).status).toBe(403);
      const own = await lead.post(`${path}/release`, { verdict: 'own-reason', reason: '等不及了' });
      expect(own.status).toBe(403);
    });
  });
});

test.each(['hold-none-of-ours', `hold-${'-'.repeat(36)}`, `hold-${uuid()}`])(
  'a message that calls itself a held reply, %s, is judged like any other',
  async (clientId) => {
    const { agent, conversationId, visitor } = await world.desk.served(world.shop);
    const [screen, page] = [await agent.listening({ conversation: conversationId }), await visitor.socket()];
    const { type } = await page.say(conversationId, secretWords, { clientId });
    expect(type).toBe('ack');
    await screen.event('alert.raised', (event) => event.messageSeq === 2);
    await Promise.all([screen.end(), page.end()]);
  },
);
