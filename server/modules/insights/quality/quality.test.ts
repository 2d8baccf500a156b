/** The quality page: whose figures one sees, what reviewers are given, how a contest is answered, what a file holds. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import type { ProblemDetails, ThreadAnswer } from '../../../../core/api.ts';
import type { QualityAnswer, QualityList, ReviewAnswer } from '../../../../core/quality/answers.ts';
import { newId } from '../../../../live/ids.ts';
import type { DeskClient } from '../../../../test/client.ts';
import type { Desk } from '../../../../test/desk.ts';
import { startDesk } from '../../../../test/desk.ts';
import type { TestShop } from '../../../../test/shops.ts';
import { until } from '../../../../test/until.ts';
import { inShop } from '../../../platform/database/pool.ts';

const base = '/api/v1/quality';
const leaking = '我帮您问了另一位买家，她的电话是13812345678';
const rule = 'redline.privacy';

let desk: Desk;
let shop: TestShop;
let people: Record<'reviewer' | 'supervisor' | 'lead' | 'agent' | 'presales', DeskClient>;
beforeAll(async () => {
  desk = await startDesk();
});
beforeEach(async () => {
  shop = await desk.addShop();
  const names = ['reviewer', 'supervisor', 'lead', 'agent', 'presales'] as const;
  const signedIn = await Promise.all(names.map(async (name) => [name, await desk.signIn(shop, name)]));
  people = Object.fromEntries(signedIn);
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

/** An episode of an agent's, over and counted. `text`: what was wrong with it, let go by the supervisor. */
async function over(name: 'agent' | 'presales' = 'agent', text: string | null = null, customer = '') {
  const before = (await figures(people.lead)).total.episodes;
  const identityToken = customer ? await shop.sign(uuid(), { name: customer }) : undefined;
  const { agent, path, conversationId, visitor } = await desk.served(shop, name, { identityToken });
  if (text) {
    const hold = await agent.post<{ holdId: string }>(`${path}/holds`, { clientId: newId(), text });
    const release = { verdict: 'risk-taken', reason: '顾客自己的朋友' };
    await people.supervisor.post(`${path}/holds/${hold.body.holdId}/release`, release);
    await until('the finding', async () => (await read(path)).findings.some((one) => one.verdict !== null));
    // As a finding that nobody has judged yet.
    await inShop(desk.app.pool, shop.shopId, async (tx) =>
      tx.send('update findings set verdict = null, verdict_by = null where conversation_id = $1', [
        conversationId,
      ]),
    );
  } else await agent.post(`${path}/messages`, { clientId: newId(), text: '您好，这边帮您看一下。' });
  await agent.post(`${path}/resolve`);
  await until('the figures', async () => (await figures(people.lead)).total.episodes > before);
  const thread = await read(path);
  const finding = thread.findings.find((one) => one.rule === rule);
  return { agent, path, conversationId, visitor, thread, findingId: finding?.findingId ?? '' };
}

const read = async (path: string) => (await people.reviewer.get<ThreadAnswer>(path)).body;
const figures = async (by: DeskClient, query = '') => (await by.get<QualityAnswer>(`${base}${query}`)).body;
const list = (by: DeskClient, query = '') => by.get<QualityList & ProblemDetails>(`${base}/episodes${query}`);
const review = async (by = people.reviewer) => (await by.get<ReviewAnswer>(`${base}/review`)).body;
const contest = (findingId: string, by: DeskClient, reason = '这是顾客自己发来的号码') =>
  by.post<ProblemDetails>(`/api/v1/findings/${findingId}/contest`, { reason });
const judge = (findingId: string, verdict: 'right' | 'wrong') =>
  people.reviewer.post(`/api/v1/findings/${findingId}/verdict`, { verdict, reason: '已核对' });

