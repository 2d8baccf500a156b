/** Through the desk: what is said is found by whoever may read it, and by nobody else. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProblemDetails, SearchAnswer } from '../../../core/api.ts';
import type { DeskClient, Visitor } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';
import { readIndex } from './testing.ts';

let desk: Desk;
let shop: TestShop;
let agent: DeskClient;
let visitor: Visitor;
let path: string;
let conversationId: string;

beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  const identityToken = await shop.sign('member-1', {
    name: '欧阳春晓',
    phones: ['13912345678'],
    orders: ['202611218834'],
  });
  ({ agent, visitor, path, conversationId } = await desk.served(shop, 'agent', {
    text: '這件開衫洗了會起毛球嗎',
    identityToken,
  }));
});
afterAll(() => desk.stop());

type Query = Record<string, string | number>;
const ask = (client: DeskClient, query: Query) => client.post<SearchAnswer>('/api/v1/search', query);

/** Once it is filed. */
const found = (client: DeskClient, query: Query, count = 1) =>
  until(`${query.q} to be found`, async () => {
    const { body } = await ask(client, query);
    return body.hits.length >= count && body;
  });

const excerpts = ({ hits }: SearchAnswer) => hits.map((hit) => hit.excerpt.text);

describe('a message is found', () => {
  test.each(['毛球', '起毛', '开衫', '開衫', '这件开衫', '球', '开衫 毛球', 'Ｗ这件'.slice(1)])(
    'by %s',
    async (q) => {
      const { hits } = await found(agent, { q });
      expect(hits[0]).toMatchObject({
        kind: 'message',
        conversationId,
        seq: 1,
        author: 'customer',
        customerName: '欧阳春晓',
      });
      const { text, places } = hits[0]!.excerpt;
      expect(text).toBe('這件開衫洗了會起毛球嗎');
      expect(places.length).toBeGreaterThan(0);
    },
  );

  test('by a number in it, however it was spaced', async () => {
    await visitor.say('另一单 2026-1121-5566，尺码 L12 的');
    for (const q of ['5566', '20261121', '1121-5566', 'l12', '尺码l12'])
      expect(excerpts(await found(agent, { q })), q).toHaveLength(1);
    expect((await ask(agent, { q: '5567' })).body.hits).toEqual([]);
  });

  test('a note as well, by staff', async () => {
    await agent.post(`${path}/notes`, { text: '答应周五前补寄袜子' });
    const { hits } = await found(agent, { q: '补寄' });
    expect(hits[0]).toMatchObject({ kind: 'note', noteKind: 'note', authorName: agent.person.name });
  });
});

test('a customer is found by a part of the name, and by a phone, its last four digits, or a whole order number', async () => {
  const { customers } = await until('the name', async () => {
    const { body } = await ask(agent, { q: '春晓' });
    return body.customers.length > 0 && body;
  });
  expect(customers).toMatchObject([{ name: '欧阳春晓', by: 'name', conversationId, conversations: 1 }]);
  const by = async (q: string) => (await ask(agent, { q })).body.customers.map((one) => one.by);
  const asked = ['139 1234 5678', '202611218834', '5678', '1234', '8834'];
  expect(await Promise.all(asked.map(by))).toEqual([['phone'], ['order'], ['phone-tail'], [], []]);
});

describe('the wall and the reach', () => {
  test('another shop finds nothing of it', async () => {
    const other = await desk.addShop();
    const supervisor = await desk.signIn(other, 'supervisor');
    for (const q of ['毛球', '春晓', '13912345678'])
      expect((await ask(supervisor, { q })).body).toMatchObject({ hits: [], customers: [], next: null });
  });

  test('nor does an agent of another group; a supervisor does', async () => {
    const presales = await desk.signIn(shop, 'presales');
    await found(agent, { q: '毛球' });
    for (const q of ['毛球', '补寄', '春晓', '13912345678'])
      expect((await ask(presales, { q })).body, q).toMatchObject({ hits: [], customers: [] });
    await found(await desk.signIn(shop, 'supervisor'), { q: '毛球' });
  });

  test('who reads no conversations may not search', async () => {
    const finance = await desk.signIn(shop, 'finance');
    expect((await ask(finance, { q: '毛球' })).status).toBe(403);
  });
});

