/** A shop's own settings: saved by version, judged by on every node, and noted with every score. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FactsAnswer, Me, ProblemDetails, StandardAnswer, ThreadAnswer } from '../../../core/api.ts';
import type { Problem } from '../../../core/refusal.ts';
import type { StandardSettings } from '../../../core/standard/settings.ts';
import { standardSettings } from '../../../core/standard/settings.ts';
import { newId } from '../../../live/ids.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';
import { inShop } from '../../platform/database/pool.ts';
import { scoreEpisode } from '../conversations/index.ts';

const path = '/api/v1/standard';
const leaking = '我帮您问了另一位买家，她的电话是13812345678';
/** Nothing that any other rule minds. */
const policy = '好的亲亲，这就帮您查';

let desk: Desk;
let second: Desk;
let shop: TestShop;
let administrator: DeskClient;
beforeAll(async () => {
  desk = await startDesk();
  second = await startDesk({ database: desk.database });
});
beforeEach(async () => {
  shop = await desk.addShop();
  administrator = await desk.signIn(shop, 'administrator');
});
afterAll(async () => {
  expect([...desk.failures, ...second.failures]).toEqual([]);
  await second.stop();
  await desk.stop();
});

const settings = (changes: Partial<StandardSettings> = {}): StandardSettings => ({
  ...standardSettings,
  ...changes,
});
const forbidding = (phrase: string, changes: object = {}) =>
  settings({ phrases: [{ phrase, weight: 'block', passes: [], fails: [], note: '', ...changes }] });

const save = (body: StandardSettings, basedOn: number, by = administrator, note = '试一试') =>
  by.post<ProblemDetails & { version: number; problems: Problem[] }>(path, { settings: body, basedOn, note });

describe('versions', () => {
  test('a shop begins with the standard itself; each saving adds one, with who and why', async () => {
    expect((await administrator.get<StandardAnswer>(path)).body).toEqual({
      version: 0,
      settings: standardSettings,
      toothless: [],
      history: [],
    });
    const own = settings({
      repeatPercent: 25,
      rules: { 'attitude.rhetorical': { weight: 'warn', points: 4 } },
    });
    expect(await save(own, 0)).toMatchObject({ status: 201, body: { version: 1 } });
    expect(await save(settings(), 1, administrator, '改回来')).toMatchObject({ body: { version: 2 } });
    const { body } = await administrator.get<StandardAnswer>(path);
    expect(body).toMatchObject({ version: 2, settings: standardSettings });
    const by = { agentId: administrator.person.agentId, name: administrator.person.name };
    expect(body.history).toMatchObject([
      { version: 2, by, note: '改回来', restored: null },
      { version: 1, by, note: '试一试' },
    ]);
    expect((await administrator.get(`${path}/versions/1`)).body).toEqual({ version: 1, settings: own });
    expect((await administrator.get(`${path}/versions/3`)).status).toBe(404);
  });

  test('two who save at once: one of them is told that the standard has changed', async () => {
    const another = await second.signIn(shop, 'administrator');
    const answers = await Promise.all([
      save(settings({ meritLimit: 5 }), 0, administrator, '甲'),
      save(settings({ meritLimit: 8 }), 0, another, '乙'),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ reason: 'standard-changed' });
    expect((await administrator.get<StandardAnswer>(path)).body.history).toHaveLength(1);
  });

  test('the same saving sent again is the same; one based on nothing that is there is refused', async () => {
    const own = settings({ rules: { 'attitude.rhetorical': { points: 4 } } });
    const answers = [await save(own, 0), await save(own, 0)];
    expect(answers.map(({ status, body }) => [status, body.version])).toEqual([
      [201, 1],
      [201, 1],
    ]);
    expect((await save(settings(), 0)).status).toBe(409);
    expect((await save(settings(), 7)).status).toBe(409);
  });

  test('a version is written for good: the server’s own role can neither change nor remove it', async () => {
    await save(settings(), 0);
    for (const attack of ['update standard_versions set version = 9', 'delete from standard_versions'])
      await expect(inShop(desk.app.pool, shop.shopId, (tx) => tx.query(attack))).rejects.toThrow(
        /permission denied/,
      );
  });
});

