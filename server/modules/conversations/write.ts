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
import { tables } from './written-tables.ts';

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
