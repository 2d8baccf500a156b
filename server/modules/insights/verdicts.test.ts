/** What people say of findings counts: in the score, in the shop's case file, and for the rule that found them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import type { ProblemDetails, RuleStanding, StandardAnswer, ThreadAnswer } from '../../../core/api.ts';
import { standardSettings } from '../../../core/standard/settings.ts';
import { newId } from '../../../live/ids.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';
import { inShop } from '../../platform/database/pool.ts';

const leaking = '我帮您问了另一位买家，她的电话是13812345678';
const rule = 'redline.privacy';
const rules = '/api/v1/standard/rules';

let desk: Desk;
let shop: TestShop;
let people: Record<'reviewer' | 'supervisor' | 'lead' | 'agent', DeskClient>;
beforeAll(async () => {
  desk = await startDesk();
});
beforeEach(async () => {
  shop = await desk.addShop();
  const names = ['reviewer', 'supervisor', 'lead', 'agent'] as const;
  const signedIn = await Promise.all(names.map(async (name) => [name, await desk.signIn(shop, name)]));
  people = Object.fromEntries(signedIn);
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

/** A supervisor took the risk of words that the red line stops; the episode is over and scored. */
async function leaked(verdict: 'risk-taken' | 'own-reason' | null = 'own-reason') {
  const { agent, path, conversationId, visitor } = await desk.served(shop);
  const hold = await agent.post<{ holdId: string }>(`${path}/holds`, { clientId: newId(), text: leaking });
  const release = { verdict: 'risk-taken', reason: '顾客自己的朋友' };
  expect((await people.supervisor.post(`${path}/holds/${hold.body.holdId}/release`, release)).status).toBe(
    201,
  );
  await until('the finding', async () => (await read(path)).findings.some((one) => one.verdict !== null));
  // As a finding that nobody has judged yet.
  if (verdict !== 'risk-taken')
    await inShop(desk.app.pool, shop.shopId, async (tx) =>
      tx.send(
        'update findings set verdict = $2, verdict_by = null where conversation_id = $1 and rule = $3',
        [conversationId, verdict, rule],
      ),
    );
  await agent.post(`${path}/resolve`);
  const thread = await until('the score', async () => {
    const one = await read(path);
    return one.scores.length > 0 && one;
  });
  const { findingId } = thread.findings.find((one) => one.rule === rule)!;
  return { path, conversationId, visitor, thread, findingId };
}

const read = async (path: string) => (await people.reviewer.get<ThreadAnswer>(path)).body;
const judge = (findingId: string, verdict: string, by = people.reviewer, reason = '已核对') =>
  by.post<ProblemDetails>(`/api/v1/findings/${findingId}/verdict`, { verdict, reason });
const standing = async () =>
  (await people.lead.get<RuleStanding[]>(rules)).body.find((one) => one.rule === rule)!;

