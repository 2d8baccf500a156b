import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ThreadAnswer } from '../../../core/api.ts';
import type { CustomerStanding } from '../../../core/conversations/customer-standing.ts';
import { apply } from '../../../core/conversations/apply.ts';
import type { Visitor } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import type { TestSocket } from '../../../test/socket.ts';
import { until } from '../../../test/until.ts';

let now: number;
let desk: Desk;
let shop: TestShop;
beforeEach(async () => {
  now = Date.now();
  desk = await startDesk({ now: () => now });
  shop = await desk.addShop();
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

const last = (page: TestSocket) => page.of('standing').at(-1)?.standing;
const told = (page: TestSocket, what: string, fits: (standing: CustomerStanding) => boolean) =>
  until(what, () => {
    const standing = last(page);
    return standing && fits(standing) && standing;
  });
const bearer = ({ token }: Visitor) => desk.anybody.with({ authorization: `Bearer ${token}` });
const rate = (visitor: Visitor, stars: number, word?: string, episode = 1) =>
  bearer(visitor).post('/widget/v1/ratings', { episode, stars, word });

async function queue(count: number): Promise<{ visitor: Visitor; page: TestSocket }[]> {
  const waiting = [];
  for (let i = 0; i < count; i++) {
    const visitor = await desk.visit(shop);
    const page = await visitor.listening();
    await visitor.say(`第 ${i} 位`);
    await told(page, 'a place in the line', ({ stage, queue: line }) => stage === 'waiting' && line !== null);
    waiting.push({ visitor, page });
    now += 1000;
  }
  return waiting;
}

test('the line: everybody is told how many are ahead, and again when somebody is taken', async () => {
  const [first, second, third] = await queue(3);
  expect(last(third!.page)).toEqual({
    stage: 'waiting',
    closed: null,
    queue: { ahead: 2, minutes: null },
    rating: null,
  });
  const agent = await desk.signIn(shop, 'agent');
  await agent.post(`/api/v1/conversations/${first!.visitor.conversationId}/claim`);
  await told(first!.page, 'service', ({ stage }) => stage === 'served');
  await told(second!.page, 'the next place', ({ queue: line }) => line?.ahead === 0);
  await told(third!.page, 'the next place', ({ queue: line }) => line?.ahead === 1);
});

test('the wait is told when hands became free lately, and no sooner', async () => {
  const agent = await desk.signIn(shop, 'agent');
  const { capacity } = shop.people.agent;
  const paths = await Promise.all(Array.from({ length: capacity }, () => write('占满')));
  await agent.available();
  for (const path of paths) await until('service', () => isServed(path));
  const [waiting] = await queue(1);
  for (let i = 0; i < 4; i++) await write('排队');
  // Ten minutes of watching; the lease of who is at their desk is renewed by the clock that moved.
  now += 10 * 60_000 - 1000;
  await agent.available();
  expect(last(waiting!.page)?.queue).toEqual({ ahead: 0, minutes: null });
  // Five end, and those who waited take their places.
  for (const path of paths.slice(0, 5)) await agent.post(`${path}/resolve`);
  await told(waiting!.page, 'service', ({ stage }) => stage === 'served');
  const [late] = await queue(1);
  const { queue: line } = await told(late!.page, 'a wait', ({ queue: one }) => one?.minutes !== null);
  expect(line).toEqual({ ahead: 0, minutes: 2 });

  async function write(text: string): Promise<string> {
    const visitor = await desk.visit(shop);
    await visitor.say(text);
    return `/api/v1/conversations/${visitor.conversationId}`;
  }

  async function isServed(path: string): Promise<boolean> {
    return (await agent.get<ThreadAnswer>(path)).body.conversation.state === 'assigned';
  }
});

test('a shop that is closed says when it opens; a customer who is served all the same is not told so', async () => {
  const closing = new Date(now).toISOString().slice(0, 10);
  const away = await desk.addShop({
    settings: { hours: { zone: 'UTC', hours: [['09:00', '18:00']], holidays: [closing], days: undefined } },
  });
  const visitor = await desk.visit(away);
  const page = await visitor.listening();
  const opensAt = Date.parse(`${closing}T09:00Z`) + 24 * 3600_000;
  await told(page, 'the hours', ({ stage, closed }) => stage === 'none' && closed?.opensAt === opensAt);
  await visitor.say('有人吗');
  await told(
    page,
    'waiting without a number',
    ({ stage, queue: line }) => stage === 'waiting' && line === null,
  );
  const agent = await desk.signIn(away, 'agent');
  await agent.post(`/api/v1/conversations/${visitor.conversationId}/claim`);
  await told(page, 'service', ({ stage }) => stage === 'served');
});

describe('a rating', () => {
  async function ended() {
    const { visitor, agent, path, conversationId } = await desk.served(shop);
    const page = await visitor.listening();
    await agent.post(`${path}/resolve`);
    await told(page, 'the end', ({ stage, rating }) => stage === 'ended' && rating?.stars === null);
    return { visitor, agent, path, page, conversationId };
  }

  test('is asked for at the end, reaches the desk with its word, and the log without it', async () => {
    const { visitor, agent, path, page, conversationId } = await ended();
    const before = (await agent.get<ThreadAnswer>(path)).body;
    const screen = await agent.listening({ conversation: conversationId });
    const answer = await rate(visitor, 4, '回复很快');
    expect(answer).toMatchObject({ status: 200, body: { episode: 1, stars: 4, word: '回复很快' } });
    const event = await screen.event('episode.rated');
    expect(JSON.stringify(event)).not.toContain('回复很快');
    await told(page, 'their own rating', ({ rating }) => rating?.stars === 4 && rating.word === '回复很快');
    const after = (await agent.get<ThreadAnswer>(path)).body;
    expect(after.customer.episodes).toMatchObject([{ stars: 4, ratingWord: '回复很快' }]);
    expect(screen.events.reduce(apply, before.conversation)).toEqual(after.conversation);
    expect(page.events.map(({ type }) => type)).not.toContain('episode.rated');
  });

  test('changes within ten minutes, and then no more', async () => {
    const { visitor } = await ended();
    await rate(visitor, 1, '太慢');
    now += 9 * 60_000;
    expect((await rate(visitor, 5)).body).toMatchObject({ stars: 5, word: null });
    now += 2 * 60_000;
    const late = await rate(visitor, 1);
    expect(late).toMatchObject({ status: 409, body: { code: 'conflict', reason: 'rating-final' } });
  });

  test('is refused while the episode is open, and for one that is not theirs', async () => {
    const { visitor, agent, path } = await desk.served(shop);
    expect((await rate(visitor, 5)).status).toBe(409);
    await agent.post(`${path}/resolve`);
    expect((await rate(visitor, 5, undefined, 2)).status).toBe(404);
    // Somebody else's first episode is not named by any number of one's own.
    const other = await desk.visit(shop);
    expect((await rate(other, 1)).status).toBe(404);
    await other.say('你好');
    expect((await rate(other, 1)).status).toBe(409);
    const stranger = await desk.visit(await desk.addShop());
    expect((await rate(stranger, 1)).status).toBe(404);
    expect((await agent.get<ThreadAnswer>(path)).body.customer.episodes[0]!.stars).toBeNull();
  });

  test('in another form is refused', async () => {
    const { visitor } = await ended();
    const bodies = [
      { episode: 1, stars: 6 },
      { episode: 1, stars: 0 },
      { episode: 1, stars: 4.5 },
      { episode: 1, stars: [5] },
      { episode: 1, stars: 5, word: null },
      { episode: 1, stars: 5, word: { text: 'x' } },
      { episode: 1, stars: 5, word: 'x'.repeat(501) },
    ];
    for (const body of bodies)
      expect(await bearer(visitor).post('/widget/v1/ratings', body), JSON.stringify(body)).toMatchObject({
        status: 400,
      });
  });
});

test('the transcript holds what the customer saw, and opens to their token alone', async () => {
  const { visitor, agent, path, conversationId } = await desk.served(shop, 'agent', { text: '衣服掉色' });
  const screen = await agent.listening({ conversation: conversationId });
  await screen.say(conversationId, '您好，马上帮您看。');
  await agent.post(`${path}/notes`, { text: '内部备注' });
  const { status, text, headers } = await bearer(visitor).get('/widget/v1/transcript?lang=zh-CN');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(headers.get('content-disposition')).toMatch(/^attachment/);
  expect(text).toMatch(/我\n衣服掉色\n[^]*工号 .*\n您好，马上帮您看。/);
  expect(text).not.toContain('内部备注');
  expect((await desk.anybody.get('/widget/v1/transcript?lang=en')).status).toBe(401);
  const other = await desk.visit(shop);
  expect((await bearer(other).get('/widget/v1/transcript?lang=en')).text).not.toContain('衣服掉色');
});
