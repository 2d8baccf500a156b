/** Scores a closed episode: the whole conversation under all rules, each line explained and pointing at its message. */
import { v5 as uuidOf, v7 as uuid } from 'uuid';
import type { ScoreLine } from '../../../core/api.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import type { Standard } from '../../../core/standard/apply-settings.ts';
import { reviewInSteps } from '../../../core/standard/check.ts';
import type { Conversation as Reviewed } from '../../../core/standard/facts.ts';
import type { Finding } from '../../../core/standard/finding.ts';
import { score } from '../../../core/standard/score.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop, snapshotOfShop } from '../../platform/database/pool.ts';
import { inSteps } from '../../platform/in-steps.ts';
import type { Conversations } from './context.ts';
import type { KnownFinding } from './reviewed-episode.ts';
import { readReviewed, standsAsRead, verdictsOn } from './reviewed-episode.ts';

export async function scoreEpisode(
  conversations: Pick<Conversations, 'pool' | 'road' | 'shops' | 'standards' | 'vault' | 'now'>,
  shopId: string,
  conversationId: string,
  episodeId: string,
): Promise<void> {
  const { pool, road, shops, vault } = conversations;
  const standard = await standardFor(conversations, shopId, episodeId);
  const { settings } = await shops.get(shopId);
  for (let stale = true; stale;) {
    const episode = await snapshotOfShop(pool, shopId, (tx) =>
      readReviewed(tx, vault, settings, shopId, episodeId),
    );
    if (episode?.conversationId !== conversationId || episode.closedAt === null) return;
    // Judged before the transaction, which must be short: the log's readers wait for the oldest one.
    const drafts = await scoreDrafts(episodeId, episode, episode.reviewed, episode.closedAt, standard);
    await road.take({
      shopId,
      conversationId,
      readsRows: true,
      decide: async (_, tx) => {
        // A verdict, a finding or an erasure came meanwhile: judged again.
        stale = !(await standsAsRead(tx, shopId, episode));
        return stale || (await isScoredSo(tx, shopId, drafts)) ? [] : drafts;
      },
    });
  }
}

/** Judged again (a verdict came) by the version that judged it: what else was set since then is no news to this score. */
async function standardFor(
  { pool, standards }: Pick<Conversations, 'pool' | 'standards'>,
  shopId: string,
  episodeId: string,
): Promise<Standard> {
  const [scored] = await inShop(pool, shopId, (tx) =>
    tx.query<{ settings_version: number }>(
      'select settings_version from scores where shop_id = $1 and episode_id = $2',
      [shopId, episodeId],
    ),
  );
  return scored ? standards.at(shopId, scored.settings_version) : standards.current(shopId);
}

/** Scored before, by the same engine and with the same result: asked for again after a crash, nothing happens. */
async function isScoredSo(tx: Tx, shopId: string, drafts: Draft[]): Promise<boolean> {
  const scored = drafts.find((draft) => draft.type === 'episode.scored')!;
  if (drafts.length > 1) return false;
  const { points, veto, row } = scored;
  const [known] = await tx.query(
    `select 1 from scores where shop_id = $1 and episode_id = $2 and points = $3 and veto is not distinct from $4
      and engine = $5 and lines = $6::jsonb and not_judged = $7::jsonb and settings_version = $8`,
    [
      shopId,
      scored.episodeId,
      points,
      veto,
      row!.engine,
      JSON.stringify(row!.lines),
      JSON.stringify(row!.not_judged),
      row!.settings_version,
    ],
  );
  return known !== undefined;
}

/** What a review leaves: findings not seen before, and the score with its lines. */
export async function scoreDrafts(
  episodeId: string,
  { firstSeq, known }: { firstSeq: number; known: KnownFinding[] },
  reviewed: Reviewed,
  now: number,
  standard: Standard,
): Promise<Draft[]> {
  const found = await inSteps(reviewInSteps(reviewed, now, { rules: standard.rules[reviewed.channel] }));
  const result = score(found, standard.scoring[reviewed.channel], verdictsOn(known, firstSeq));
  const seen = new Map(known.map((one) => [`${one.message_seq - firstSeq} ${one.rule}`, one]));
  // One finding a rule and message, however many words of it the rule marks: as the score counts them.
  const places = new Map<string, Finding>();
  for (const finding of found.findings) {
    if (!places.has(placeOf(finding))) places.set(placeOf(finding), finding);
  }
  const raised = [...places.values()]
    .filter((finding) => !seen.has(placeOf(finding)))
    .map(({ rule, weight, moment, turn, start, end }): Draft => {
      return {
        type: 'finding.raised',
        findingId: uuid(),
        episodeId,
        rule,
        weight,
        moment,
        messageSeq: firstSeq + turn,
        start,
        end,
      };
    });
  const lines = result.lines.map((line): ScoreLine => {
    const { moment, start, end } = places.get(placeOf(line))!;
    const { rule, weight, points, turn, veto, to } = line;
    const verdict = seen.get(placeOf(line))?.verdict ?? null;
    return {
      rule,
      weight,
      moment,
      messageSeq: firstSeq + turn,
      start,
      end,
      points: to ? 0 : points,
      veto: veto ?? false,
      verdict,
    };
  });
  const veto = result.veto === null ? null : 'pending';
  const row = {
    lines,
    not_judged: result.notJudged,
    engine: result.engine,
    settings_version: standard.version,
    hours: reviewed.hours,
    hours_version: hoursVersion(reviewed.hours),
  };
  return [...raised, { type: 'episode.scored', episodeId, points: result.points, veto, row }];
}

/** The same hours have the same version, in whatever shop. */
const hoursVersion = (hours: Reviewed['hours']) => uuidOf(JSON.stringify(hours), hoursNamespace);
const hoursNamespace = '5f0c7f0e-6f6b-4bd5-9b1e-2f6f0b8f7a31';

const placeOf = ({ turn, rule }: { turn: number; rule: string }) => `${turn} ${rule}`;
