/** The table `conversations` and core's Conversation, both ways. */
import type { AttachmentKind } from '../../../core/attachments.ts';
import type { Conversation, Episode } from '../../../core/conversations/conversation.ts';
import type { AuthorKind, Urgency } from '../../../core/events.ts';
import type { Mood } from '../../../core/standard/mood.ts';
import type { Group } from '../../../core/team/roles.ts';

/** Everything of a conversation but the words: enough to decide on. */
export const stateColumns = `
  c.conversation_id, c.channel, c.customer_id, c.state, c.group_name, c.assignee_id, c.own_agent_id, c.urgency, c.mood,
  c.waiting_since, c.queued_at, c.assigned_at, c.late_stage, c.seq, c.staff_seq, c.read_by_agent, c.read_by_customer,
  c.unread, c.open_alerts, c.held_replies, c.snoozed, c.snoozed_until, c.closes_at, c.merged_into, c.activity_at,
  e.episode_id, e.number, e.first_seq, e.opened_at, e.closed_at, e.points, e.veto, e.stars, e.rated_at`;
export const stateTables = `
  conversations c left join episodes e on e.shop_id = c.shop_id and e.episode_id = c.episode_id`;

/** The words beside it, as the inbox shows them. */
export const shownColumns = `${stateColumns}, cu.name as customer_name, m.author as last_author, m.text as last_text, m.created_at as last_at,
  la.kind as last_kind, la.name as last_name,
  array(select tag_id::text from customer_tags where shop_id = c.shop_id and customer_id = c.customer_id) as tags`;
export const shownTables = `${stateTables}
  left join customers cu on cu.shop_id = c.shop_id and cu.customer_id = c.customer_id
  left join messages m on m.shop_id = c.shop_id and m.conversation_id = c.conversation_id and m.seq = c.seq
  -- By the key, one by one: hashing them all would lose the order that the list's index gives.
  left join lateral (select kind, name from attachments
    where shop_id = m.shop_id and attachment_id = m.attachment_id limit 1) la on true`;

export interface ConversationRow {
  conversation_id: string;
  channel: string;
  customer_id: string;
  state: Conversation['state'];
  group_name: Group;
  assignee_id: string | null;
  own_agent_id: string | null;
  urgency: Urgency;
  mood: Mood;
  waiting_since: number | null;
  queued_at: number | null;
  assigned_at: number | null;
  late_stage: number;
  seq: number;
  staff_seq: number;
  read_by_agent: number;
  read_by_customer: number;
  unread: number;
  open_alerts: number;
  held_replies: number;
  snoozed: boolean;
  snoozed_until: number | null;
  closes_at: number | null;
  merged_into: string | null;
  activity_at: number;
  episode_id: string | null;
  number: number;
  first_seq: number;
  opened_at: number;
  closed_at: number | null;
  points: number | null;
  veto: Episode['veto'];
  stars: number | null;
  rated_at: number | null;
  customer_name?: string | null;
  tags?: string[];
  last_author?: AuthorKind | null;
  last_text?: string | null;
  last_at?: number | null;
  last_kind?: AttachmentKind | null;
  last_name?: string | null;
}

export function conversationOf(row: ConversationRow): Conversation {
  return {
    conversationId: row.conversation_id,
    channel: row.channel,
    customerId: row.customer_id,
    customerName: row.customer_name ?? null,
    tags: (row.tags ?? []).toSorted(),
    state: row.state,
    group: row.group_name,
    assigneeId: row.assignee_id,
    ownAgentId: row.own_agent_id,
    urgency: row.urgency,
    mood: row.mood,
    episode: episodeOf(row),
    waitingSince: row.waiting_since,
    queuedAt: row.queued_at,
    assignedAt: row.assigned_at,
    lateStage: row.late_stage,
    seq: row.seq,
    staffSeq: row.staff_seq,
    readByAgent: row.read_by_agent,
    readByCustomer: row.read_by_customer,
    unread: row.unread,
    openAlerts: row.open_alerts,
    heldReplies: row.held_replies,
    snoozed: row.snoozed ? { until: row.snoozed_until } : null,
    closesAt: row.closes_at,
    mergedInto: row.merged_into,
    lastMessage: row.last_author
      ? {
          seq: row.seq,
          author: row.last_author,
          text: row.last_text ?? null,
          ...(row.last_kind && { attachment: { kind: row.last_kind, name: row.last_name ?? null } }),
          at: row.last_at!,
        }
      : null,
    activityAt: row.activity_at,
  };
}

function episodeOf(row: ConversationRow): Episode | null {
  if (row.episode_id === null) return null;
  return {
    episodeId: row.episode_id,
    number: row.number,
    firstSeq: row.first_seq,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    points: row.points,
    veto: row.veto,
    stars: row.stars,
    ratedAt: row.rated_at,
  };
}