describe('a verdict', () => {
  test('wrong: the finding no longer counts, and the episode is scored anew by its own version', async () => {
    const { findingId, path, thread } = await leaked();
    expect(thread.scores[0]).toMatchObject({ points: 0, veto: 'pending' });
    expect((await judge(findingId, 'wrong')).status).toBe(200);
    const after = await until('the new score', async () => {
      const one = await read(path);
      return one.scores[0]!.veto === null && one;
    });
    expect(after.scores[0]!.lines.filter((line) => line.rule === rule)).toEqual([]);
    expect(after.scores[0]!.settingsVersion).toBe(thread.scores[0]!.settingsVersion);
    expect(after.findings.find((one) => one.findingId === findingId)).toMatchObject({ verdict: 'wrong' });
  });

  test('right: nothing changes but that somebody said so', async () => {
    const { findingId, path, thread } = await leaked(null);
    expect((await judge(findingId, 'right')).status).toBe(200);
    const after = await read(path);
    expect(after.findings.find((one) => one.findingId === findingId)).toMatchObject({ verdict: 'right' });
    expect(after.scores[0]!.points).toBe(thread.scores[0]!.points);
  });

  test('stands: said again it is the same, another is refused; two at once are one', async () => {
    const { findingId } = await leaked();
    const answers = await Promise.all([
      judge(findingId, 'right'),
      judge(findingId, 'wrong', people.supervisor),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const said = answers[0]!.status === 200 ? 'right' : 'wrong';
    expect((await judge(findingId, said)).status).toBe(200);
    expect((await judge(findingId, said === 'right' ? 'wrong' : 'right')).body).toMatchObject({
      reason: 'finding-settled',
    });
    const taken = await leaked('risk-taken');
    expect((await judge(taken.findingId, 'wrong')).status).toBe(409);
  });

  test('is given by reviewers and supervisors of the shop, with a reason', async () => {
    const { findingId } = await leaked();
    for (const person of [people.agent, people.lead, await desk.signIn(shop, 'administrator')])
      expect((await judge(findingId, 'wrong', person)).status).toBe(403);
    const stranger = await desk.signIn(await desk.addShop(), 'reviewer');
    expect((await judge(findingId, 'wrong', stranger)).status).toBe(404);
    expect((await judge(uuid(), 'wrong')).status).toBe(404);
    expect((await judge(findingId, 'wrong', people.reviewer, ' ')).status).toBe(400);
    expect((await judge(findingId, 'risk-taken')).status).toBe(400);
  });
});

describe('the shop’s case file', () => {
  const file = async (by = people.reviewer) => {
    const { text, headers } = await by.get('/api/v1/standard/cases');
    expect(headers.get('content-type')).toContain('jsonl');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };

  test('holds what was found wrong, with nobody’s data in it', async () => {
    const identityToken = await shop.sign('member-7', { name: '欧阳女士', phones: ['13987654321'] });
    const { agent, path, conversationId } = await desk.served(shop, 'agent', {
      text: '我是欧阳女士，电话13987654321，尺码不对',
      identityToken,
    });
    const hold = await agent.post<{ holdId: string }>(`${path}/holds`, { clientId: newId(), text: leaking });
    const release = { verdict: 'wrong', reason: '是她本人的另一个号码' };
    await people.supervisor.post(`${path}/holds/${hold.body.holdId}/release`, release);
    const [one] = await until('the case', async () => {
      const cases = await file();
      return cases.length > 0 && cases;
    });
    expect(one).toMatchObject({ lang: 'zh', channel: 'chat', expect: [], free: [rule], open: [] });
    expect(one.turns).toHaveLength(2);
    expect(one.turns[1]).toMatchObject({ from: 'agent', at: expect.stringMatching(/\+08:00$/) });
    for (const secret of ['欧阳', '13987654321', '13812345678', conversationId])
      expect(JSON.stringify(one)).not.toContain(secret);
    expect(await file(await desk.signIn(await desk.addShop(), 'reviewer'))).toEqual([]);
    expect((await people.agent.get('/api/v1/standard/cases')).status).toBe(403);
  });

  test('takes what no rule found, once; what nobody judged counts neither way', async () => {
    const { conversationId } = await leaked(null);
    const add = (body: object, by = people.reviewer) => by.post('/api/v1/standard/cases', body);
    const missed = { conversationId, messageSeq: 1, rule: 'complaint.sensitive' };
    expect([(await add(missed)).status, (await add(missed)).status]).toEqual([201, 201]);
    const [one, another] = await file();
    expect(another).toBeUndefined();
    expect(one.expect).toEqual([{ turn: 0, rule: 'complaint.sensitive' }]);
    expect(one.open).toContainEqual({ turn: 1, rule });
    expect((await add({ ...missed, rule: 'complaint.invented' })).status).toBe(400);
    expect((await add({ ...missed, messageSeq: 99 })).status).toBe(404);
    expect((await add(missed, people.lead)).status).toBe(403);
    expect((await add(missed, await desk.signIn(await desk.addShop(), 'reviewer'))).status).toBe(404);
  });
});

describe('a rule that errs', () => {
  /** As if so many had been said before, a minute ago. */
  async function said(conversationId: string, right: number, wrong: number) {
    await inShop(desk.app.pool, shop.shopId, async (tx) => {
      const verdicts = [...Array<string>(right).fill('right'), ...Array<string>(wrong).fill('wrong')];
      tx.send(
        `insert into findings (shop_id, finding_id, conversation_id, episode_id, rule, weight, moment, message_seq,
          start_at, end_at, verdict, created_at, verdict_at)
        select $1, gen_random_uuid(), $2, (select episode_id from conversations where conversation_id = $2), $3, 'block',
          'send', 1000 + n, 0, 1, v, now() - interval '1 minute', now() - interval '1 minute'
        from unnest($4::text[]) with ordinality as u(v, n)`,
        [shop.shopId, conversationId, rule, verdicts],
      );
    });
  }

  const stops = async () => {
    const { agent, path } = await desk.served(shop);
    return (await agent.post(`${path}/messages`, { clientId: newId(), text: leaking })).status === 422;
  };

  test('is counted: confirmed, rejected, and by replies that stayed refused', async () => {
    const { conversationId, findingId } = await leaked();
    expect(await standing()).toMatchObject({ judged: 0, precision: null, weight: { chat: 'block' } });
    await said(conversationId, 9, 3);
    expect(await standing()).toMatchObject({ judged: 12, right: 9, wrong: 3, precision: 75 });
    await judge(findingId, 'right');
    const { agent, path } = await desk.served(shop);
    const hold = await agent.post<{ holdId: string }>(`${path}/holds`, { clientId: newId(), text: leaking });
    await people.supervisor.post(`${path}/holds/${hold.body.holdId}/refuse`, { reason: '确实不能说' });
    expect(await standing()).toMatchObject({ judged: 14, right: 11, wrong: 3, toothlessSince: null });
  });

  test('below the set precision warns from then on; the lead is told once; restored it stops again', async () => {
    const { conversationId, findingId } = await leaked();
    await said(conversationId, 16, 3);
    expect(await stops()).toBe(true);
    await judge(findingId, 'wrong');
    const blunt = await until('the loss of teeth', async () => {
      const one = await standing();
      return one.toothlessSince !== null && one;
    });
    expect(blunt).toMatchObject({
      ownWeight: 'block',
      weights: ['block', 'warn'],
      protected: true,
      judged: 20,
      wrong: 4,
      precision: 80,
      weight: { chat: 'warn', phone: 'warn' },
    });
    await until('the message that leaves', async () => !(await stops()));
    const { body } = await people.lead.get<{ alerts: { cause: object }[] }>('/api/v1/wall');
    expect(
      body.alerts.filter(({ cause }) => 'kind' in cause && cause.kind === 'rule-toothless'),
    ).toMatchObject([{ cause: { kind: 'rule-toothless', rule } }]);
    const { history, toothless } = (await people.lead.get<StandardAnswer>('/api/v1/standard')).body;
    expect(history).toMatchObject([{ version: 1, by: null }]);
    expect(toothless).toMatchObject([{ rule }]);

    const restore = (by = people.lead) =>
      by.post<RuleStanding>(`${rules}/${rule}/restore`, { reason: '看过了，是录入错误' });
    expect((await restore(people.reviewer)).status).toBe(403);
    expect((await restore()).body).toMatchObject({
      judged: 0,
      toothlessSince: null,
      weight: { chat: 'block' },
    });
    expect(await stops()).toBe(true);
    expect((await restore()).status, 'pressed twice').toBe(200);
    const after = (await people.lead.get<StandardAnswer>('/api/v1/standard')).body;
    expect(after.history).toMatchObject([
      { version: 2, restored: rule, note: '看过了，是录入错误' },
      { version: 1 },
    ]);
    expect((await people.lead.post(`${rules}/attitude.invented/restore`, { reason: '无' })).status).toBe(404);
  });

  test('keeps its teeth with fewer than twenty verdicts, at the set precision, or where the shop set none', async () => {
    const few = await leaked();
    await said(few.conversationId, 5, 13);
    await judge(few.findingId, 'wrong');
    await settled();
    expect(await standing()).toMatchObject({ judged: 19, toothlessSince: null });

    const administrator = await desk.signIn(shop, 'administrator');
    const settings = { ...standardSettings, leastPrecision: 0 };
    await administrator.post('/api/v1/standard', { settings, basedOn: 0, note: '' });
    const many = await leaked();
    await judge(many.findingId, 'wrong');
    await settled();
    expect(await standing()).toMatchObject({ judged: 20, wrong: 15, toothlessSince: null });
  });

  /** The rule was looked at: the case follows in the same reaction. */
  async function settled() {
    await until('the reaction', async () => {
      const rows = await inShop(desk.app.pool, shop.shopId, (tx) =>
        tx.query<{ open: number }>(
          `select count(*)::int as open from findings f where f.verdict = 'wrong' and f.verdict_by is not null
            and not exists (select from standard_cases c where c.episode_id = f.episode_id)`,
        ),
      );
      return rows[0]!.open === 0;
    });
  }
});
