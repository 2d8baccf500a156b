/** When to count: after each event that can move a figure, and everything anew where the figures are not there yet. */
import type { EventType } from '../../../../core/events.ts';
import { zoneOf } from '../../../../core/quality/days.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import { enqueue } from '../../../platform/jobs.ts';
import type { Entry } from '../../../platform/log/entries.ts';
import type { Conversations } from '../../conversations/index.ts';
import { count, lockFigures } from './count.ts';

type Here = Pick<Conversations, 'pool' | 'shops' | 'now'>;

const moving: ReadonlySet<EventType> = new Set([
  'episode.scored',
  'episode.reviewed',
  'finding.raised',
  'finding.settled',
  'finding.contested',
  'conversation.imported',
]);
/** Episodes that are counted in one transaction: messages go first between two. */
const atOnce = 100;

/** Whatever happened to episodes of a shop is counted together: an import brings thousands. */
export async function keepFigures(here: Here, entries: readonly Entry[]): Promise<void> {
  const byShop = Map.groupBy(
    entries.filter(({ event }) => moving.has(event.type)),
    ({ shopId }) => shopId,
  );
  for (const [shopId, those] of byShop) {
    const findingIds = those.flatMap(({ event }) => ('findingId' in event ? [event.findingId] : []));
    const known = those.flatMap(({ event }) => ('episodeId' in event ? [event.episodeId] : []));
    const moved = await scoredOf(here, shopId, known, findingIds);
    for (let from = 0; from < moved.length; from += atOnce)
      await countSome(here, shopId, moved.slice(from, from + atOnce));
  }
}

/** Asks for everything to be counted anew where that was not done yet, or was done by another zone's days. */
export async function askForFigures(here: Here, shopId: string): Promise<void> {
  const [scored] = await inShop(here.pool, shopId, (tx) =>
    tx.query('select 1 from scores where shop_id = $1 limit 1', [shopId]),
  );
  if (scored && (await isStale(here, shopId))) await ask(here, shopId);
}

/** The job: nothing is done where it was done meanwhile. */
export async function ensureFigures(here: Here, shopId: string): Promise<void> {
  if (await isStale(here, shopId)) await recount(here, shopId);
}

async function isStale(here: Here, shopId: string): Promise<boolean> {
  const [state] = await inShop(here.pool, shopId, (tx) => readState(tx, shopId));
  return state?.zone !== (await zoneIn(here, shopId)) || state.completedAt === null;
}

/**
 * Everything anew, a part at a time, so that nobody waits for long; what happens meanwhile is counted as ever. Broken off
 * (the server went down), it is begun again.
 */
export async function recount(here: Here, shopId: string): Promise<void> {
  const zone = await zoneIn(here, shopId);
  await inShop(here.pool, shopId, async (tx) => {
    lockFigures(tx, shopId);
    for (const table of ['quality_findings', 'quality_episodes', 'quality_days', 'quality_rule_days'])
      tx.send(`delete from ${table} where shop_id = $1`, [shopId]);
    tx.send(
      `insert into quality_states (shop_id, zone) values ($1, $2)
      on conflict (shop_id) do update set zone = excluded.zone, completed_at = null`,
      [shopId, zone],
    );
  });
  let after: string | null = null;
  do after = await countPart(here, shopId, zone, after);
  while (after !== null);
  await inShop(here.pool, shopId, async (tx) =>
    tx.send('update quality_states set completed_at = $3 where shop_id = $1 and zone = $2', [
      shopId,
      zone,
      new Date(here.now()).toISOString(),
    ]),
  );
}

export function readState(tx: Tx, shopId: string): Promise<{ zone: string; completedAt: number | null }[]> {
  return tx.query('select zone, completed_at as "completedAt" from quality_states where shop_id = $1', [
    shopId,
  ]);
}

const zoneIn = async ({ shops }: Here, shopId: string) => zoneOf((await shops.get(shopId)).settings);

/** While everything is counted anew, what happens is counted as ever; before that began it is not, since it will be. */
async function countSome(here: Here, shopId: string, episodeIds: readonly string[]): Promise<void> {
  const zone = await zoneIn(here, shopId);
  const counted = await inShop(here.pool, shopId, async (tx) => {
    lockFigures(tx, shopId);
    const [state] = await readState(tx, shopId);
    if (state?.zone !== zone) return false;
    await count(tx, shopId, zone, episodeIds);
    return true;
  });
  if (!counted) await ask(here, shopId);
}

const ask = ({ pool }: Here, shopId: string) =>
  enqueue(pool, 'count-quality', { shopId }, `quality ${shopId}`);

async function countPart(
  { pool }: Here,
  shopId: string,
  zone: string,
  after: string | null,
): Promise<string | null> {
  return inShop(pool, shopId, async (tx) => {
    lockFigures(tx, shopId);
    const rows = await tx.query<{ id: string }>(
      `select episode_id as id from scores where shop_id = $1 and ($2::uuid is null or episode_id > $2)
      order by episode_id limit ${atOnce}`,
      [shopId, after],
    );
    if (rows.length > 0)
      await count(
        tx,
        shopId,
        zone,
        rows.map(({ id }) => id),
      );
    return rows.length < atOnce ? null : rows.at(-1)!.id;
  });
}

/** What is not scored yet counts nothing: it is counted when it is. */
async function scoredOf(
  { pool }: Here,
  shopId: string,
  episodeIds: readonly string[],
  findingIds: readonly string[],
): Promise<string[]> {
  const rows = await inShop(pool, shopId, (tx) =>
    tx.query<{ id: string }>(
      `select episode_id as id from scores where shop_id = $1 and (episode_id = any($2::uuid[]) or episode_id in (
        select episode_id from findings where shop_id = $1 and finding_id = any($3::uuid[])))`,
      [shopId, episodeIds, findingIds],
    ),
  );
  return rows.map(({ id }) => id);
}
