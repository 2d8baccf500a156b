/** The conversations this desk knows of, as rows: learned from pages, kept fresh by events. Pure. */
import type { InboxPage } from '../../../core/api.ts';
import type { Cursor } from '../../../core/wire.ts';
import { apply } from '../../../core/conversations/apply.ts';
import { newConversation, type Conversation } from '../../../core/conversations/conversation.ts';
import {
  belongs,
  matches,
  type InboxFilter,
  type InboxView,
  type Viewer,
} from '../../../core/conversations/inbox.ts';
import type { Event } from '../../../core/events.ts';
import { reaches } from '../../../core/team/roles.ts';
import { count, noTally, nothing, recount, type Tally } from './tally.ts';

export interface Rows {
  byId: ReadonlyMap<string, Conversation>;
  tally: Tally;
  /** Goes up when something happened to a conversation that no page has shown yet: a page must be fetched. */
  missing: number;
}

export const noRows: Rows = { byId: new Map(), tally: noTally, missing: 0 };

/** An answer may have been overtaken by events on its way: of two states of one conversation the newer stays. */
export function learn(
  rows: Rows,
  conversations: readonly Conversation[],
  counted?: Pick<InboxPage, 'counts' | 'cursor'>,
): Rows {
  const byId = new Map(rows.byId);
  for (const conversation of conversations) {
    const known = byId.get(conversation.conversationId);
    if (!known || !isNewer(known, conversation)) byId.set(conversation.conversationId, conversation);
  }
  return { ...rows, byId, tally: counted ? recount(rows.tally, counted) : rows.tally };
}

/** @param behind the place in the log behind the last of them. */
export function fold(rows: Rows, events: readonly Event[], behind: Cursor, viewer: Viewer): Rows {
  const byId = new Map(rows.byId);
  const counts = { ...nothing };
  let { missing } = rows;
  for (const event of events) {
    const known = byId.get(event.conversationId);
    const before = known ?? (begins(event) ? newConversation(event.conversationId) : null);
    if (!before) {
      if (!isElsewhere(event, viewer)) missing += 1;
      continue;
    }
    if (skips(before, event)) missing += 1;
    const after = apply(before, event);
    if (after === before) continue;
    byId.set(event.conversationId, after);
    for (const view of counted) counts[view] += change(view, before, after, viewer);
    counts.unread += unreadOfMine(after, viewer) - unreadOfMine(before, viewer);
  }
  return { byId, tally: count(rows.tally, counts, behind), missing };
}

const begins = ({ type }: Event) => type === 'conversation.opened' || type === 'conversation.imported';

/** The lists with a number. */
const counted = ['mine', 'waiting', 'risk', 'snoozed'] as const;

/** The server's own order: the queue by urgency, then the longest wait; who comes back first; elsewhere the latest first. */
export function inOrder(view: InboxView): (a: Conversation, b: Conversation) => number {
  const byId = (a: Conversation, b: Conversation) => (a.conversationId < b.conversationId ? -1 : 1);
  if (view === 'waiting') return (a, b) => b.urgency - a.urgency || queuedAt(a) - queuedAt(b) || byId(a, b);
  if (view === 'snoozed') return (a, b) => backAt(a) - backAt(b) || byId(a, b);
  return (a, b) => b.activityAt - a.activityAt || byId(b, a);
}

/** What a view lists: what its pages brought, and whatever sorts before the end of the last page. */
export function listed(
  rows: Pick<Rows, 'byId'>,
  { view, filter }: { view: InboxView; filter: InboxFilter },
  viewer: Viewer,
  loaded: ReadonlySet<string>,
  last: string | null,
): Conversation[] {
  const order = inOrder(view);
  const end = last === null ? undefined : rows.byId.get(last);
  return Array.from(rows.byId.values())
    .filter((row) => belongs(view, row, viewer) && matches(filter, row))
    .filter((row) => !end || loaded.has(row.conversationId) || order(row, end) <= 0)
    .toSorted(order);
}

/** Who has a conversation is told to everybody, also outside their reach. */
function isElsewhere(event: Event, viewer: Viewer): boolean {
  if (event.type === 'episode.assigned') return event.agentId !== viewer.agentId;
  return event.type === 'episode.queued' && !reaches(viewer, { assigneeId: null, group: event.group });
}

/** Events are missing before this one: the conversation was out of reach for a while. */
export function skips(before: Pick<Conversation, 'seq' | 'staffSeq'>, event: Event): boolean {
  if (event.type === 'message.posted') return event.seq > before.seq + 1;
  return 'staffSeq' in event && event.staffSeq > before.staffSeq + 1;
}

const queuedAt = (conversation: Conversation) => conversation.queuedAt ?? conversation.activityAt;

/** Beyond all times where it waits for the customer. */
const backAt = ({ snoozed }: Conversation) => snoozed?.until ?? Number.MAX_SAFE_INTEGER;

const change = (view: InboxView, before: Conversation, after: Conversation, viewer: Viewer) =>
  Number(belongs(view, after, viewer)) - Number(belongs(view, before, viewer));

const unreadOfMine = (row: Conversation, viewer: Viewer) => (belongs('mine', row, viewer) ? row.unread : 0);

function isNewer(a: Conversation, b: Conversation): boolean {
  const steps = (row: Conversation) => row.seq + row.staffSeq + row.readByAgent + row.readByCustomer;
  return steps(a) > steps(b);
}
