/** For the tests: the same figures counted slowly, from nothing but the log, by other means than the ones that are tested. */
import type pg from 'pg';
import type { Event } from '../../../../core/events.ts';

export interface Counted {
  /** Lines as the tables have them, sorted. */
  days: string[];
  ruleDays: string[];
  episodes: { id: string; day: string; agent: string; group: string; band: string; points: number }[];
  findings: {
    id: string;
    day: string;
    agent: string;
    group: string;
    rule: string;
    kind: string;
    said: string;
  }[];
}

const nobody = '00000000-0000-0000-0000-000000000000';

export async function countFromLog(owner: pg.Client, shopId: string, timeZone: string): Promise<Counted> {
  const { rows } = await owner.query<{ data: Event; conversation: string; at: Date }>(
    'select data, conversation_id as conversation, at from events where shop_id = $1 order by tx, event_id',
    [shopId],
  );
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const known = { episodes: new Map<string, Episode>(), findings: new Map<string, Found>() };
  const authors = new Map<string, string>();
  for (const { data, conversation, at } of rows) fold(known, authors, data, conversation, dayOf.format(at));

  const episodes = [...known.episodes].flatMap(([id, { day, points, veto, group, agent }]) => {
    if (day === null || points === null) return [];
    const limits: [number, string][] = [
      [100, 'full'],
      [90, '90-99'],
      [80, '80-89'],
      [60, '60-79'],
      [0, '0-59'],
    ];
    const band = veto ? 'veto' : limits.find(([least]) => points >= least)![1];
    return [{ id, day, agent: agent ?? nobody, group, band, points }];
  });
  const findings = [...known.findings].flatMap(
    ([id, { conversation, seq, episodeId, rule, weight, verdict, contested }]) => {
      const episode = episodes.find((one) => one.id === episodeId);
      if (!episode) return [];
      const { day, group } = episode;
      const agent = authors.get(`${conversation} ${seq}`) ?? episode.agent;
      const kind = rule.startsWith('merit') ? 'merit' : weight === 'alert' ? 'alert' : 'fault';
      const said = verdict ?? (contested ? 'contested' : 'open');
      return [{ id, day, agent, group, rule, kind, said }];
    },
  );
  const days = new Map<string, { episodes: number; points: number }>();
  for (const { day, agent, group, band, points } of episodes) {
    const key = [day, agent, group, band].join(' ');
    const sum = days.get(key) ?? { episodes: 0, points: 0 };
    days.set(key, { episodes: sum.episodes + 1, points: sum.points + points });
  }
  const ruleDays = new Map<string, number>();
  for (const { day, agent, group, rule, kind, said } of findings) {
    const key = [day, agent, group, rule, kind, said].join(' ');
    ruleDays.set(key, (ruleDays.get(key) ?? 0) + 1);
  }
  return {
    days: [...days].map(([key, sum]) => `${key} ${sum.episodes} ${sum.points}`).toSorted(),
    ruleDays: [...ruleDays].map(([key, count]) => `${key} ${count}`).toSorted(),
    episodes,
    findings,
  };
}

interface Episode {
  group: string;
  agent: string | null;
  day: string | null;
  points: number | null;
  veto: boolean;
}
interface Found {
  conversation: string;
  seq: number;
  episodeId: string;
  rule: string;
  weight: string;
  verdict: string | null;
  contested: boolean;
}

function fold(
  { episodes, findings }: { episodes: Map<string, Episode>; findings: Map<string, Found> },
  authors: Map<string, string>,
  event: Event,
  conversation: string,
  day: string,
): void {
  switch (event.type) {
    case 'message.posted':
      if (event.author === 'agent') authors.set(`${conversation} ${event.seq}`, event.authorId!);
      break;
    case 'episode.opened':
      episodes.set(event.episodeId, {
        group: event.group,
        agent: null,
        day: null,
        points: null,
        veto: false,
      });
      break;
    case 'episode.queued':
      episodes.get(event.episodeId)!.group = event.group;
      break;
    case 'episode.assigned':
      episodes.get(event.episodeId)!.agent = event.agentId;
      break;
    case 'episode.closed':
      episodes.get(event.episodeId)!.day = day;
      break;
    case 'episode.scored':
      Object.assign(episodes.get(event.episodeId)!, { points: event.points, veto: event.veto !== null });
      break;
    case 'finding.raised': {
      const { findingId, messageSeq: seq, episodeId, rule, weight } = event;
      findings.set(findingId, {
        conversation,
        seq,
        episodeId,
        rule,
        weight,
        verdict: null,
        contested: false,
      });
      break;
    }
    case 'finding.settled':
      findings.get(event.findingId)!.verdict = event.verdict === 'own-reason' ? null : event.verdict;
      break;
    case 'finding.contested':
      findings.get(event.findingId)!.contested = true;
      break;
    default:
  }
}
