/** What other settings would have done, and what the standard says to a conversation: asked, and nothing stored. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PreviewAnswer, ProblemDetails, TryAnswer } from '../../../core/api.ts';
import type { Conversation, Turn } from '../../../core/standard/facts.ts';
import type { StandardSettings } from '../../../core/standard/settings.ts';
import { standardSettings } from '../../../core/standard/settings.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { inShop } from '../../platform/database/pool.ts';
import { importConversation } from '../conversations/index.ts';

const leaking = '另一位买家的电话是13812345678';
const dear = '好的亲亲，这就帮您查';

let desk: Desk;
let shop: TestShop;
let lead: DeskClient;
beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  lead = await desk.signIn(shop, 'lead');
  for (const [id, text] of [
    ['a', leaking],
    ['b', dear],
    ['c', dear],
    ['d', '好的'],
  ])
    await bring(shop, id!, [text!]);
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

async function bring(into: TestShop, id: string, texts: string[]) {
  const said = texts.flatMap((text): Turn[] => [
    { from: 'customer', text: '在吗，帮我看看' },
    { from: 'agent', text },
  ]);
  const past: Conversation = { id, lang: 'zh', channel: 'chat', hours: 'always', turns: said };
  const origin = { shopId: into.shopId, source: 'test', group: 'after-sales' as const };
  await importConversation(desk.app.conversations, origin, past);
}

const settings = (changes: Partial<StandardSettings>): StandardSettings => ({
  ...standardSettings,
  ...changes,
});
const forbidding = settings({
  phrases: [{ phrase: '亲亲', weight: 'warn', passes: ['亲'], fails: ['亲亲'], note: '' }],
});

const preview = (wanted: StandardSettings, lastN = 50, by = lead) =>
  by.post<PreviewAnswer & ProblemDetails>('/api/v1/standard/preview', { settings: wanted, lastN });
const lineOf = ({ rules }: PreviewAnswer, rule: string) => rules.find((one) => one.rule === rule);

describe('a preview', () => {
  test('of the settings in force shows no difference', async () => {
    expect((await preview(standardSettings)).body).toMatchObject({
      version: 0,
      judged: 4,
      scores: [],
      rules: [],
    });
  });

  test('of a new phrase: what appears, where, and what it costs', async () => {
    const { body } = await preview(forbidding);
    expect(body.scores).toHaveLength(2);
    for (const { before, after } of body.scores) expect(after).toBe(before - 8);
    const line = lineOf(body, 'attitude.forbidden')!;
    expect(line).toMatchObject({ appear: 2, vanish: 0, reweighed: 0 });
    expect(line.examples).toHaveLength(2);
    expect(line.examples[0]).toMatchObject({
      change: 'appears',
      messageSeq: 2,
      start: 2,
      end: 4,
      evidence: '亲亲',
    });
    const thread = await lead.get(`/api/v1/conversations/${line.examples[0]!.conversationId}`);
    expect(thread.text).toContain(dear);
  });

  test('of a milder weight, of a rule that is off', async () => {
    const milder = await preview(settings({ rules: { 'redline.privacy': { weight: 'warn' } } }));
    expect(lineOf(milder.body, 'redline.privacy')).toMatchObject({ appear: 0, vanish: 0, reweighed: 1 });
    expect(milder.body.scores[0]!.before).toBe(0);
    expect(milder.body.scores[0]!.after).toBeGreaterThan(50);
  });

  test('looks at the last ones only, and changes nothing', async () => {
    const everything = () =>
      inShop(desk.app.pool, shop.shopId, async (tx) =>
        JSON.stringify([
          await tx.query('select * from scores order by episode_id'),
          await tx.query('select * from findings order by finding_id'),
          await tx.query('select * from standard_versions'),
        ]),
      );
    const before = await everything();
    expect((await preview(forbidding, 1)).body).toMatchObject({ judged: 1 });
    expect(await everything()).toBe(before);
  });

  test('in portions: each goes on where the one before ended, and together they are the whole', async () => {
    const portion = (after?: string) =>
      lead.post<PreviewAnswer & ProblemDetails>('/api/v1/standard/preview', {
        settings: forbidding,
        lastN: 3,
        after,
      });
    const first = (await portion()).body;
    const second = (await portion(first.next!)).body;
    expect([first.judged, second.judged, second.next]).toEqual([3, 1, null]);
    const together = [...first.scores, ...second.scores];
    expect(together).toEqual((await preview(forbidding)).body.scores);
    expect(await portion('yesterday')).toMatchObject({
      status: 400,
      body: { problems: [{ field: 'after', problem: 'malformed' }] },
    });
  });

  test('is refused where saving would be; to those who may not read; of another shop it sees nothing', async () => {
    const insultOff = settings({ rules: { 'attitude.insult': { on: false } } });
    expect(await preview(insultOff)).toMatchObject({
      status: 400,
      body: { problems: [{ field: 'settings.rules.attitude.insult.on', problem: 'protected' }] },
    });
    for (const lastN of [0, 501, 1.5]) expect((await preview(forbidding, lastN)).status).toBe(400);
    expect((await preview(forbidding, 5, await desk.signIn(shop, 'agent'))).status).toBe(403);
    const stranger = await desk.signIn(await desk.addShop(), 'lead');
    expect((await preview(forbidding, 50, stranger)).body).toMatchObject({
      judged: 0,
      scores: [],
      rules: [],
    });
  });

  test('of many long conversations lets others through, and waits for the one before', async () => {
    const large = await desk.addShop();
    const texts = Array.from({ length: 40 }, (_, i) => `${dear}第${i}件`);
    for (let i = 0; i < 60; i++) await bring(large, `l-${i}`, texts);
    const by = await desk.signIn(large, 'lead');
    let over = false;
    const running = preview(forbidding, 500, by).finally(() => (over = true));
    let answered = 0;
    let refused = 0;
    while (!over) {
      if ((await desk.anybody.get('/healthz')).status === 200 && !over) answered++;
      if (refused === 0 && !over) refused = (await preview(forbidding, 1, by)).status;
    }
    expect((await running).body).toMatchObject({ judged: 60 });
    expect(answered).toBeGreaterThan(3);
    expect(refused).toBe(429);
    expect((await preview(forbidding, 1, by)).status).toBe(200);
  });
});

describe('the test bench', () => {
  const pasted = (text: string) => ({
    id: 'pasted',
    lang: 'zh',
    channel: 'chat',
    turns: [
      { from: 'customer', text: '在吗，帮我看看' },
      { from: 'agent', text },
    ],
  });
  const attempt = (body: object, by = lead) =>
    by.post<TryAnswer & ProblemDetails>('/api/v1/standard/try', { rulesOff: [], ...body });

  test('explains each finding in a pasted conversation', async () => {
    const { status, body } = await attempt({ conversation: pasted(leaking) });
    expect([status, body.points, body.veto]).toEqual([200, 0, 'pending']);
    const found = body.findings.find(({ rule }) => rule === 'redline.privacy')!;
    expect(found).toMatchObject({ weight: 'block', turn: 1, evidence: '13812345678' });
    expect(found.says.zh.title).not.toBe('');
    const page = await lead.get(found.page);
    expect(page.headers.get('content-type')).toContain('text/markdown');
    expect(page.text).toContain('# redline.privacy');
    expect((await lead.get('/api/v1/standard/rules/attitude.invented/page')).status).toBe(404);
    expect((await lead.get('/api/v1/standard/rules/..%2f..%2fcheck/page')).status).toBe(404);
  });

  test('leaves rules out', async () => {
    const { body } = await attempt({ conversation: pasted(leaking), rulesOff: ['redline.privacy'] });
    expect(body.findings.map(({ rule }) => rule)).not.toContain('redline.privacy');
    expect(body.veto).toBeNull();
  });

  test('takes a conversation of the shop; another shop’s is not there', async () => {
    const { conversationId, agent, path } = await desk.served(shop);
    await agent.post(`${path}/messages`, { clientId: 'bench-0001', text: dear });
    const { body } = await attempt({ conversationId });
    expect(body.conversation.turns.map(({ from }) => from)).toEqual(['customer', 'agent']);
    const stranger = await desk.signIn(await desk.addShop(), 'lead');
    expect((await attempt({ conversationId }, stranger)).status).toBe(404);
    expect((await attempt({ conversationId }, agent)).status).toBe(403);
  });

  test.each([
    [{}, 'conversation'],
    [{ conversation: { ...pasted('好'), lang: 'fr' } }, 'conversation.lang'],
    [
      { conversation: { ...pasted('好'), turns: [{ from: 'robot', text: '' }] } },
      'conversation.turns[0].from',
    ],
    [{ conversation: { ...pasted('好'), turns: [] } }, 'conversation.turns'],
    [
      { conversation: { ...pasted('好'), turns: Array(1001).fill({ from: 'agent', text: '' }) } },
      'conversation.turns',
    ],
    [{ conversation: '会话' }, 'conversation'],
  ])('%#: 400 that names the field', async (body, field) => {
    const answer = await attempt(body);
    expect(answer.status).toBe(400);
    expect((answer.body.problems as { field: string }[])[0]!.field).toBe(field);
  });
});
