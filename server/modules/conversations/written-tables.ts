/** How the rows that events leave beside the log are written: a set at a time, as JSON, named like the columns. */

/** In the order they refer to one another. */
export const tables: Record<string, { sql: string }> = {
  episodes: {
    sql: `insert into episodes (shop_id, episode_id, conversation_id, number, first_seq, opened_at)
      select $1, episode_id, conversation_id, number, first_seq, opened_at
      from json_to_recordset($2) as r(episode_id uuid, conversation_id uuid, number int, first_seq int, opened_at timestamptz)`,
  },
  closedEpisodes: {
    sql: `update episodes e set closed_at = r.created_at, closed_by = r.closed_by
      from json_to_recordset($2) as r(episode_id uuid, created_at timestamptz, closed_by text)
      where e.shop_id = $1 and e.episode_id = r.episode_id`,
  },
  messages: { sql: 'select store_messages($1, $2)' },
  notes: {
    sql: `insert into notes (shop_id, note_id, conversation_id, staff_seq, kind, author_id, text, after_seq, created_at)
      select $1, note_id, conversation_id, staff_seq, kind, author_id, text, after_seq, created_at
      from json_to_recordset($2) as r(note_id uuid, conversation_id uuid, staff_seq int, kind text, author_id uuid, text text, after_seq int, created_at timestamptz)`,
  },
  findings: {
    sql: `insert into findings (shop_id, finding_id, conversation_id, episode_id, rule, weight, moment, message_seq, start_at, end_at, created_at)
      select $1, finding_id, conversation_id, episode_id, rule, weight, moment, message_seq, start_at, end_at, created_at
      from json_to_recordset($2) as r(finding_id uuid, conversation_id uuid, episode_id uuid, rule text, weight text, moment text,
        message_seq int, start_at int, end_at int, created_at timestamptz)`,
  },
  settledFindings: {
    sql: `update findings f set verdict = r.verdict, verdict_by = r.verdict_by, verdict_at = r.verdict_at, verdict_reason = r.reason
      from json_to_recordset($2) as r(finding_id uuid, verdict text, verdict_by uuid, verdict_at timestamptz, reason text)
      where f.shop_id = $1 and f.finding_id = r.finding_id`,
  },
  contestedFindings: {
    sql: `update findings f set contested_by = r.by_id, contested_at = r.at, contest_reason = r.reason
      from json_to_recordset($2) as r(finding_id uuid, by_id uuid, at timestamptz, reason text)
      where f.shop_id = $1 and f.finding_id = r.finding_id`,
  },
  reviewedEpisodes: {
    sql: `update episodes e set reviewed_by = r.by_id, reviewed_at = r.at
      from json_to_recordset($2) as r(episode_id uuid, by_id uuid, at timestamptz)
      where e.shop_id = $1 and e.episode_id = r.episode_id`,
  },
  alerts: {
    sql: `insert into alerts (shop_id, alert_id, conversation_id, cause, message_seq, created_at)
      select $1, alert_id, conversation_id, cause, message_seq, created_at
      from json_to_recordset($2) as r(alert_id uuid, conversation_id uuid, cause jsonb, message_seq int, created_at timestamptz)`,
  },
  acknowledgedAlerts: {
    sql: `update alerts a set acknowledged_at = r.created_at, acknowledged_by = r.by_id
      from json_to_recordset($2) as r(alert_id uuid, by_id uuid, created_at timestamptz)
      where a.shop_id = $1 and a.alert_id = r.alert_id`,
  },
  holds: {
    sql: `insert into holds (shop_id, hold_id, conversation_id, agent_id, client_id, text, attachment_id, quoted_seq, findings, created_at)
      select $1, hold_id, conversation_id, agent_id, client_id, text, attachment_id, quoted_seq, findings, created_at
      from json_to_recordset($2) as r(hold_id uuid, conversation_id uuid, agent_id uuid, client_id text, text text,
        attachment_id uuid, quoted_seq int, findings jsonb, created_at timestamptz)`,
  },
  decidedHolds: {
    sql: `update holds h set outcome = r.outcome, verdict = r.verdict, reason = r.reason, decided_by = r.by_id, decided_at = r.created_at
      from json_to_recordset($2) as r(hold_id uuid, outcome text, verdict text, reason text, by_id uuid, created_at timestamptz)
      where h.shop_id = $1 and h.hold_id = r.hold_id`,
  },
  // What is changed keeps the id that its message will have, so that it leaves once.
  scheduledReplies: {
    sql: `insert into scheduled_replies (shop_id, scheduled_id, conversation_id, agent_id, client_id, message_client_id, text,
        send_at, even_if_written, after_seq, created_at)
      select $1, scheduled_id, conversation_id, agent_id, client_id, message_client_id, text, send_at, even_if_written, after_seq, created_at
      from json_to_recordset($2) as r(scheduled_id uuid, conversation_id uuid, agent_id uuid, client_id text, message_client_id text,
        text text, send_at timestamptz, even_if_written boolean, after_seq int, created_at timestamptz)
      on conflict (shop_id, scheduled_id) do update set text = excluded.text, send_at = excluded.send_at,
        even_if_written = excluded.even_if_written, after_seq = excluded.after_seq`,
  },
  // Its words are a message or a draft from now on, or nobody's any more.
  settledSchedules: {
    sql: `update scheduled_replies s set outcome = r.outcome, cause = r.cause, settled_at = r.created_at, text = null
      from json_to_recordset($2) as r(scheduled_id uuid, outcome text, cause text, created_at timestamptz)
      where s.shop_id = $1 and s.scheduled_id = r.scheduled_id`,
  },
  ratedEpisodes: {
    sql: `update episodes e set stars = r.stars, rating_word = r.word, rated_at = coalesce(e.rated_at, r.created_at)
      from json_to_recordset($2) as r(episode_id uuid, stars smallint, word text, created_at timestamptz)
      where e.shop_id = $1 and e.episode_id = r.episode_id`,
  },
  scoredEpisodes: {
    sql: `update episodes e set points = r.points, veto = r.veto
      from json_to_recordset($2) as r(episode_id uuid, points int, veto text)
      where e.shop_id = $1 and e.episode_id = r.episode_id`,
  },
  hoursVersions: {
    sql: `insert into hours_versions (shop_id, version, hours, created_at)
      select $1, hours_version, hours, created_at
      from json_to_recordset($2) as r(hours_version uuid, hours jsonb, created_at timestamptz)
      on conflict do nothing`,
  },
  scores: {
    sql: `insert into scores (shop_id, episode_id, conversation_id, points, veto, lines, not_judged, engine, settings_version,
        hours_version, scored_at)
      select $1, episode_id, conversation_id, points, veto, lines, not_judged, engine, settings_version, hours_version, created_at
      from json_to_recordset($2) as r(episode_id uuid, conversation_id uuid, points int, veto text, lines jsonb, not_judged jsonb,
        engine text, settings_version int, hours_version uuid, created_at timestamptz)
      on conflict (shop_id, episode_id) do update set points = excluded.points, veto = excluded.veto, lines = excluded.lines,
        not_judged = excluded.not_judged, engine = excluded.engine, settings_version = excluded.settings_version,
        hours_version = excluded.hours_version, scored_at = excluded.scored_at`,
  },
};
