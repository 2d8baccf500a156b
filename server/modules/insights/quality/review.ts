/**
 * What a reviewer should read next: what agents contest, vetoes that nobody has confirmed, the lowest scores, and a share
 * drawn by lot, so that good scores are looked at too. Never one's own service.
 */
import type { ReviewAnswer, ReviewRow } from '../../../../core/quality/answers.ts';
import type { ReviewReason } from '../../../../core/quality/bands.ts';
import { drawnPercent, reviewReasons as reasons } from '../../../../core/quality/bands.ts';
import type { Person } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { snapshotOfShop } from '../../../platform/database/pool.ts';
import type { Conversations } from '../../conversations/index.ts';
import { readShown } from './list.ts';

/** Scores and lots of the last days; what somebody waits for stays until it is answered. */
const days = 14;
const most: Record<ReviewReason, number> = { contested: 100, veto: 100, low: 30, drawn: 30 };
/** A score below this is worth a look. */
const low = 80;

export function readReview(
  { pool, now }: Pick<Conversations, 'pool' | 'now'>,
  { shopId, agentId }: Person,
  only?: ReviewReason,
): Promise<ReviewAnswer> {
  const since = new Date(now() - days * 24 * 3600_000).toISOString();
  return snapshotOfShop(pool, shopId, async (tx) => {
    const found = await tx.query<{ id: string; reason: ReviewReason; total: number }>(selectReasons, [
      shopId,
      agentId,
      since,
    ]);
    const why = new Map<string, ReviewReason[]>();
    for (const { id, reason } of found) why.set(id, [...(why.get(id) ?? []), reason]);
    if (only) for (const [id, its] of why) if (!its.includes(only)) why.delete(id);
    const source = 'select * from quality_episodes where shop_id = $1 and episode_id = any($2::uuid[])';
    const rows = await readShown(tx, shopId, source, [shopId, [...why.keys()]], false, 'q.closed_at desc');
    const contests = await readContests(tx, shopId, [...why.keys()]);
    const shown = rows.map((row): ReviewRow => {
      return {
        ...row,
        reasons: why.get(row.episodeId)!,
        contests: contests.get(row.episodeId) ?? [],
      };
    });
    return {
      rows: shown.toSorted((a, b) => rank(a) - rank(b) || a.points - b.points),
      counts: Object.fromEntries(
        reasons.map((reason) => [reason, found.find((one) => one.reason === reason)?.total ?? 0]),
      ) as Record<ReviewReason, number>,
    };
  });
}

/** The first of its reasons in the order above. */
const rank = (row: ReviewRow) => Math.min(...row.reasons.map((reason) => reasons.indexOf(reason)));

const part = (reason: ReviewReason, source: string, order: string) => `
  (select episode_id as id, '${reason}' as reason, (count(*) over ())::int as total
  from ${source} order by ${order} limit ${most[reason]})`;

const unread = `quality_episodes where shop_id = $1 and agent_id <> $2::uuid and reviewed_at is null and closed_at >= $3::timestamptz`;

const selectReasons = [
  part(
    'contested',
    `(select f.episode_id, max(f.closed_at) as closed_at from quality_findings f
      where f.shop_id = $1 and f.said = 'contested' and f.agent_id <> $2::uuid group by f.episode_id) contested`,
    'closed_at',
  ),
  part(
    'veto',
    `quality_episodes where shop_id = $1 and agent_id <> $2::uuid and veto = 'pending'`,
    'closed_at',
  ),
  part('low', `${unread} and points < ${low} and veto is null`, 'points, closed_at desc'),
  part('drawn', `${unread} and lot < ${drawnPercent}`, 'lot, closed_at desc'),
].join(' union all ');

/** By episode. */
async function readContests(
  tx: Tx,
  shopId: string,
  episodeIds: string[],
): Promise<Map<string, ReviewRow['contests']>> {
  const rows = await tx.query<{ episodeId: string; contests: ReviewRow['contests'] }>(
    `select q.episode_id as "episodeId", json_agg(json_build_object('findingId', q.finding_id, 'rule', q.rule,
        'messageSeq', q.message_seq, 'by', a.name, 'reason', f.contest_reason) order by q.message_seq, q.finding_id) as contests
    from quality_findings q
    join findings f on f.shop_id = q.shop_id and f.finding_id = q.finding_id
    left join agents a on a.shop_id = f.shop_id and a.agent_id = f.contested_by
    where q.shop_id = $1 and q.episode_id = any($2::uuid[]) and q.said = 'contested'
    group by q.episode_id`,
    [shopId, episodeIds],
  );
  return new Map(rows.map((row) => [row.episodeId, row.contests]));
}
