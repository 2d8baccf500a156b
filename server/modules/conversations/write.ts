/** Writes what happened: each event into the log, its words into their own table, the conversation's state beside it. */
import pg from 'pg';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import type { Event } from '../../../core/events.ts';
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { query } from '../../platform/database/pool.ts';
import type { Position } from '../../platform/log/cursor.ts';
import type { ImportedRows } from './imported-rows.ts';
import { versionOf } from './known-states.ts';

/** One conversation after its transition. `drafts[i]` holds the words of `events[i]`. */
export interface Recorded {
  before: Conversation;
  after: Conversation;
  events: Event[];
  drafts: Draft[];
  /** When the clock has something to say next: a wait, a snooze, a silence. */
  clockNextAt: number | null;
}

/** Each event's position in the log, in order: known when the transaction has committed, not to be waited for before. */
export interface Written {
  positions: Promise<Position[]>;
}

/** Sends everything in one flight; it is written when the transaction commits. */
export function write(tx: Tx, shopId: string, recorded: Recorded[]): Written {
  const rows = rowsOf(recorded);
  // Conversations first: everything else refers to them. An episode is referred to by messages and findings.
  const [opened, changed] = partition(recorded, (one) => one.before.state === 'new');
  if (opened.length > 0) tx.send(insertConversations, [shopId, json(opened.map(conversationRow))]);
  if (changed.length > 0)
    tx.send('select store_conversations($1, $2)', [shopId, json(changed.map(conversationRow))]);
  for (const [table, { sql }] of Object.entries(tables)) {
    const written = rows.of(table);
    if (written.length > 0) tx.send(sql, [shopId, json(written)]);
  }
  const positions = tx
    .query<PositionRow>('select * from store_events($1, $2)', [shopId, json(logRows(recorded))])
    .then(positionsOf);
  positions.catch(() => {}); // told at the commit
  return { positions };
}

/**
 * Writes at once, without looking first, where every conversation still stands as `before` has it. null: one does not,
 * or there is more to write than messages and states.
 */
export async function moveOn(pool: Pool, shopId: string, recorded: Recorded[]): Promise<Position[] | null> {
  const rows = rowsOf(recorded);
  if (rows.tables().some((table) => table !== 'messages')) return null;
  try {
    const written = await query<PositionRow>(pool, 'select * from move_on($1, $2, $3, $4, $5, $6)', [
      shopId,
      recorded.map(({ before }) => before.conversationId),
      recorded.map(({ before }) => versionOf(before)),
      json(recorded.map(conversationRow)),
      json(rows.of('messages')),
      json(logRows(recorded)),
    ]);
    return positionsOf(written);
  } catch (error) {
    if (isStale(error)) return null;
    throw error;
  }
}

/** Somebody else has moved a conversation on, or has stored the same message. */
const isStale = (error: unknown) =>
  error instanceof pg.DatabaseError && (error.code === 'YN001' || error.code === uniqueViolation);
const uniqueViolation = '23505';

interface PositionRow {
  tx: string;
  event_id: number;
}

const positionsOf = (rows: PositionRow[]): Position[] =>
  rows.map((row) => ({ tx: BigInt(row.tx), eventId: row.event_id }));

function rowsOf(recorded: Recorded[]): Rows {
  const rows = new Rows();
  for (const one of recorded)
    for (const [i, event] of one.events.entries()) place(rows, one, event, one.drafts[i]!);
  return rows;
}

