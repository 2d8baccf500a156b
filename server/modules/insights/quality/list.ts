/** The episodes behind a figure, or the findings: the rows that were counted, under the same conditions. */
import type { QualityFilter, QualityList, QualityRow } from '../../../../core/quality/answers.ts';
import { standing } from '../../../../core/quality/bands.ts';
import { refuse } from '../../../../core/refusal.ts';
import { zoneOf } from '../../../../core/quality/days.ts';
import type { Person } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { snapshotOfShop } from '../../../platform/database/pool.ts';
import type { Conversations } from '../../conversations/index.ts';
import { nobody } from './facts.ts';
import type { Narrowed } from './filter.ts';
import { conditionsOf, narrow } from './filter.ts';

type Here = Pick<Conversations, 'pool' | 'shops' | 'now'>;

export async function listQuality(
  here: Here,
  person: Person,
  { limit, after, ...wanted }: QualityFilter & { limit: number; after?: string },
): Promise<QualityList> {
  const { shopId } = person;
  const filter = await narrowed(here, person, wanted);
  return snapshotOfShop(here.pool, shopId, async (tx) => {
    const [rows, total] = await Promise.all([
      readRows(tx, shopId, filter, limit + 1, after),
      readTotal(tx, shopId, filter),
    ]);
    const page = rows.slice(0, limit);
    return { rows: page, total, next: rows.length > limit ? placeOf(page.at(-1)!, filter) : null };
  });
}

export async function narrowed(
  { shops, now }: Here,
  person: Person,
  wanted: QualityFilter,
): Promise<Narrowed> {
  const zone = zoneOf((await shops.get(person.shopId)).settings);
  return narrow(person, wanted, zone, now());
}

/** From the daily figures, as the page has it. */
async function readTotal(tx: Tx, shopId: string, filter: Narrowed): Promise<number> {
  const { where, values } = conditionsOf(shopId, filter);
  const from = filter.kind
    ? 'sum(findings) as total from quality_rule_days'
    : 'sum(episodes) as total from quality_days';
  const [row] = await tx.query<{ total: number | null }>(`select ${from} where ${where}`, values);
  return Number(row?.total ?? 0);
}

export async function readRows(
  tx: Tx,
  shopId: string,
  filter: Narrowed,
  limit: number,
  after?: string,
): Promise<QualityRow[]> {
  const { where, values } = conditionsOf(shopId, filter);
  const id = filter.kind ? 'finding_id' : 'episode_id';
  const byScore = filter.sort === 'score' && !filter.kind;
  const conditions = [where];
  if (after !== undefined) {
    const { points, closedAt, id: last } = parsePlace(after);
    const time = `(q.closed_at, q.${id}) < ($${values.push(closedAt)}::timestamptz, $${values.push(last)}::uuid)`;
    if (byScore) {
      const at = `$${values.push(points)}::int`;
      conditions.push(`(q.points > ${at} or (q.points = ${at} and ${time}))`);
    } else conditions.push(time);
  }
  const order = `${byScore ? 'q.points, ' : ''}q.closed_at desc, q.${id} desc`;
  const source = `select * from ${filter.kind ? 'quality_findings' : 'quality_episodes'} q
    where ${conditions.join(' and ')} order by ${order} limit $${values.push(limit)}`;
  return readShown(tx, shopId, source, values, filter.kind !== undefined, order);
}

/** Joins what is shown to rows of the read model. `source` is SQL of our own, with its values. */
export async function readShown(
  tx: Tx,
  shopId: string,
  source: string,
  values: unknown[],
  findings: boolean,
  order: string,
): Promise<QualityRow[]> {
  const rows = await tx.query<Omit<QualityRow, 'finding'> & { finding: QualityRow['finding'] }>(
    `select e.episode_id as "episodeId", e.conversation_id as "conversationId", e.number, cu.name as "customerName",
      e.closed_at as "closedAt", nullif(q.agent_id, '${nobody}') as "agentId", a.name as "agentName", e.group_name as group,
      e.points, e.veto, e.reviewed_at is not null as reviewed,
      array(select f.rule from quality_findings f where f.shop_id = e.shop_id and f.episode_id = e.episode_id
        and f.kind = 'fault' and f.said = any('{${standing.join()}}') group by f.rule order by min(f.message_seq), f.rule) as rules,
      ${findings ? `json_build_object('findingId', q.finding_id, 'rule', q.rule, 'said', q.said)` : 'null'} as finding,
      ${findings ? 'q.message_seq' : 'e.first_seq'} as "messageSeq"
    from (${source}) q
    join quality_episodes e on e.shop_id = q.shop_id and e.episode_id = q.episode_id
    join conversations c on c.shop_id = e.shop_id and c.conversation_id = e.conversation_id
    join customers cu on cu.shop_id = c.shop_id and cu.customer_id = c.customer_id
    left join agents a on a.shop_id = q.shop_id and a.agent_id = q.agent_id
    order by ${order}`,
    values,
  );
  return rows;
}

export function placeOf(row: QualityRow, filter: Narrowed): string {
  const id = filter.kind ? row.finding!.findingId : row.episodeId;
  return `${row.points}_${row.closedAt}_${id}`;
}

const place = /^(\d{1,3})_(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function parsePlace(after: string): { points: number; closedAt: string; id: string } {
  const [, points, closedAt, id] =
    place.exec(after) ?? refuse({ code: 'invalid', problems: [{ field: 'after', problem: 'malformed' }] });
  return { points: Number(points), closedAt: new Date(Number(closedAt)).toISOString(), id: id! };
}