describe('what is not saved', () => {
  test('settings that weaken what is protected, and examples that go wrong, each by its field', async () => {
    const wrong = {
      ...forbidding('亲亲', { passes: ['亲亲您好'], fails: ['亲爱的您好'] }),
      rules: { 'attitude.insult': { on: false }, 'attitude.invented': { on: true } },
    } as StandardSettings;
    const { status, body } = await save(wrong, 0);
    expect(status).toBe(400);
    expect(body.problems).toEqual([
      { field: 'settings.rules.attitude.insult.on', problem: 'protected' },
      { field: 'settings.rules.attitude.invented', problem: 'unknown-field' },
      { field: 'settings.phrases.0.passes.0', problem: 'example-found' },
      { field: 'settings.phrases.0.fails.0', problem: 'example-missed' },
    ]);
    expect(body.detail).toContain('第 1 条禁语');
    expect((await administrator.get<StandardAnswer>(path)).body.version).toBe(0);
  });

  test.each([
    [{ repeatPercent: 101 }, 'settings.repeatPercent'],
    [{ thresholds: { ...standardSettings.thresholds, finding: 0 } }, 'settings.thresholds.finding'],
    [{ points: { block: 20, warn: 8 } }, 'settings.points.note'],
    [{ toothless: [] }, 'settings.toothless'],
    [{ rules: { 'attitude.insult': { weight: 'deadly' } } }, 'settings.rules.attitude.insult.weight'],
    [forbidding('(a+)+$', { weight: 'alert' }), 'settings.phrases.0.weight'],
    [forbidding('长'.repeat(61)), 'settings.phrases.0.phrase'],
    [forbidding('一*二*三*四*五'), 'settings.phrases.0.phrase'],
  ])('%j: 400 that names the field', async (changes, field) => {
    const { status, body } = await save({ ...settings(), ...(changes as object) }, 0);
    expect([status, body.problems.map((one) => one.field)]).toEqual([400, [field]]);
  });

  test('what others than the administrator send; another shop sees nothing of it', async () => {
    await save(forbidding(policy), 0);
    for (const name of ['lead', 'supervisor', 'reviewer'] as const) {
      const person = await desk.signIn(shop, name);
      expect((await person.get<StandardAnswer>(path)).body.version).toBe(1);
      expect((await save(settings(), 1, person)).status).toBe(403);
    }
    for (const name of ['agent', 'finance', 'warehouse'] as const)
      expect((await (await desk.signIn(shop, name)).get(path)).status).toBe(403);
    const stranger = await desk.signIn(await desk.addShop(), 'administrator');
    const { body, text } = await stranger.get<StandardAnswer>(path);
    expect(body.version).toBe(0);
    expect(text).not.toContain(policy);
  });
});

