/** Scores a closed episode: the whole conversation under all rules, each line explained and pointing at its message. */
import { v7 as uuid } from 'uuid';
import type { ScoreLine } from '../../../core/api.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import { review } from '../../../core/standard/check.ts';
import type { Conversation as Reviewed, Turn } from '../../../core/standard/facts.ts';
import type { Finding } from '../../../core/standard/finding.ts';
import type { Verdict as ScoredVerdict } from '../../../core/standard/score.ts';
import { score } from '../../../core/standard/score.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { factsOf, readContacts } from '../customers/index.ts';
import type { Conversations } from './context.ts';

export async function scoreEpisode(
  conversations: Pick<Conversations, 'pool' | 'road' | 'shops' | 'vault' | 'now'>,
  shopId: string,
  conversationId: string,
  episodeId: string,
): Promise<void> {
  const { settings } = await conversations.shops.get(shopId);
  await conversations.road.take({
    shopId,
    conversationId,
    readsRows: true,
    decide: async (_, tx) => {
      const episode = await readEpisode(tx, shopId, conversationId, episodeId);
      if (!episode) return [];
      const contacts = await readContacts(tx, conversations.vault, shopId, episode.customer_id);
      const reviewed: Reviewed = {
        id: episodeId,
        lang: settings.lang,
        channel: episode.channel === 'phone' ? 'phone' : 'chat',
        customer: factsOf(episode.customer_name, contacts),
        hours: settings.hours,
        assignedAt: episode.assigned_at ?? undefined,
        turns: episode.turns,
        ended: {
          by: episode.closed_by === 'silence' ? 'system' : episode.closed_by,
          at: episode.timed ? episode.closed_at : undefined,
        },
      };
      const drafts = scoreDrafts(episodeId, episode, reviewed, episode.closed_at);
      return (await isScoredSo(tx, shopId, drafts)) ? [] : drafts;
    },
  });
}

/** Scored before, by the same engine and with the same result: asked for again after a crash, nothing happens. */
async function isScoredSo(tx: Tx, shopId: string, drafts: Draft[]): Promise<boolean> {
  const scored = drafts.find((draft) => draft.type === 'episode.scored')!;
  if (drafts.length > 1) return false;
  const { points, veto, row } = scored;
  const [known] = await tx.query(
    `select 1 from scores where shop_id = $1 and episode_id = $2 and points = $3 and veto is not distinct from $4
      and engine = $5 and lines = $6::jsonb and not_judged = $7::jsonb`,
    [
      shopId,
      scored.episodeId,
      points,
      veto,
      row!.engine,
      JSON.stringify(row!.lines),
      JSON.stringify(row!.not_judged),
    ],
  );
  return known !== undefined;
}

/** What a review leaves: findings not seen before, and the score with its lines. */
export function scoreDrafts(
  episodeId: string,
  { firstSeq, known }: { firstSeq: number; known: KnownFinding[] },
  reviewed: Reviewed,
  now: number,
): Draft[] {
  const found = review(reviewed, now);
  const verdicts = known.flatMap((one): ScoredVerdict[] =>
    one.verdict === 'wrong' || one.verdict === 'risk-taken'
      ? [{ rule: one.rule, turn: one.message_seq - firstSeq, verdict: one.verdict }]
      : [],
  );
  const result = score(found, undefined, verdicts);
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
  const row = { lines, not_judged: result.notJudged, engine: result.engine };
  return [...raised, { type: 'episode.scored', episodeId, points: result.points, veto, row }];
}

export interface KnownFinding {
  rule: Finding['rule'];
  message_seq: number;
  verdict: ScoreLine['verdict'];
}

const placeOf = ({ turn, rule }: { turn: number; rule: string }) => `${turn} ${rule}`;

async function readEpisode(tx: Tx, shopId: string, conversationId: string, episodeId: string) {
  const [row] = await tx.query<EpisodeRow>(
    `select e.first_seq, e.closed_at, e.closed_by, c.channel, c.customer_id, cu.name as customer_name,
      (select min(v.at) from events v where v.shop_id = e.shop_id and v.conversation_id = e.conversation_id
        and v.type = 'episode.assigned' and v.data->>'episodeId' = e.episode_id::text) as assigned_at
    from episodes e
    join conversations c on c.shop_id = e.shop_id and c.conversation_id = e.conversation_id
    join customers cu on cu.shop_id = c.shop_id and cu.customer_id = c.customer_id
    where e.shop_id = $1 and e.episode_id = $2 and e.conversation_id = $3 and e.closed_at is not null`,
    [shopId, episodeId, conversationId],
  );
  if (!row) return null;
  const messages = await tx.query<{
    author: Turn['from'];
    text: string | null;
    said_at: number | null;
    until_at: number | null;
  }>(
    `select author, text, said_at, until_at from messages where shop_id = $1 and conversation_id = $2 and episode_id = $3 order by seq`,
    [shopId, conversationId, episodeId],
  );
  const known = await tx.query<KnownFinding>(
    'select rule, message_seq, verdict from findings where shop_id = $1 and conversation_id = $2 and episode_id = $3',
    [shopId, conversationId, episodeId],
  );
  const turns = messages.map(({ author, text, said_at, until_at }): Turn => {
    return { from: author, text: text ?? '', at: said_at ?? undefined, until: until_at ?? undefined };
  });
  return {
    ...row,
    firstSeq: row.first_seq,
    turns,
    known,
    timed: turns.every((turn) => turn.at !== undefined),
  };
}

interface EpisodeRow {
  first_seq: number;
  closed_at: number;
  closed_by: 'agent' | 'customer' | 'silence';
  channel: string;
  customer_id: string;
  customer_name: string | null;
  /** When somebody first had it: waiting in the queue counts for the shop. */
  assigned_at: number | null;
}