describe('filters', () => {
  test('by the colleague who said it', async () => {
    await agent.post(`${path}/messages`, { clientId: 'reply-0001', text: '毛球可以用修剪器处理哦' });
    expect(excerpts(await found(agent, { q: '毛球' }, 2))).toHaveLength(2);
    const { body } = await ask(agent, { q: '毛球', by: agent.person.agentId });
    expect(excerpts(body)).toEqual(['毛球可以用修剪器处理哦']);
    expect((await ask(agent, { q: '毛球', by: shop.people.lead.agentId })).body.hits).toEqual([]);
  });

  test('by what was found in it', async () => {
    await visitor.say('宝宝穿了起红疹，我要打12315投诉');
    const { hits } = await until('the finding', async () => {
      const { body } = await ask(agent, { q: '红疹', rule: 'complaint.safety' });
      return body.hits.length > 0 && body;
    });
    expect(hits[0]!.rules).toContain('complaint.safety');
    expect((await ask(agent, { q: '毛球', rule: 'complaint.safety' })).body.hits).toEqual([]);
  });

  test('by day', async () => {
    const now = Date.now();
    const day = 24 * 3600_000;
    const between = async (from: number, to: number) =>
      (await ask(agent, { q: '毛球', from, to })).body.hits.length;
    expect([
      await between(now - day, now + day),
      await between(0, now - day),
      await between(now + day, now + 2 * day),
    ]).toEqual([2, 0, 0]);
  });

  test('by the score of the episode', async () => {
    await agent.post(`${path}/resolve`);
    const { hits } = await until('the score', async () => {
      const { body } = await ask(agent, { q: '毛球', scoreFrom: 0, scoreTo: 100 });
      return body.hits.length > 0 && body;
    });
    const points = hits[0]!.points!;
    const { body } = await ask(agent, { q: '毛球', scoreFrom: points + 1 });
    expect(body.hits).toEqual([]);
  });
});

describe('what can not be searched for is told with its field', () => {
  test.each([
    [{ q: 'm' }, 'q', 'too-short'],
    [{ q: '，。！' }, 'q', 'too-short'],
    [{ q: '' }, 'q', 'too-short'],
    [{ q: '毛'.repeat(101) }, 'q', 'too-long'],
    [{ q: '毛球', after: 'x' }, 'after', 'malformed'],
    [{ q: '毛球', by: 'somebody' }, 'by', 'malformed'],
    [{ q: '毛球', scoreFrom: 101 }, 'scoreFrom', 'not-allowed'],
    [{ q: '毛球', order: 'up' }, 'order', 'unknown-field'],
  ])('%j', async (query, field, problem) => {
    const { status, body } = await agent.post<ProblemDetails>('/api/v1/search', query);
    expect({ status, problems: body.problems }).toMatchObject({
      status: 400,
      problems: [{ field, problem }],
    });
  });
});

test('erased words vanish at once, and nothing of them stays in the index', async () => {
  await visitor.say('我叫柒玖捌，住在翡翠路');
  await found(agent, { q: '翡翠' });
  const owner = new pg.Client({ connectionString: desk.database.ownerUrl });
  await owner.connect();
  const token = (0x7fe1 << 16) | 0x7fe0;
  const holding = async () =>
    (await readIndex(owner, shop.shopId)).filter(({ tokens }) => tokens.has(token)).length;
  expect(await holding()).toBe(1);
  await owner.query(`update messages set text = null where shop_id = $1 and text like '%翡翠%'`, [
    shop.shopId,
  ]);
  expect((await ask(agent, { q: '翡翠' })).body.hits).toEqual([]);
  await until('the index to forget it', async () => (await holding()) === 0);
  await owner.end();
});

test('nothing went wrong meanwhile, and what was searched for is in no failure', () =>
  expect(desk.failures).toEqual([]));
