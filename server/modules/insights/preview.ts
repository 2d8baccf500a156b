/**
 * What other settings would have done to the last scored conversations. Both sides are judged now, by the same engine:
 * what differs is due to the settings alone. Nothing is stored.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { validate as isUuid } from 'uuid';
import type { PreviewAnswer, PreviewExample } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Standard } from '../../../core/standard/apply-settings.ts';
import { standardOf } from '../../../core/standard/apply-settings.ts';
import { nowOf } from '../../../core/standard/case-form.ts';
import { reviewInSteps } from '../../../core/standard/check.ts';
import { engineVersion } from '../../../core/standard/engine-version.ts';
import type { Finding, RuleId } from '../../../core/standard/finding.ts';
import { score } from '../../../core/standard/score.ts';
import type { StandardSettings } from '../../../core/standard/settings.ts';
import type { Person } from '../../../core/team/roles.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import { inSteps } from '../../platform/in-steps.ts';
import type { Conversations, ReviewedEpisode } from '../conversations/index.ts';
import { readReviewed, verdictsOn } from '../conversations/index.ts';
import { requireSound } from '../standard/index.ts';

/** Episodes read at once: as many as it takes to keep the database busy, few enough to hold in memory. */
const chunk = 20;
const mostExamples = 5;
/** One preview may take a processor's second or two: a shop waits for its own before the next. */
const running = new Set<string>();

export async function previewSettings(
  conversations: Pick<Conversations, 'pool' | 'vault' | 'shops' | 'standards'>,
  { shopId }: Person,
  { settings, lastN, after: key }: { settings: StandardSettings; lastN: number; after?: string },
  /** The asker has gone: nobody waits for the answer. */
  isGone: () => boolean,
): Promise<PreviewAnswer> {
  requireSound(settings);
  if (running.has(shopId)) refuse({ code: 'too-many', retryAfterSeconds: 5 });
  running.add(shopId);
  try {
    const before = await conversations.standards.current(shopId);
    const after = standardOf({ ...before, settings });
    const differences = new Differences();
    const rows = await lastScored(conversations, shopId, lastN, key);
    const ids = rows.map((row) => row.episode_id);
    for (let from = 0; from < ids.length && !isGone(); from += chunk) {
      for (const episode of await readAll(conversations, shopId, ids.slice(from, from + chunk))) {
        differences.add(episode, await judged(episode, before), await judged(episode, after));
        // Messages go first: one conversation at a time, however many are asked for.
        await nextTurn();
      }
    }
    const next = rows.length === lastN ? keyOf(rows.at(-1)!) : null;
    return { version: before.version, engine: engineVersion, ...differences.answer(), next };
  } finally {
    running.delete(shopId);
  }
}

type Judged = Awaited<ReturnType<typeof judged>>;

async function judged({ reviewed, known, firstSeq, closedAt }: ReviewedEpisode, standard: Standard) {
  const { channel } = reviewed;
  const rules = standard.rules[channel];
  const found = await inSteps(reviewInSteps(reviewed, closedAt ?? nowOf(reviewed), { rules }));
  const { points } = score(found, standard.scoring[channel], verdictsOn(known, firstSeq));
  const places = new Map<string, Finding>();
  for (const one of found.findings) {
    const place = `${one.turn} ${one.rule}`;
    if (!places.has(place)) places.set(place, one);
  }
  return { points, places };
}

class Differences {
  private judged = 0;
  private readonly scores: PreviewAnswer['scores'] = [];
  private readonly rules = new Map<RuleId, PreviewAnswer['rules'][number]>();

  add(episode: ReviewedEpisode, before: Judged, after: Judged): void {
    this.judged++;
    if (before.points !== after.points)
      this.scores.push({
        conversationId: episode.conversationId,
        episodeId: episode.episodeId,
        customerName: episode.reviewed.customer?.name ?? null,
        closedAt: episode.closedAt,
        before: before.points,
        after: after.points,
      });
    for (const [place, was] of before.places) {
      const is = after.places.get(place);
      if (!is) this.count('vanishes', was, episode);
      else if (is.weight !== was.weight) this.count('reweighed', is, episode);
    }
    for (const [place, is] of after.places) if (!before.places.has(place)) this.count('appears', is, episode);
  }

  answer(): Pick<PreviewAnswer, 'judged' | 'scores' | 'rules'> {
    return { judged: this.judged, scores: this.scores, rules: [...this.rules.values()] };
  }

  private count(change: PreviewExample['change'], finding: Finding, episode: ReviewedEpisode): void {
    const { rule, turn, start, end, weight, evidence } = finding;
    let line = this.rules.get(rule);
    if (!line) this.rules.set(rule, (line = { rule, appear: 0, vanish: 0, reweighed: 0, examples: [] }));
    if (change === 'appears') line.appear++;
    else if (change === 'vanishes') line.vanish++;
    else line.reweighed++;
    if (line.examples.length === mostExamples) return;
    const { conversationId, episodeId, firstSeq } = episode;
    const messageSeq = firstSeq + turn;
    line.examples.push({ change, conversationId, episodeId, messageSeq, start, end, weight, evidence });
  }
}

async function lastScored(
  { pool }: Pick<Conversations, 'pool'>,
  shopId: string,
  most: number,
  key: string | undefined,
): Promise<ScoreRow[]> {
  const { at, id } = key === undefined ? { at: null, id: null } : parseKey(key);
  return snapshotOfShop(pool, shopId, (tx) =>
    tx.query<ScoreRow>(
      `select episode_id, scored_at from scores
      where shop_id = $1 and ($3::timestamptz is null or (scored_at, episode_id) < ($3, $4::uuid))
      order by scored_at desc, episode_id desc limit $2`,
      [shopId, most, at, id],
    ),
  );
}

interface ScoreRow {
  episode_id: string;
  scored_at: number;
}

const keyOf = (row: ScoreRow) => `${row.scored_at}_${row.episode_id}`;

function parseKey(key: string): { at: string; id: string } {
  const match = /^(\d{1,13})_(\S+)$/.exec(key);
  if (!match || !isUuid(match[2]))
    refuse({ code: 'invalid', problems: [{ field: 'after', problem: 'malformed' }] });
  return { at: new Date(Number(match[1])).toISOString(), id: match[2]! };
}

async function readAll(
  { pool, vault, shops }: Pick<Conversations, 'pool' | 'vault' | 'shops'>,
  shopId: string,
  ids: string[],
): Promise<ReviewedEpisode[]> {
  const { settings } = await shops.get(shopId);
  const episodes = await snapshotOfShop(pool, shopId, (tx) =>
    Promise.all(ids.map((id) => readReviewed(tx, vault, settings, shopId, id))),
  );
  return episodes.filter((one) => one !== null);
}