describe('whose figures', () => {
  test('an agent sees their own alone, whatever they ask for; those who see all see all', async () => {
    await over('agent');
    await over('presales');
    const { agentId } = people.agent.person;
    const other = people.presales.person.agentId;
    expect((await figures(people.lead)).total.episodes).toBe(2);
    expect((await figures(people.reviewer, `?agent=${other}`)).total.episodes).toBe(1);
    const own = await figures(people.agent);
    expect([own.total.episodes, own.agents.map((one) => one.agentId)]).toEqual([1, [agentId]]);
    expect((await list(people.agent)).body.rows.map((row) => row.agentId)).toEqual([agentId]);
    for (const query of [`?agent=${other}`, '?agent=none'])
      for (const path of [base, `${base}/episodes`, `${base}/episodes.csv`]) {
        const { status, body } = await people.agent.get<ProblemDetails>(path + query);
        expect([path, status, body.code]).toEqual([path, 403, 'forbidden']);
      }
    const file = (await people.agent.get(`${base}/episodes.csv`)).text;
    expect(file.trim().split('\r\n').length).toBe(2);
  });

  test('another shop sees nothing of them', async () => {
    await over();
    const stranger = await desk.signIn(await desk.addShop(), 'lead');
    const { agentId } = people.agent.person;
    expect((await figures(stranger)).total.episodes).toBe(0);
    expect((await list(stranger, `?agent=${agentId}`)).body).toMatchObject({ rows: [], total: 0 });
  });

  test('what makes no sense is refused by its field', async () => {
    const asked: [string, string][] = [
      ['?from=2026-13-01', 'from'],
      ['?from=2026-11-02&to=2026-11-01', 'to'],
      ['?from=1990-01-01', 'from'],
      ['?after=1_2_3', 'after'],
      ['?band=70-71', 'band'],
      ['?limit=0', 'limit'],
    ];
    for (const [query, field] of asked) {
      const { status, body } = await list(people.lead, query);
      expect([query, status, (body.problems as { field: string }[])[0]?.field]).toEqual([query, 400, field]);
    }
  });
});

describe('a contest', () => {
  test('is the agent’s own: counted as such, shown to reviewers, and answered by a verdict', async () => {
    const { findingId, path, thread } = await over('agent', leaking);
    expect((await review()).rows[0]).toMatchObject({ reasons: expect.arrayContaining(['veto']) as string[] });
    const conversation = (await read(path)).conversation.conversationId;
    const reading = await people.reviewer.listening({ conversation });
    expect((await contest(findingId, people.agent)).status).toBe(200);
    const told = await reading.event('finding.contested');
    expect(told.reason, 'in the open thread, as it happens').toBe('这是顾客自己发来的号码');
    const contested = await until('the contest', async () => {
      const { total } = await figures(people.lead);
      return total.contested === 1 && total;
    });
    expect(contested).toMatchObject({ episodes: 1, vetoes: 1 });
    const [row] = (await review()).rows;
    expect(row).toMatchObject({
      episodeId: thread.scores[0]!.episodeId,
      contests: [{ findingId, rule, by: people.agent.person.name, reason: '这是顾客自己发来的号码' }],
    });
    expect(row!.reasons).toContain('contested');
    const only = async (reason: string) =>
      (await people.reviewer.get<ReviewAnswer>(`${base}/review?reason=${reason}`)).body;
    expect((await only('contested')).rows).toEqual([row]);
    expect(await only('low')).toMatchObject({ rows: [], counts: { contested: 1 } });
    expect((await people.reviewer.get(`${base}/review?reason=all`)).status).toBe(400);
    expect((await read(path)).findings.find((one) => one.findingId === findingId)).toMatchObject({
      contestedBy: people.agent.person.agentId,
      contestReason: '这是顾客自己发来的号码',
    });
    expect((await judge(findingId, 'wrong')).status).toBe(200);
    await until('the answer in the figures', async () => {
      const { total } = await figures(people.lead);
      return total.contested === 0 && total.vetoes === 0;
    });
    expect((await list(people.lead, `?kind=fault&said=wrong&rule=${rule}`)).body.total).toBe(1);
    expect((await contest(findingId, people.agent, '再说一次')).body).toMatchObject({
      reason: 'finding-settled',
    });
  });

  test('said twice is said once; with other words it waits for the answer', async () => {
    const { findingId } = await over('agent', leaking);
    const answers = await Promise.all([1, 2].map(() => contest(findingId, people.agent)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await contest(findingId, people.agent, '另一个理由')).body).toMatchObject({
      reason: 'finding-contested',
    });
    const { rows } = await desk.app.pool.query(
      `select count(*)::int as n from events where type = 'finding.contested' and data->>'findingId' = $1`,
      [findingId],
    );
    expect(rows).toEqual([{ n: 0 }]); // behind the wall
    const seen = await inShop(desk.app.pool, shop.shopId, (tx) =>
      tx.query(`select 1 from events where type = 'finding.contested' and data->>'findingId' = $1`, [
        findingId,
      ]),
    );
    expect(seen.length).toBe(1);
  });

  test('of a colleague’s, a stranger’s, by a role that serves nobody, without a reason: refused', async () => {
    const { findingId } = await over('agent', leaking);
    expect((await contest(findingId, people.supervisor)).body).toMatchObject({ reason: 'not-your-finding' });
    expect((await contest(findingId, people.presales)).status).toBe(404);
    expect((await contest(findingId, people.reviewer)).status).toBe(403);
    expect((await contest(findingId, await desk.signIn(await desk.addShop(), 'agent'))).status).toBe(404);
    expect((await contest(uuid(), people.agent)).status).toBe(404);
    expect((await contest(findingId, people.agent, ' ')).status).toBe(400);
    expect((await figures(people.lead)).total.contested).toBe(0);
  });
});

