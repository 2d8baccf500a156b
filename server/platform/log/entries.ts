/** Reading the log: entries between two positions, below the oldest running transaction, with the words joined. */
import type { Attachment, Quote } from '../../../core/attachments.ts';
import type { Event } from '../../../core/events.ts';
import { longestQuote } from '../../../core/attachments.ts';
import type { Group } from '../../../core/team/roles.ts';
import type { Pool, Tx } from '../database/pool.ts';
import { query } from '../database/pool.ts';
import type { Position } from './cursor.ts';

export interface Entry {
  position: Position;
  shopId: string;
  event: Event;
  /** Who may see it: where the conversation stands at the time of reading. */
  reach: { group: Group; assigneeId: string | null };
}

export interface Range {
  after: Position;
  /** Inclusive; absent: as far as is safe. */
  upTo?: Position;
  shopId?: string;
  conversationId?: string;
  limit: number;
}

/** Read as the log's own role, which sees every shop. */
export async function readEntries(pool: Pool, range: Range): Promise<Entry[]> {
  const conditions = ['(e.tx, e.event_id) > ($1::xid8, $2::bigint)'];
  const values: unknown[] = [String(range.after.tx), range.after.eventId, range.limit];
  if (range.upTo) {
    values.push(String(range.upTo.tx), range.upTo.eventId);
    conditions.push(`(e.tx, e.event_id) <= ($${values.length - 1}::xid8, $${values.length}::bigint)`);
  } else {
    conditions.push('e.tx < pg_snapshot_xmin(pg_current_snapshot())');
  }
  if (range.shopId) conditions.push(`e.shop_id = $${values.push(range.shopId)}`);
  if (range.conversationId) conditions.push(`e.conversation_id = $${values.push(range.conversationId)}`);
  const rows = await query<Row>(
    pool,
    `${select} where ${conditions.join(' and ')} order by e.tx, e.event_id limit $3`,
    values,
  );
  return rows.map(entryOf);
}

/** The places that follow a position, below the oldest running transaction. */
export async function readPositions(pool: Pool, after: Position, limit: number): Promise<Position[]> {
  const rows = await query<{ tx: string; event_id: number }>(pool, selectPositions, [
    String(after.tx),
    after.eventId,
    limit,
  ]);
  return rows.map((row) => ({ tx: BigInt(row.tx), eventId: row.event_id }));
}

/** The entries at these positions, which are in order. */
export async function readAt(pool: Pool, positions: Position[]): Promise<Entry[]> {
  const rows = await query<Row>(
    pool,
    `${select} where (e.tx, e.event_id) in (select * from unnest($1::xid8[], $2::bigint[])) order by e.tx, e.event_id`,
    [positions.map(({ tx }) => String(tx)), positions.map(({ eventId }) => eventId)],
  );
  return rows.map(entryOf);
}