describe('once a saving is answered', () => {
  test('every node stops a reply by it, and shows it to the composer', async () => {
    const { agent, path: conversation } = await desk.served(shop);
    const there = await second.signIn(shop, 'agent');
    const send = (client: DeskClient, text: string) =>
      client.post<ProblemDetails>(`${conversation}/messages`, { clientId: newId(), text });
    expect((await send(agent, policy)).status).toBe(201);
    expect((await send(there, `${policy}哦`)).status).toBe(201);
    await save(forbidding('亲亲', { passes: ['亲'], fails: ['亲亲'], note: '不说' }), 0);
    for (const client of [agent, there]) {
      const answer = await send(client, `${policy}呢`);
      expect(answer).toMatchObject({
        status: 422,
        body: { findings: [{ rule: 'attitude.forbidden', weight: 'block' }] },
      });
      for (const better of answer.body.suggestions as string[]) expect(better).not.toContain('亲亲');
      const { standard } = (await client.get<FactsAnswer>(`${conversation}/facts`)).body;
      expect(standard).toMatchObject({ version: 1, toothless: [] });
      expect(standard.settings.phrases).toEqual([
        { phrase: '亲亲', weight: 'block', passes: [], fails: [], note: '' },
      ]);
    }
    await save(settings(), 1);
    expect((await send(there, `${policy}呀`)).status).toBe(201);
  });

  test('waits are counted by its thresholds, those under way too', async () => {
    const thresholds = { remindAgent: [30], callSupervisor: 40, finding: 50 };
    const before = await waiting();
    expect(await before.nextAfter()).toBe(60);
    await save(settings({ thresholds }), 0);
    expect((await administrator.get<Me>('/api/v1/me')).body.thresholds).toEqual(thresholds);
    expect(await (await waiting()).nextAfter()).toBe(30);
    await until('the new clock', async () => (await before.nextAfter()) === 30);
    await save(settings({ thresholds: { ...thresholds, remindAgent: [35] } }), 1);
    await until('the newer clock', async () => (await before.nextAfter()) === 35);
  });

  async function waiting() {
    const visitor = await desk.visit(shop);
    await visitor.say('有人在吗？');
    return {
      /** Seconds from the message to the next threshold. */
      async nextAfter(): Promise<number> {
        const [row] = await inShop(desk.app.pool, shop.shopId, (tx) =>
          tx.query<{ wait: number }>(
            `select extract(epoch from clock_next_at - waiting_since)::int as wait from conversations
            where conversation_id = $1`,
            [visitor.conversationId],
          ),
        );
        return row!.wait;
      },
    };
  }
});

describe('a score', () => {
  const isForbidden = ({ rule }: { rule: string }) => rule === 'attitude.forbidden';

  async function scored(text: string): Promise<ThreadAnswer> {
    const { agent, path: conversation } = await desk.served(shop);
    expect((await agent.post(`${conversation}/messages`, { clientId: newId(), text })).status).toBe(201);
    await agent.post(`${conversation}/resolve`);
    return until('the score', async () => {
      const { body } = await agent.get<ThreadAnswer>(conversation);
      return body.scores.length > 0 && body;
    });
  }

  test('says which version judged it, and by it the same conversation has the same score, byte for byte', async () => {
    const lines = ({ scores }: ThreadAnswer) =>
      JSON.stringify([
        scores[0]!.points,
        scores[0]!.veto,
        scores[0]!.lines,
        scores[0]!.notJudged,
        scores[0]!.engine,
      ]);
    const before = await scored('好的，马上帮您看看');
    expect(before.scores[0]).toMatchObject({ settingsVersion: 0 });
    await save(
      settings({ ...forbidding('亲亲', { weight: 'note' }), points: { block: 20, warn: 8, note: 7 } }),
      0,
    );
    const [one, other] = [await scored(policy), await scored(policy)];
    expect(one.scores[0]).toMatchObject({ settingsVersion: 1 });
    expect(one.scores[0]!.lines.filter(isForbidden)).toMatchObject([
      { rule: 'attitude.forbidden', points: -7 },
    ]);
    expect(lines(other)).toBe(lines(one));

    await save(settings(), 1);
    const { conversationId, episode } = one.conversation;
    for (const node of [desk, second])
      await scoreEpisode(node.app.conversations, shop.shopId, conversationId, episode!.episodeId);
    const reader = await desk.signIn(shop, 'reviewer');
    const again = (await reader.get<ThreadAnswer>(`/api/v1/conversations/${conversationId}`)).body;
    expect(again.scores[0]!.settingsVersion).toBe(1);
    expect(lines(again)).toBe(lines(one));
    const now = (await scored(policy)).scores[0]!;
    expect([now.settingsVersion, now.lines.filter(isForbidden)]).toEqual([2, []]);
  });

  test('of a red line that only warns is not zero: a shop may stop being strict', async () => {
    await save(settings({ rules: { 'redline.privacy': { weight: 'warn' } } }), 0);
    const { scores } = await scored(leaking);
    expect(scores[0]!.veto).toBeNull();
    expect(scores[0]!.lines).toContainEqual(
      expect.objectContaining({ rule: 'redline.privacy', weight: 'warn' }),
    );
  });
});