/** Which rows an event leaves beside the log. */
function place(rows: Rows, { after }: Recorded, event: Event, draft: Draft): void {
  const common = { conversation_id: event.conversationId, created_at: iso(event.at) };
  switch (event.type) {
    case 'message.posted':
      return rows.add('messages', {
        ...common,
        seq: event.seq,
        message_id: event.messageId,
        client_id: draft.clientId,
        episode_id: event.episodeId,
        author: event.author,
        author_id: event.authorId,
        text: draft.text,
        attachment_id: event.attachmentId,
        quoted_seq: event.quotes,
        said_at: draft.saidAt === undefined ? iso(event.at) : iso(draft.saidAt),
        until_at: iso(draft.untilAt ?? null),
      });
    case 'conversation.imported': {
      const { closedBy, messages, findings, score } = draft.row as unknown as ImportedRows;
      const episode = { ...common, episode_id: event.episodeId };
      const { openedAt, closedAt } = after.episode!;
      rows.add('episodes', { ...episode, number: 1, first_seq: 1, opened_at: iso(openedAt) });
      rows.add('closedEpisodes', { ...episode, created_at: iso(closedAt), closed_by: closedBy });
      for (const message of messages) rows.add('messages', { ...episode, ...message });
      for (const finding of findings) rows.add('findings', { ...episode, ...finding });
      rows.add('scoredEpisodes', { ...episode, points: event.points, veto: event.veto });
      rows.add('hoursVersions', { ...common, ...score });
      return rows.add('scores', { ...episode, points: event.points, veto: event.veto, ...score });
    }
    case 'episode.opened':
      return rows.add('episodes', {
        ...common,
        episode_id: event.episodeId,
        number: event.number,
        first_seq: after.episode!.firstSeq,
        opened_at: iso(event.at),
      });
    case 'episode.closed':
      return rows.add('closedEpisodes', { ...common, episode_id: event.episodeId, closed_by: event.by });
    case 'episode.scored':
      rows.add('scoredEpisodes', { episode_id: event.episodeId, points: event.points, veto: event.veto });
      rows.add('hoursVersions', { ...common, ...draft.row });
      return rows.add('scores', { ...common, ...event, ...draft.row, episode_id: event.episodeId });
    case 'episode.rated':
      return rows.add('ratedEpisodes', {
        ...common,
        episode_id: event.episodeId,
        stars: event.stars,
        word: draft.text ?? null,
      });
    case 'note.added':
      return rows.add('notes', {
        ...common,
        note_id: event.noteId,
        staff_seq: event.staffSeq,
        kind: event.kind,
        author_id: event.authorId,
        text: draft.text,
        after_seq: event.afterSeq,
      });
    case 'finding.raised':
      return rows.add('findings', {
        ...common,
        ...event,
        finding_id: event.findingId,
        episode_id: event.episodeId,
        message_seq: event.messageSeq,
        start_at: event.start,
        end_at: event.end,
      });
    case 'finding.settled':
      return rows.add('settledFindings', {
        finding_id: event.findingId,
        verdict: event.verdict,
        verdict_by: event.byId,
        verdict_at: iso(event.at),
        ...draft.row,
      });
    case 'finding.contested':
      return rows.add('contestedFindings', {
        finding_id: event.findingId,
        by_id: event.byId,
        at: iso(event.at),
        ...draft.row,
      });
    case 'episode.reviewed':
      return rows.add('reviewedEpisodes', {
        episode_id: event.episodeId,
        by_id: event.byId,
        at: iso(event.at),
      });
    case 'alert.raised':
      return rows.add('alerts', {
        ...common,
        alert_id: event.alertId,
        cause: event.cause,
        message_seq: event.messageSeq,
      });
    case 'alert.acknowledged':
      return rows.add('acknowledgedAlerts', { ...common, alert_id: event.alertId, by_id: event.byId });
    case 'reply.held':
      return rows.add('holds', {
        ...common,
        hold_id: event.holdId,
        agent_id: event.agentId,
        client_id: draft.clientId,
        text: draft.text,
        ...draft.row,
      });
    case 'reply.scheduled':
      return rows.add('scheduledReplies', {
        ...common,
        scheduled_id: event.scheduledId,
        agent_id: event.agentId,
        client_id: draft.clientId,
        text: draft.text,
        send_at: iso(event.sendAt),
        even_if_written: event.evenIfWritten,
        after_seq: event.afterSeq,
        ...draft.row,
      });
    case 'reply.unscheduled':
      return rows.add('settledSchedules', { ...common, ...event, scheduled_id: event.scheduledId });
    case 'reply.decided':
      return rows.add('decidedHolds', {
        ...common,
        hold_id: event.holdId,
        outcome: event.outcome,
        by_id: event.byId,
        ...draft.row,
      });
  }
}

