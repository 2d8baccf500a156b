/**
 * Keeps the figures: what an episode counted for is taken away, what it counts for now is added. Counted again, nothing
 * changes; so it may be asked for after anything that could have moved an episode, any number of times.
 */
import type { Tx } from '../../../platform/database/pool.ts';
import { readFacts } from './facts.ts';

/** Ends with the transaction. Whoever counts next sees what this one has written. */
export const lockFigures = (tx: Tx, shopId: string): void =>
  tx.send(`select pg_advisory_xact_lock(hashtextextended('quality ' || $1, 0))`, [shopId]);

/** Behind `lockFigures`. */
export async function count(
  tx: Tx,
  shopId: string,
  zone: string,
  episodeIds: readonly string[],
): Promise<void> {
  const { episodes, findings } = await readFacts(tx, shopId, zone, episodeIds);
  for (const sql of [takeFindings, takeEpisodes]) tx.send(sql, [shopId, episodeIds]);
  tx.send(addEpisodes, [shopId, JSON.stringify(episodes)]);
  tx.send(addFindings, [shopId, JSON.stringify(findings)]);
  // A day that counts nothing any more leaves no row: figures made anew are the same, row for row.
  for (const sql of [sweepDays, sweepRuleDays]) tx.send(sql, [shopId]);
}

const episodeFields = `episode_id, conversation_id, number, first_seq, closed_at, day, agent_id, group_name, band, points, veto, lot, reviewed_at`;
const findingFields = `finding_id, episode_id, conversation_id, message_seq, closed_at, day, agent_id, group_name, rule, kind, said`;
const dayKey = 'day, agent_id, group_name, band';
const ruleDayKey = 'day, agent_id, group_name, rule, kind, said';

const addToDays = `on conflict (shop_id, ${dayKey}) do update
  set episodes = quality_days.episodes + excluded.episodes, points = quality_days.points + excluded.points`;
const addToRuleDays = `on conflict (shop_id, ${ruleDayKey}) do update
  set findings = quality_rule_days.findings + excluded.findings`;

const takeEpisodes = `
  with gone as (delete from quality_episodes where shop_id = $1 and episode_id = any($2::uuid[]) returning ${dayKey}, points)
  insert into quality_days (shop_id, ${dayKey}, episodes, points)
  select $1, ${dayKey}, -count(*), -sum(points) from gone group by ${dayKey} ${addToDays}`;

const takeFindings = `
  with gone as (delete from quality_findings where shop_id = $1 and episode_id = any($2::uuid[]) returning ${ruleDayKey})
  insert into quality_rule_days (shop_id, ${ruleDayKey}, findings)
  select $1, ${ruleDayKey}, -count(*) from gone group by ${ruleDayKey} ${addToRuleDays}`;

const addEpisodes = `
  with come as (
    insert into quality_episodes (shop_id, ${episodeFields})
    select $1, ${episodeFields} from json_to_recordset($2) as r(episode_id uuid, conversation_id uuid, number int, first_seq int,
      closed_at timestamptz, day date, agent_id uuid, group_name text, band text, points int, veto text, lot smallint, reviewed_at timestamptz)
    returning ${dayKey}, points
  )
  insert into quality_days (shop_id, ${dayKey}, episodes, points)
  select $1, ${dayKey}, count(*), sum(points) from come group by ${dayKey} ${addToDays}`;

const addFindings = `
  with come as (
    insert into quality_findings (shop_id, ${findingFields})
    select $1, ${findingFields} from json_to_recordset($2) as r(finding_id uuid, episode_id uuid, conversation_id uuid, message_seq int,
      closed_at timestamptz, day date, agent_id uuid, group_name text, rule text, kind text, said text)
    returning ${ruleDayKey}
  )
  insert into quality_rule_days (shop_id, ${ruleDayKey}, findings)
  select $1, ${ruleDayKey}, count(*) from come group by ${ruleDayKey} ${addToRuleDays}`;

const sweepDays = 'delete from quality_days where shop_id = $1 and episodes = 0';
const sweepRuleDays = 'delete from quality_rule_days where shop_id = $1 and findings = 0';