describe('what to review', () => {
  test('a confirmed veto leaves, a drawn episode leaves when it was read, one’s own is never there', async () => {
    const { findingId, thread } = await over('agent', leaking);
    const { episodeId } = thread.scores[0]!;
    const has = async (by = people.reviewer) =>
      (await review(by)).rows.some((row) => row.episodeId === episodeId && row.reasons.includes('veto'));
    expect(await has()).toBe(true);
    for (const one of thread.findings)
      if (one.weight === 'block') expect((await judge(one.findingId, 'right')).status).toBe(200);
    await until('the confirmed veto to leave', async () => !(await has()));
    expect(findingId).not.toBe('');
    expect((await list(people.lead, '?band=veto')).body.rows[0]).toMatchObject({ veto: 'confirmed' });

    const drawn = (await over()).thread.scores[0]!.episodeId;
    await inShop(desk.app.pool, shop.shopId, async (tx) =>
      tx.send('update quality_episodes set lot = 0 where episode_id = $1', [drawn]),
    );
    const rows = async (by = people.reviewer) => (await review(by)).rows.map((row) => row.episodeId);
    expect(await rows()).toContain(drawn);
    await inShop(desk.app.pool, shop.shopId, async (tx) =>
      tx.send('update quality_episodes set agent_id = $2 where episode_id = $1', [
        drawn,
        people.supervisor.person.agentId,
      ]),
    );
    expect(await rows(people.supervisor)).not.toContain(drawn);
    expect(await rows()).toContain(drawn);
    const done = () => people.reviewer.post(`/api/v1/episodes/${drawn}/review`);
    expect([(await done()).status, (await done()).status]).toEqual([200, 200]);
    await until('the episode to leave', async () => !(await rows()).includes(drawn));
    expect((await people.reviewer.post(`/api/v1/episodes/${uuid()}/review`)).status).toBe(404);
  });
});

test('the file is the list, and a name that is a formula comes out as words', async () => {
  const names = ['=HYPERLINK("http://x","a")', '+1', '-1+1', '@SUM(A1)', '王,"女士"'];
  for (const name of names) await over('agent', null, name);
  const { text, headers } = await people.lead.get(`${base}/episodes.csv?lang=en`);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toContain('attachment');
  const lines = text.trim().split('\r\n');
  expect(lines.length).toBe(1 + (await list(people.lead)).body.total);
  expect(lines.length).toBe(1 + names.length);
  for (const sign of ['=', '+', '-', '@']) {
    expect(text).toContain(`'${sign}`);
    expect(text).not.toMatch(new RegExp(`[,"\\n]\\${sign}`));
  }
  expect(text).toContain('"王,""女士"""');
});
