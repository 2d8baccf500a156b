/** What is counted of scored episodes: read from the episodes, their findings and the log, never from the figures. */
import type { Band, FindingKind, Said } from '../../../../core/quality/bands.ts';
import { dayOf } from '../../../../core/quality/days.ts';
import { bandOf, kindOf, saidOf } from '../../../../core/quality/bands.ts';
import type { Verdict } from '../../../../core/events.ts';
import type { RuleId, Weight } from '../../../../core/standard/finding.ts';
import type { Tx } from '../../../platform/database/pool.ts';

/** Stands for nobody, since a key has no null. */
export const nobody = '00000000-0000-0000-0000-000000000000';

export interface EpisodeFact {
  episode_id: string;
  conversation_id: string;
  number: number;
  first_seq: number;
  closed_at: string;
  day: string;
  agent_id: string;
  group_name: string;
  band: Band;
  points: number;
  veto: 'pending' | 'confirmed' | null;
  lot: number;
  reviewed_at: string | null;
}

export interface FindingFact {
  finding_id: string;
  episode_id: string;
  conversation_id: string;
  message_seq: number;
  closed_at: string;
  day: string;
  agent_id: string;
  group_name: string;
  rule: RuleId;
  kind: FindingKind;
  said: Said;
}

/** Those of these episodes that are closed and scored. */
export async function readFacts(
  tx: Tx,
  shopId: string,
  zone: string,
  episodeIds: readonly string[],
): Promise<{ episodes: EpisodeFact[]; findings: FindingFact[] }> {
  const [scored, found] = await Promise.all([
    tx.query<EpisodeRow>(selectEpisodes, [shopId, episodeIds, nobody]),
    tx.query<FindingRow>(selectFindings, [shopId, episodeIds]),
  ]);
  const episodes = scored.map((row): EpisodeFact => {
    return {
      ...row,
      closed_at: new Date(row.closed_at).toISOString(),
      reviewed_at: row.reviewed_at === null ? null : new Date(row.reviewed_at).toISOString(),
      day: dayOf(zone, row.closed_at),
      band: bandOf(row.points, row.veto !== null),
      lot: lotOf(row.episode_id),
    };
  });
  const byId = new Map(episodes.map((one) => [one.episode_id, one]));
  const findings = found.flatMap(
    ({ finding_id, message_seq, rule, weight, verdict, contested, ...row }): FindingFact[] => {
      const episode = byId.get(row.episode_id);
      if (!episode) return [];
      const { episode_id, conversation_id, closed_at, day, group_name } = episode;
      const agent_id = row.author_id ?? episode.agent_id;
      const kind = kindOf({ rule, weight });
      const said = saidOf({ verdict, contested });
      const where = { episode_id, conversation_id, closed_at, day, group_name };
      return [{ ...where, finding_id, message_seq, agent_id, rule, kind, said }];
    },
  );
  return { episodes, findings };
}

/** 0 to 99, the same whenever it is asked: nobody can draw until they like the lot. */
function lotOf(episodeId: string): number {
  // The end of a UUIDv7 is random; its beginning is the clock.
  return Number.parseInt(episodeId.slice(-8), 16) % 100;
}

interface EpisodeRow {
  episode_id: string;
  conversation_id: string;
  number: number;
  first_seq: number;
  closed_at: number;
  reviewed_at: number | null;
  points: number;
  veto: 'pending' | 'confirmed' | null;
  agent_id: string;
  group_name: string;
}

interface FindingRow {
  finding_id: string;
  episode_id: string;
  rule: RuleId;
  weight: Weight;
  verdict: Verdict | null;
  contested: boolean;
  message_seq: number;
  author_id: string | null;
}

/** The log knows who had an episode last and in which group; of an import its messages say who answered, and it says its group itself. */
const selectEpisodes = `
  select e.episode_id, e.conversation_id, e.number, e.first_seq, e.closed_at, e.reviewed_at, s.points,
    case when s.veto is null then null when exists (
      select from jsonb_array_elements(s.lines) line
      left join findings f on f.shop_id = s.shop_id and f.conversation_id = s.conversation_id
        and f.message_seq = (line->>'messageSeq')::int and f.rule = line->>'rule'
      where (line->>'veto')::boolean and f.verdict is distinct from 'right'
    ) then 'pending' else 'confirmed' end as veto,
    coalesce((
      select (v.data->>'agentId')::uuid from events v where v.shop_id = e.shop_id and v.conversation_id = e.conversation_id
        and v.type = 'episode.assigned' and v.data->>'episodeId' = e.episode_id::text order by v.event_id desc limit 1
    ), (
      select m.author_id from messages m where m.shop_id = e.shop_id and m.conversation_id = e.conversation_id
        and m.episode_id = e.episode_id and m.author = 'agent' and m.author_id is not null order by m.seq desc limit 1
    ), $3::uuid) as agent_id,
    coalesce((
      select v.data->>'group' from events v where v.shop_id = e.shop_id and v.conversation_id = e.conversation_id
        and v.type in ('episode.opened', 'episode.queued') and v.data->>'episodeId' = e.episode_id::text
      order by v.event_id desc limit 1
    ), (
      select v.data->>'group' from events v where v.shop_id = e.shop_id and v.conversation_id = e.conversation_id
        and v.type = 'conversation.imported' order by v.tx, v.event_id limit 1
    ), c.group_name) as group_name
  from episodes e
  join scores s on s.shop_id = e.shop_id and s.episode_id = e.episode_id
  join conversations c on c.shop_id = e.shop_id and c.conversation_id = e.conversation_id
  where e.shop_id = $1 and e.episode_id = any($2::uuid[]) and e.closed_at is not null
  order by e.episode_id`;

const selectFindings = `
  select f.finding_id, f.episode_id, f.rule, f.weight, f.verdict, f.contested_by is not null as contested, f.message_seq,
    case m.author when 'agent' then m.author_id end as author_id
  from episodes e
  join findings f on f.shop_id = e.shop_id and f.conversation_id = e.conversation_id and f.episode_id = e.episode_id
  left join messages m on m.shop_id = f.shop_id and m.conversation_id = f.conversation_id and m.seq = f.message_seq
  where e.shop_id = $1 and e.episode_id = any($2::uuid[])
  order by f.finding_id`;
