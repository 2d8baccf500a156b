/** Which conversations stand in which list of the inbox: the same question in the database's words is in `list-inbox.ts`. */
import type { Mood } from '../standard/mood.ts';
import type { Group, Person } from '../team/roles.ts';
import { may, reaches } from '../team/roles.ts';
import type { Conversation } from './conversation.ts';

export const inboxViews = ['mine', 'waiting', 'risk', 'snoozed', 'all', 'closed'] as const;
export type InboxView = (typeof inboxViews)[number];

/** What is left open does not matter. */
export interface InboxFilter {
  group?: Group;
  agentId?: string;
  mood?: Mood;
  channel?: string;
  unread?: true;
  /** The id of a tag that the customer has. */
  tag?: string;
}

export type Viewer = Pick<Person, 'agentId' | 'role' | 'groups'>;

export function belongs(view: InboxView, conversation: Conversation, viewer: Viewer): boolean {
  const { state, assigneeId, snoozed } = conversation;
  if (state === 'new') return false;
  const mine = state === 'assigned' && assigneeId === viewer.agentId;
  switch (view) {
    case 'mine':
      return mine && !snoozed;
    case 'snoozed':
      // Put aside by somebody for themselves; whoever looks after all sees all.
      return snoozed !== null && (mine || may(viewer, 'conversations.read-all'));
    case 'waiting':
      return state === 'waiting' && reaches(viewer, conversation);
    case 'closed':
      return state === 'closed' && reaches(viewer, conversation);
    case 'risk':
      return isAtRisk(conversation) && reaches(viewer, conversation);
    case 'all':
      return reaches(viewer, conversation);
  }
}

/** Open, and there is an alert nobody took notice of, a wait that went over, or a customer who is angry. */
export function isAtRisk({ state, openAlerts, lateStage, mood }: Conversation): boolean {
  const open = state === 'waiting' || state === 'assigned';
  return open && (openAlerts > 0 || lateStage > 0 || mood === 'dissatisfied' || mood === 'strong');
}

export function matches(filter: InboxFilter, conversation: Conversation): boolean {
  const { group, agentId, mood, channel, unread, tag } = filter;
  return (
    (group === undefined || conversation.group === group) &&
    (agentId === undefined || conversation.assigneeId === agentId) &&
    (mood === undefined || conversation.mood === mood) &&
    (channel === undefined || conversation.channel === channel) &&
    (!unread || conversation.unread > 0) &&
    (tag === undefined || conversation.tags.includes(tag))
  );
}