class Rows {
  readonly #byTable = new Map<string, object[]>();

  add(table: string, row: object): void {
    const rows = this.#byTable.get(table);
    if (rows) rows.push(row);
    else this.#byTable.set(table, [row]);
  }

  tables(): string[] {
    return [...this.#byTable.keys()];
  }

  of(table: string): object[] {
    return this.#byTable.get(table) ?? [];
  }
}

/** In the order they refer to one another. */
const tables: Record<string, { sql: string }> = {
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

const stateFields = `customer_id uuid, channel text, external_id text, state text, group_name text, assignee_id uuid, own_agent_id uuid,
  urgency smallint, mood text, episode_id uuid, waiting_since timestamptz, queued_at timestamptz, assigned_at timestamptz,
  late_stage int, clock_next_at timestamptz, seq int, staff_seq int, read_by_agent int, read_by_customer int, unread int,
  open_alerts int, held_replies int, snoozed boolean, snoozed_until timestamptz, closes_at timestamptz, merged_into uuid,
  activity_at timestamptz`;
const stateNames = stateFields.split(',').map((field) => field.trim().split(' ')[0]!);

const insertConversations = `
  insert into conversations (shop_id, conversation_id, ${stateNames.join(', ')})
  select $1, conversation_id, ${stateNames.join(', ')}
  from json_to_recordset($2) as r(conversation_id uuid, ${stateFields})`;

function conversationRow({ after, clockNextAt, drafts }: Recorded) {
  return {
    conversation_id: after.conversationId,
    customer_id: after.customerId,
    channel: after.channel,
    external_id: drafts[0]?.externalId ?? null,
    state: after.state,
    group_name: after.group,
    assignee_id: after.assigneeId,
    own_agent_id: after.ownAgentId,
    urgency: after.urgency,
    mood: after.mood,
    episode_id: after.episode?.episodeId ?? null,
    waiting_since: iso(after.waitingSince),
    queued_at: iso(after.queuedAt),
    assigned_at: iso(after.assignedAt),
    late_stage: after.lateStage,
    clock_next_at: iso(clockNextAt),
    seq: after.seq,
    staff_seq: after.staffSeq,
    read_by_agent: after.readByAgent,
    read_by_customer: after.readByCustomer,
    unread: after.unread,
    open_alerts: after.openAlerts,
    held_replies: after.heldReplies,
    snoozed: after.snoozed !== null,
    snoozed_until: iso(after.snoozed?.until ?? null),
    closes_at: iso(after.closesAt),
    merged_into: after.mergedInto,
    activity_at: iso(after.activityAt),
  };
}

/** Words and what can be joined stay out of the log. */
const wordFields = [
  'text',
  'attachment',
  'quote',
  'clientId',
  'authorName',
  'authorWorkNumber',
  'saidAt',
  'untilAt',
  'customerName',
  'reason',
  'externalId',
  'row',
];

function logRows(recorded: Recorded[]) {
  return recorded.flatMap((one) => one.events.map(logRow));
}

function logRow(event: Event) {
  const data: Record<string, unknown> = { ...event };
  for (const field of [...wordFields, 'conversationId', 'at']) delete data[field];
  return { conversation_id: event.conversationId, type: event.type, data, at: iso(event.at) };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function json(rows: unknown): string {
  return JSON.stringify(rows);
}

function partition<T>(all: T[], first: (one: T) => boolean): [T[], T[]] {
  return [all.filter(first), all.filter((one) => !first(one))];
}
