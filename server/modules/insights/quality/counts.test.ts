/** The figures after any history are what a slow count over the whole log gives, and each is as long as its list. */
import fc from 'fast-check';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Conversation } from '../../../../core/conversations/conversation.ts';
import type { Draft } from '../../../../core/conversations/transitions.ts';
import * as transitions from '../../../../core/conversations/transitions.ts';
import type { QualityAnswer, QualityFilter, QualityList } from '../../../../core/quality/answers.ts';
import { Refused } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { groups } from '../../../../core/team/roles.ts';
import type { DeskClient } from '../../../../test/client.ts';
import type { Desk } from '../../../../test/desk.ts';
import { startDesk } from '../../../../test/desk.ts';
import type { TestShop } from '../../../../test/shops.ts';
import { until } from '../../../../test/until.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import { recount } from './keep.ts';
import { countFromLog, type Counted } from './testing.ts';

let time = Date.parse('2026-11-01T15:30:00+08:00');
let desk: Desk;
let owner: pg.Client;
beforeAll(async () => {
  desk = await startDesk({ now: () => time });
  owner = new pg.Client({ connectionString: desk.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

/** Rules that no word of this test calls for, so that only the test finds them. */
const rules = [
  { rule: 'attitude.shirk', weight: 'block' },
  { rule: 'redline.claim', weight: 'warn' },
  { rule: 'complaint.safety', weight: 'alert' },
  { rule: 'merit.ownership', weight: 'note' },
] as const;

const hoursVersion = uuid();

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('answer' as const), who: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('hand' as const), who: fc.nat(1) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('queue' as const), group: fc.constantFrom(...groups) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('close' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('find' as const), what: fc.constantFrom(...rules), at: fc.nat() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      verdict: fc.constantFrom(
        'right' as const,
        'wrong' as const,
        'risk-taken' as const,
        'own-reason' as const,
      ),
      at: fc.nat(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('contest' as const), at: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('score' as const), points: fc.nat(100), veto: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('review' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.nat(20) }) },
);
type Step = (typeof step extends fc.Arbitrary<infer S> ? S : never) & { on: number };

interface World {
  shop: TestShop;
  people: Person[];
  conversations: { conversationId: string; customerId: string }[];
}

async function newWorld(): Promise<World> {
  const hours = { zone: 'Asia/Shanghai', hours: [['00:00', '24:00']] as [string, string][] };
  const shop = await desk.addShop({ settings: { hours } });
  const visits = await Promise.all([0, 1, 2].map(() => desk.visit(shop)));
  const conversations = visits.map(({ conversationId }) => ({ conversationId, customerId: '' }));
  const people = (['agent', 'supervisor'] as const).map((name): Person => {
    return { shopId: shop.shopId, ...shop.people[name] };
  });
  const rows = await owner.query<{ customer_id: string }>(
    'select customer_id from customers where shop_id = $1',
    [shop.shopId],
  );
  for (const [i, row] of rows.rows.entries()) conversations[i]!.customerId = row.customer_id;
  return { shop, people, conversations };
}

async function take({ shop, people, conversations }: World, one: Step): Promise<void> {
  if (one.do === 'wait') {
    time += one.hours * 3600_000 + 1000;
    return;
  }
  const { conversationId, customerId } = conversations[one.on]!;
  const decide = async (state: Conversation, tx: Tx): Promise<Draft[]> => {
    const message = { messageId: uuid(), clientId: uuid(), text: '好的' };
    if (one.do === 'write') {
      const arrival = {
        customerId,
        customerName: null,
        channel: 'widget',
        episodeId: uuid(),
        wantsAnswer: true,
      };
      return transitions.customerWrites(state, message, { ...arrival, group: 'after-sales' });
    }
    const { episode } = state;
    if (!episode) return [];
    const { episodeId } = episode;
    const person = people['who' in one ? one.who : 0]!;
    if (one.do === 'answer') return transitions.agentWrites(state, message, person);
    if (one.do === 'hand') return transitions.assign(state, person.agentId, people[1]!);
    if (one.do === 'queue')
      return transitions.transfer(state, { group: one.group }, people[1]!, { noteId: uuid(), text: '请接' });
    if (one.do === 'close') return transitions.resolve(state, people[1]!);
    if (one.do === 'review') return [{ type: 'episode.reviewed', episodeId, byId: people[1]!.agentId }];
    if (one.do === 'score') {
      if (episode.closedAt === null) return [];
      const kept = { hours: 'always', hours_version: hoursVersion };
      const row = { lines: [], not_judged: [], engine: 'test', settings_version: 0, ...kept };
      return [
        {
          type: 'episode.scored',
          episodeId,
          points: one.veto ? 0 : one.points,
          veto: one.veto ? 'pending' : null,
          row,
        },
      ];
    }
    const found = await tx.query<{ id: string; seq: number; rule: string }>(
      'select finding_id as id, message_seq as seq, rule from findings where conversation_id = $1 order by finding_id',
      [conversationId],
    );
    if (one.do === 'find') {
      const messageSeq = episode.firstSeq + (one.at % (state.seq - episode.firstSeq + 1));
      if (found.some(({ seq, rule }) => seq === messageSeq && rule === one.what.rule)) return [];
      const where = { findingId: uuid(), episodeId, moment: 'live' as const, messageSeq, start: 0, end: 2 };
      return [{ type: 'finding.raised', ...where, ...one.what }];
    }
    const finding = found[one.at % Math.max(1, found.length)];
    if (!finding) return [];
    const byId = people[0]!.agentId;
    const row = { reason: '理由' };
    if (one.do === 'contest') return [{ type: 'finding.contested', findingId: finding.id, byId, row }];
    return [{ type: 'finding.settled', findingId: finding.id, verdict: one.verdict, byId, row }];
  };
  await desk.app.conversations.road
    .take({ shopId: shop.shopId, conversationId, mayOpen: true, readsRows: true, decide })
    .catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
}

/** Reactions and jobs have done what there was to do, and the figures are these. */
async function settled(shopId: string, zone: string): Promise<Counted> {
  return until('the figures that the log gives', async () => {
    const idle = await owner.query(
      `select 1 where not exists (select from graphile_worker._private_jobs)
        and (select max((tx::text::bigint, event_id)) from events) <= (select (tx::text::bigint, event_id) from log_positions where reader = 'reactions')`,
    );
    if (idle.rowCount === 0) return false;
    const expected = await countFromLog(owner, shopId, zone);
    const kept = await keptOf(shopId);
    return (
      JSON.stringify(kept) === JSON.stringify({ days: expected.days, ruleDays: expected.ruleDays }) &&
      expected
    );
  });
}

async function keptOf(shopId: string): Promise<Pick<Counted, 'days' | 'ruleDays'>> {
  return inShop(desk.app.pool, shopId, async (tx) => {
    const days = await tx.query<{ line: string }>(
      `select concat_ws(' ', day, agent_id, group_name, band, episodes, points) as line from quality_days`,
    );
    const ruleDays = await tx.query<{ line: string }>(
      `select concat_ws(' ', day, agent_id, group_name, rule, kind, said, findings) as line from quality_rule_days`,
    );
    return {
      days: days.map(({ line }) => line).toSorted(),
      ruleDays: ruleDays.map(({ line }) => line).toSorted(),
    };
  });
}

/** Every row of a list, three at a time. */
async function walk(lead: DeskClient, filter: QualityFilter): Promise<{ ids: string[]; total: number }> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const query = new URLSearchParams({ ...filter, limit: '3' });
    if (after !== null) query.set('after', after);
    const list = (await lead.get<QualityList>(`/api/v1/quality/episodes?${query.toString()}`)).body;
    ids.push(...list.rows.map((row) => row.finding?.findingId ?? row.episodeId));
    after = list.next;
    if (after === null) return { ids, total: list.total };
  }
}

async function expectListsOf(shop: TestShop, counted: Counted): Promise<void> {
  const lead = await desk.signIn(shop, 'lead');
  const period = { from: '2026-10-20', to: '2027-10-20' };
  const { body } = await lead.get<QualityAnswer>(`/api/v1/quality?${new URLSearchParams(period).toString()}`);
  const same = async (filter: QualityFilter, figure: number, ids: string[]) => {
    const list = await walk(lead, { ...period, ...filter });
    expect([filter, list.total, list.ids.toSorted()]).toEqual([filter, figure, ids.toSorted()]);
  };
  const { episodes, findings } = counted;
  const idsOf = (all: { id: string }[]) => all.map(({ id }) => id);
  await same({}, body.total.episodes, idsOf(episodes));
  await same({ sort: 'score' }, body.total.episodes, idsOf(episodes));
  expect(body.total.points).toBe(episodes.reduce((sum, { points }) => sum + points, 0));
  for (const { band, episodes: figure } of body.bands)
    await same({ band }, figure, idsOf(episodes.filter((one) => one.band === band)));
  const standing = findings.filter(
    ({ kind, said }) => kind === 'fault' && ['open', 'contested', 'right'].includes(said),
  );
  await same({ kind: 'fault', said: 'standing' }, body.total.findings, idsOf(standing));
  for (const { agentId, ...figures } of body.agents) {
    const agent = agentId ?? 'none';
    const mine = ({ agent: id }: { agent: string }) =>
      id === (agentId ?? '00000000-0000-0000-0000-000000000000');
    await same({ agent }, figures.episodes, idsOf(episodes.filter(mine)));
    await same({ agent, kind: 'fault', said: 'standing' }, figures.findings, idsOf(standing.filter(mine)));
  }
  for (const { group, ...figures } of body.groups)
    await same({ group }, figures.episodes, idsOf(episodes.filter((one) => one.group === group)));
  for (const { day, ...figures } of body.days)
    await same({ from: day, to: day }, figures.episodes, idsOf(episodes.filter((one) => one.day === day)));
  for (const { rule, kind, said } of body.rules) {
    for (const [saying, figure] of Object.entries(said) as [keyof typeof said, number][]) {
      const those = findings.filter((one) => one.rule === rule && one.kind === kind && one.said === saying);
      await same({ rule, kind, said: saying }, figure, idsOf(those));
    }
  }
}

test('after any history: as the log has it, as long as its lists, the same when made anew, and moved with the zone', async () => {
  const history = fc.array(fc.tuple(step, fc.nat(2)), { minLength: 40, maxLength: 90, size: 'max' });
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const world = await newWorld();
      const { shop } = world;
      for (const on of [0, 1, 2]) await take(world, { do: 'write', on } as Step);
      for (const [one, on] of steps) await take(world, { ...one, on } as Step);
      for (const on of [0, 1, 2]) await take(world, { do: 'close', on } as Step);
      const counted = await settled(shop.shopId, 'Asia/Shanghai');
      expect(counted.episodes.length).toBeGreaterThan(0);
      await expectListsOf(shop, counted);
      const before = await keptOf(shop.shopId);
      await recount(desk.app.conversations, shop.shopId);
      expect(await keptOf(shop.shopId)).toEqual(before);
      await owner.query(
        `update shops set settings = jsonb_set(settings, '{hours,zone}', '"America/New_York"') where shop_id = $1`,
        [shop.shopId],
      );
      time += 60_000;
      await take(world, { do: 'review', on: 0 } as Step);
      await settled(shop.shopId, 'America/New_York');
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 120_000);
