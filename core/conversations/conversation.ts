/**
 * A conversation is the lasting thread of one customer on one channel; episodes inside it are opened,
 * owned in turn, closed and scored. This is its state as the staff see it: a row of the inbox.
 */
import type { AttachmentKind } from '../attachments.ts';
import type { AuthorKind, Urgency } from '../events.ts';
import type { Mood } from '../standard/mood.ts';
import type { Group } from '../team/roles.ts';

export type ConversationState = 'new' | 'waiting' | 'assigned' | 'closed';

export interface Conversation {
  conversationId: string;
  channel: string;
  customerId: string;
  customerName: string | null;
  /** The ids of what the shop has tagged the customer with, in order. */
  tags: string[];
  state: ConversationState;
  group: Group;
  assigneeId: string | null;
  /** Who served the customer last: the first to be asked when they return. */
  ownAgentId: string | null;
  urgency: Urgency;
  mood: Mood;
  episode: Episode | null;
  /** The first customer message that nobody has answered; null: nobody waits. */
  waitingSince: number | null;
  /** When it came into the queue; the longest waiting is served first. */
  queuedAt: number | null;
  /** When the present agent got it: their own clock starts here. */
  assignedAt: number | null;
  /** The threshold in seconds that the present wait has passed; 0: none. */
  lateStage: number;
  /** The last public number given, without gaps from 1. */
  seq: number;
  /** The last staff-only number given, without gaps from 1. */
  staffSeq: number;
  readByAgent: number;
  readByCustomer: number;
  /** Customer messages above `readByAgent`. */
  unread: number;
  openAlerts: number;
  heldReplies: number;
  /** Out of its agent's way; `until` null: until the customer writes. */
  snoozed: { until: number | null } | null;
  /** When it closes by itself where nobody says anything; null: that is not near. */
  closesAt: number | null;
  /** Where the customer's further messages arrive instead. */
  mergedInto: string | null;
  lastMessage: LastMessage | null;
  /** The last thing that somebody said or did here, for the order of the inbox. */
  activityAt: number;
}

export interface Episode {
  episodeId: string;
  /** Counts from 1 within the conversation. */
  number: number;
  /** The public number of the first message. */
  firstSeq: number;
  openedAt: number;
  closedAt: number | null;
  points: number | null;
  veto: 'pending' | null;
  /** What the customer gave, 1 to 5; null: nothing yet. */
  stars: number | null;
  /** When they gave it first. */
  ratedAt: number | null;
}

export interface LastMessage {
  seq: number;
  author: AuthorKind;
  /** null: erased. */
  text: string | null;
  /** What it carries; absent: words alone. */
  attachment?: { kind: AttachmentKind; name: string | null };
  at: number;
}

/** A conversation nobody has said anything in yet. */
export function newConversation(conversationId: string): Conversation {
  return {
    conversationId,
    channel: 'widget',
    customerId: '',
    customerName: null,
    tags: [],
    state: 'new',
    group: 'pre-sales',
    assigneeId: null,
    ownAgentId: null,
    urgency: 0,
    mood: 'calm',
    episode: null,
    waitingSince: null,
    queuedAt: null,
    assignedAt: null,
    lateStage: 0,
    seq: 0,
    staffSeq: 0,
    readByAgent: 0,
    readByCustomer: 0,
    unread: 0,
    openAlerts: 0,
    heldReplies: 0,
    snoozed: null,
    closesAt: null,
    mergedInto: null,
    lastMessage: null,
    activityAt: 0,
  };
}