/** The position up to which everything is committed, as this moment sees it. */
export async function safePosition(tx: Tx): Promise<Position> {
  const [row] = await tx.query<{ tx: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as tx');
  return { tx: BigInt(row!.tx), eventId: 0 };
}

export async function readEpoch(pool: Pool): Promise<string> {
  const [row] = await query<{ epoch: string }>(pool, 'select epoch from log_epoch');
  return row!.epoch;
}

const selectPositions = `
  select tx::text as tx, event_id from events
  where (tx, event_id) > ($1::xid8, $2::bigint) and tx < pg_snapshot_xmin(pg_current_snapshot())
  order by events.tx, event_id limit $3`;

/**
 * What a message `m` carries and what it quotes, as everybody sees it. Looked up for those few that have something, not joined:
 * before the first statistics the planner would rather read all of the shop's.
 */
export const carriedColumns = `
    case when m.attachment_id is not null then (
      select json_build_object('attachmentId', ma.attachment_id, 'kind', ma.kind, 'name', ma.name, 'mime', ma.mime,
        'size', ma.size, 'width', ma.width, 'height', ma.height, 'card', ma.card)
      from attachments ma where ma.shop_id = m.shop_id and ma.attachment_id = m.attachment_id) end as attachment,
    case when m.quoted_seq is not null then (
      select json_build_object('seq', mq.seq, 'author', mq.author, 'text', left(mq.text, ${longestQuote}), 'attachment',
        (select json_build_object('kind', mqa.kind, 'name', mqa.name) from attachments mqa
          where mqa.shop_id = mq.shop_id and mqa.attachment_id = mq.attachment_id))
      from messages mq
      where mq.shop_id = m.shop_id and mq.conversation_id = m.conversation_id and mq.seq = m.quoted_seq) end as quote`;

const select = `
  select e.tx::text as tx, e.event_id, e.shop_id, e.conversation_id, e.data, e.at,
    m.text, m.client_id, m.said_at, ${carriedColumns},
    case e.type when 'note.added' then
      (select n.text from notes n where n.shop_id = e.shop_id and n.note_id = (e.data->>'noteId')::uuid)
    end as note_text,
    case e.type when 'reply.decided' then
      (select h.reason from holds h where h.shop_id = e.shop_id and h.hold_id = (e.data->>'holdId')::uuid)
    when 'finding.contested' then
      (select f.contest_reason from findings f where f.shop_id = e.shop_id and f.finding_id = (e.data->>'findingId')::uuid)
    end as reason,
    case e.type when 'reply.scheduled' then
      (select s.text from scheduled_replies s where s.shop_id = e.shop_id and s.scheduled_id = (e.data->>'scheduledId')::uuid)
    end as scheduled_text,
    a.name as agent_name, a.work_number, c.name as customer_name, v.group_name, v.assignee_id
  from events e
  join conversations v on v.shop_id = e.shop_id and v.conversation_id = e.conversation_id
  -- By the primary key's own order: before the first statistics the planner would read the whole conversation.
  left join lateral (
    select text, client_id, said_at, shop_id, conversation_id, attachment_id, quoted_seq from messages
    where e.type in ('message.posted', 'conversation.imported') and shop_id = e.shop_id
      and conversation_id = e.conversation_id and seq = coalesce(e.data->>'seq', e.data->>'messages')::int
    order by seq limit 1
  ) m on true
  left join agents a on e.type in ('message.posted', 'note.added') and e.data->>'author' is distinct from 'customer'
    and a.shop_id = e.shop_id and a.agent_id = (e.data->>'authorId')::uuid
  left join customers c on c.shop_id = e.shop_id
    and c.customer_id = (case when e.type in ('conversation.opened', 'conversation.imported', 'customer.changed') then e.data->>'customerId'
      when e.type = 'customer.merged' then e.data->>'into'
      when e.data->>'author' = 'customer' then e.data->>'authorId' end)::uuid`;

const namesCustomer = ({ type }: Event) =>
  type === 'conversation.opened' || type === 'customer.changed' || type === 'customer.merged';

interface Row {
  tx: string;
  event_id: number;
  shop_id: string;
  conversation_id: string;
  data: Event;
  at: number;
  text: string | null;
  client_id: string | null;
  said_at: number | null;
  attachment: Attachment | null;
  quote: Quote | null;
  note_text: string | null;
  reason: string | null;
  scheduled_text: string | null;
  agent_name: string | null;
  work_number: string | null;
  customer_name: string | null;
  group_name: Group;
  assignee_id: string | null;
}

function entryOf(row: Row): Entry {
  const event: Event = { ...row.data, conversationId: row.conversation_id, at: row.at };
  if (event.type === 'message.posted') {
    event.text = row.text;
    event.clientId = row.client_id ?? '';
    event.saidAt = row.said_at;
    if (row.attachment) event.attachment = row.attachment;
    if (row.quote) event.quote = row.quote;
    event.authorName = event.author === 'customer' ? row.customer_name : row.agent_name;
    event.authorWorkNumber = row.work_number;
  } else if (event.type === 'note.added') {
    event.text = row.note_text;
    event.authorName = row.agent_name;
  } else if (event.type === 'reply.decided' || event.type === 'finding.contested') {
    event.reason = row.reason;
  } else if (event.type === 'reply.scheduled') {
    event.text = row.scheduled_text;
  } else if (namesCustomer(event)) {
    event.customerName = row.customer_name;
  } else if (event.type === 'conversation.imported') {
    event.customerName = row.customer_name;
    event.text = row.text;
  }
  return {
    position: { tx: BigInt(row.tx), eventId: row.event_id },
    shopId: row.shop_id,
    event,
    reach: { group: row.group_name, assigneeId: row.assignee_id },
  };
}
