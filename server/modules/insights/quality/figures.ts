/** The quality page: read from the daily figures alone, however many episodes lie behind them. */
import type {
  QualityAnswer,
  QualityFigures,
  QualityFilter,
  QualityRule,
} from '../../../../core/quality/answers.ts';
import type { Band, FindingKind, Said } from '../../../../core/quality/bands.ts';
import { bands, sayings, standing } from '../../../../core/quality/bands.ts';
import { zoneOf } from '../../../../core/quality/days.ts';
import type { RuleId } from '../../../../core/standard/finding.ts';
import type { Group, Person } from '../../../../core/team/roles.ts';
import { groups } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { snapshotOfShop } from '../../../platform/database/pool.ts';
import type { Conversations } from '../../conversations/index.ts';
import { nobody } from './facts.ts';
import type { Narrowed } from './filter.ts';
import { conditionsOf, narrow } from './filter.ts';
import { readState } from './keep.ts';

export async function readQuality(
  { pool, shops, now }: Pick<Conversations, 'pool' | 'shops' | 'now'>,
  person: Person,
  wanted: QualityFilter,
): Promise<QualityAnswer> {
  const { shopId } = person;
  const zone = zoneOf((await shops.get(shopId)).settings);
  const filter = narrow(person, wanted, zone, now());
  return snapshotOfShop(pool, shopId, async (tx) => {
    const [[state], [anything], scored, found, names] = await Promise.all([
      readState(tx, shopId),
      tx.query('select 1 from scores where shop_id = $1 limit 1', [shopId]),
      readScored(tx, shopId, filter),
      readFound(tx, shopId, filter),
      tx.query<{ id: string; name: string }>('select agent_id as id, name from agents where shop_id = $1', [
        shopId,
      ]),
    ]);
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    const by = <Key extends 'day' | 'agent' | 'group'>(key: Key) => figuresBy(key, scored, found);
    return {
      from: filter.from,
      to: filter.to,
      zone,
      // Where nothing was ever scored there is nothing to count.
      counting: anything !== undefined && (state?.completedAt == null || state.zone !== zone),
      total: [...figuresBy(null, scored, found).values()][0] ?? none(),
      days: [...by('day')]
        .map(([day, figures]) => ({ day, ...figures }))
        .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      groups: groups.flatMap((group) => {
        const figures = by('group').get(group);
        return figures ? [{ group, ...figures }] : [];
      }),
      agents: [...by('agent')].map(([id, figures]) => {
        return { agentId: id === nobody ? null : id, name: nameOf.get(id) ?? null, ...figures };
      }),
      bands: bands.map((band) => {
        return {
          band,
          episodes: sum(
            scored.filter((row) => row.band === band),
            ({ episodes }) => episodes,
          ),
        };
      }),
      rules: rulesOf(found),
    };
  });
}

/** One row for each value of each dimension; the others are null there. */
interface Dimensions {
  day: string | null;
  agent: string | null;
  group: Group | null;
}
interface ScoredRow extends Dimensions {
  band: Band | null;
  episodes: number;
  points: number;
  vetoes: number;
}
interface FoundRow extends Dimensions {
  rule: RuleId | null;
  kind: FindingKind;
  said: Said;
  findings: number;
}

function readScored(tx: Tx, shopId: string, filter: Narrowed): Promise<ScoredRow[]> {
  const { where, values } = conditionsOf(shopId, { ...filter, kind: undefined, band: undefined });
  return tx.query(
    `select day::text, agent_id as agent, group_name as group, band, sum(episodes)::int as episodes, sum(points)::bigint as points,
      coalesce(sum(episodes) filter (where band = 'veto'), 0)::int as vetoes
    from quality_days where ${where} group by grouping sets ((day), (agent_id), (group_name), (band))`,
    values,
  );
}

function readFound(tx: Tx, shopId: string, filter: Narrowed): Promise<FoundRow[]> {
  const { where, values } = conditionsOf(shopId, { ...filter, kind: undefined, band: undefined });
  return tx.query(
    `select day::text, agent_id as agent, group_name as group, rule, kind, said, sum(findings)::int as findings
    from quality_rule_days where ${where}
    group by grouping sets ((day, kind, said), (agent_id, kind, said), (group_name, kind, said), (rule, kind, said))`,
    values,
  );
}

/** key null: all together, of which the bands and the rules are the parts. */
function figuresBy<Key extends 'day' | 'agent' | 'group'>(
  key: Key | null,
  scored: readonly ScoredRow[],
  found: readonly FoundRow[],
): Map<NonNullable<ScoredRow[Key]>, QualityFigures> {
  type Value = NonNullable<ScoredRow[Key]>;
  const all = new Map<Value, QualityFigures>();
  const of = (value: Value) => {
    const known = all.get(value) ?? none();
    all.set(value, known);
    return known;
  };
  for (const row of scored) {
    const value = key === null ? row.band && 'all' : row[key];
    if (value === null) continue;
    const figures = of(value as Value);
    figures.episodes += row.episodes;
    figures.points += row.points;
    figures.vetoes += row.vetoes;
  }
  for (const row of found) {
    const value = key === null ? row.rule && 'all' : row[key];
    if (value === null || row.kind !== 'fault') continue;
    const figures = of(value as Value);
    if (standing.includes(row.said)) figures.findings += row.findings;
    if (row.said === 'contested') figures.contested += row.findings;
  }
  return all;
}

function rulesOf(found: readonly FoundRow[]): QualityRule[] {
  const all = new Map<string, QualityRule>();
  for (const { rule, kind, said, findings } of found) {
    if (rule === null) continue;
    const key = `${kind} ${rule}`;
    const known = all.get(key) ?? { rule, kind, said: nothingSaid() };
    known.said[said] += findings;
    all.set(key, known);
  }
  return [...all.values()].toSorted(
    (a, b) => total(b) - total(a) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

const none = (): QualityFigures => ({ episodes: 0, points: 0, vetoes: 0, findings: 0, contested: 0 });
const nothingSaid = () => Object.fromEntries(sayings.map((one) => [one, 0])) as Record<Said, number>;
const total = ({ said }: QualityRule) => sum(Object.values(said), (one) => one);
const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((so, one) => so + of(one), 0);
