/**
 * How often people agree with each rule. One that errs too often loses its teeth: its blocks warn, from a new version of
 * the standard on, until somebody has looked at it. That holds for every rule, red lines too: a rule that is wrong stops
 * the right replies, and the warning still says a word.
 */
import { v5 as uuidOf } from 'uuid';
import type { RuleStanding } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Standard } from '../../../core/standard/apply-settings.ts';
import { standardOf } from '../../../core/standard/apply-settings.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Rule } from '../../../core/standard/rule.ts';
import { rules as allRules } from '../../../core/standard/rules/index.ts';
import { isProtected, weightsOf } from '../../../core/standard/settings-problems.ts';
import type { Channel } from '../../../core/standard/settings.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop, snapshotOfShop } from '../../platform/database/pool.ts';
import type { Conversations } from '../conversations/index.ts';
import type { StandardVersion } from '../standard/index.ts';
import { addVersion, readVersion } from '../standard/index.ts';

/** The last so many verdicts count; fewer than the least say nothing yet. */
const window = 50;
const least = 20;

type Here = Pick<Conversations, 'pool' | 'road' | 'standards' | 'now'>;

export function readStandings({ pool }: Pick<Here, 'pool'>, { shopId }: Person): Promise<RuleStanding[]> {
  return snapshotOfShop(pool, shopId, async (tx) => {
    const state = await readState(tx, shopId);
    return allRules.map((rule) => standingOf(rule, state));
  });
}

/** After a verdict on the rule: where it errs too often it stops nothing any more, and the lead is told. */
export async function pullTeeth(
  conversations: Here,
  shopId: string,
  rule: RuleId,
  conversationId: string,
): Promise<void> {
  const { pool, now } = conversations;
  const since = await inShop(pool, shopId, async (tx) => {
    const state = await readState(tx, shopId);
    const { version } = state;
    const { weight, judged, precision } = recordOf(rule, state);
    const known = version.toothless[rule];
    if (known !== undefined) return known;
    const stops = weight.chat === 'block' || weight.phone === 'block';
    const errs = judged >= least && precision! < version.settings.leastPrecision;
    if (!stops || !errs) return null;
    const at = now();
    const toothless = { ...version.toothless, [rule]: at };
    const note = `${rule}: ${precision}% < ${version.settings.leastPrecision}%`;
    const { version: basedOn, settings } = version;
    const added = await addVersion(tx, shopId, { basedOn, settings, toothless, by: null, note, at });
    if (!added) throw new Error(`another version of the standard came before that of ${rule}`); // tried again
    return at;
  });
  if (since !== null) await tell(conversations, shopId, rule, conversationId, since);
}

/** Somebody has looked at it: its blocks block again, and its verdicts are counted anew. */
export async function restoreTeeth(
  conversations: Here,
  { shopId, agentId }: Person,
  rule: RuleId,
  reason: string,
): Promise<RuleStanding> {
  const { pool, standards, now } = conversations;
  const known = allRules.find(({ id }) => id === rule) ?? refuse({ code: 'not-found', what: 'rule' });
  const restored = await inShop(pool, shopId, async (tx) => {
    const { version: basedOn, settings, toothless } = (await readVersion(tx, shopId))!;
    if (toothless[rule] === undefined) return false;
    const { [rule]: _, ...rest } = toothless;
    const one = { basedOn, settings, toothless: rest, restored: rule, by: agentId, note: reason, at: now() };
    if (!(await addVersion(tx, shopId, one))) refuse({ code: 'conflict', reason: 'standard-changed' });
    return true;
  });
  if (restored) await standards.published(shopId);
  return inShop(pool, shopId, async (tx) => standingOf(known, await readState(tx, shopId)));
}

/** Once for each time that it lost its teeth, at the conversation whose verdict was the last straw. */
async function tell({ road }: Here, shopId: string, rule: RuleId, conversationId: string, since: number) {
  const alertId = uuidOf(`${rule} has no teeth since ${since}`, shopId);
  await road.take({
    shopId,
    conversationId,
    readsRows: true,
    async decide(_, tx) {
      const [told] = await tx.query('select 1 from alerts where shop_id = $1 and alert_id = $2', [
        shopId,
        alertId,
      ]);
      if (told) return [];
      return [{ type: 'alert.raised', alertId, cause: { kind: 'rule-toothless', rule }, messageSeq: null }];
    },
  });
}

interface State {
  version: StandardVersion;
  standard: Standard;
  tallies: Map<string, Tally>;
}

async function readState(tx: Tx, shopId: string): Promise<State> {
  const version = (await readVersion(tx, shopId))!;
  const toothless = Object.keys(version.toothless) as RuleId[];
  return { version, standard: standardOf({ ...version, toothless }), tallies: await readTallies(tx, shopId) };
}

function standingOf(rule: Rule, state: State): RuleStanding {
  const { id, moments, weight: ownWeight } = rule;
  return { ...recordOf(id, state), moments, ownWeight, weights: weightsOf(rule), protected: isProtected(id) };
}

type RuleRecord = Omit<RuleStanding, 'moments' | 'ownWeight' | 'weights' | 'protected'>;

function recordOf(rule: RuleId, { version, standard, tallies }: State): RuleRecord {
  const { judged, agreed } = tallies.get(rule) ?? { judged: 0, agreed: 0 };
  const weightOn = (channel: Channel) =>
    standard.rules[channel].find(({ id }) => id === rule)?.weight ?? null;
  return {
    rule,
    weight: { chat: weightOn('chat'), phone: weightOn('phone') },
    judged,
    right: agreed,
    wrong: judged - agreed,
    // Rounded down: 84.9 is below 85.
    precision: judged === 0 ? null : Math.floor((agreed * 100) / judged),
    toothlessSince: version.toothless[rule] ?? null,
  };
}

interface Tally {
  judged: number;
  agreed: number;
}

/**
 * A finding is confirmed by a reviewer, by a supervisor who takes the risk, or by one who refuses the held reply.
 * What was said before a rule was restored led to that; it counts no more.
 */
async function readTallies(tx: Tx, shopId: string): Promise<Map<string, Tally>> {
  const rows = await tx.query<Tally & { rule: string }>(
    `with verdicts as (
      select rule, verdict <> 'wrong' as agreed, coalesce(verdict_at, created_at) as at
      from findings where shop_id = $1 and verdict in ('right', 'wrong', 'risk-taken')
      union all
      select f->>'rule', true, h.decided_at from holds h, jsonb_array_elements(h.findings) as f
      where h.shop_id = $1 and h.outcome = 'refused'
    ), restored as (
      select restored as rule, max(created_at) as at from standard_versions
      where shop_id = $1 and restored is not null group by restored
    ), counted as (
      select v.rule, v.agreed, row_number() over (partition by v.rule order by v.at desc) as nth
      from verdicts v left join restored r on r.rule = v.rule where r.at is null or v.at > r.at
    )
    select rule, count(*)::int as judged, count(*) filter (where agreed)::int as agreed
    from counted where nth <= $2 group by rule`,
    [shopId, window],
  );
  return new Map(rows.map((row) => [row.rule, row]));
}
