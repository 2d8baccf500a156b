/** The desk’s API: the inbox, threads, replies, drafts, holds, the wall. */
import type { Attachment, Quote } from '../attachments.ts';
import type { Conversation } from '../conversations/conversation.ts';
import type { InboxFilter, InboxView } from '../conversations/inbox.ts';
import type { Alert, Mark, Message, Note, StoredFinding, Thread } from '../conversations/thread.ts';
import type { AlertCause, Release, ReturnCause, Verdict } from '../events.ts';
import type { Refusal } from '../refusal.ts';
import type { Because } from '../standard/because.ts';
import type { AgreedChange, CustomerFacts, ProductFacts } from '../standard/facts.ts';
import type { Moment, RuleId, Weight } from '../standard/finding.ts';
import type { StandardInForce } from '../standard/settings.ts';
import type { Cursor } from '../wire.ts';
import type { CustomerCard } from './customers.ts';
import type { Colleague } from './people.ts';

/** GET /conversations?view=&limit=&after=&group=&agentId=&mood=&channel=&unread= */
export interface InboxPage {
  rows: Conversation[];
  /** For `after`; null: that was all. */
  next: string | null;
  /** Without filters, over everything within reach. */
  counts: { mine: number; waiting: number; risk: number; snoozed: number; unread: number };
  /** For the `inbox` topic of the socket. */
  cursor: Cursor;
}

/**
 * GET /me/views → SavedView[], by name · POST /me/views { name, view, filter } → 201 SavedView
 * PUT /me/views/:viewId { name, view, filter } → SavedView · DELETE /me/views/:viewId
 */
export interface SavedView {
  viewId: string;
  name: string;
  view: InboxView;
  filter: InboxFilter;
}

/** POST /bulk/assign { conversationIds, agentId } · /bulk/snooze { conversationIds, until } · /bulk/resolve { conversationIds } */
export interface BulkAnswer {
  done: string[];
  /** Why each of the others was left as it was. */
  refused: { conversationId: string; refusal: Refusal }[];
}

/** GET /conversations/:id/same-customer → other threads that may be the same customer's. POST …/merge { into } → DoneAnswer */
export interface SameCustomer {
  conversation: Conversation;
  by: 'customer' | 'phone' | 'order';
}

/** GET /settings/auto-close · PUT /settings/auto-close { autoClose } → { autoClose: AutoClose | null } */

/** GET /conversations/:id — the newest messages; older ones by GET /conversations/:id/messages?before=seq → { messages } */
export interface ThreadAnswer extends Thread {
  customer: CustomerCard;
  /** Scores of closed episodes, newest first. */
  scores: EpisodeScore[];
  colleagues: Colleague[];
  /** For the conversation's topic of the socket. */
  cursor: Cursor;
  hasOlder: boolean;
}
export interface MessagesAnswer {
  messages: Message[];
  hasOlder: boolean;
  /** What stands among these messages. */
  notes: Note[];
  findings: StoredFinding[];
  alerts: Alert[];
  marks: Mark[];
}

export interface EpisodeScore {
  episodeId: string;
  number: number;
  points: number;
  veto: 'pending' | null;
  lines: ScoreLine[];
  notJudged: { rule: RuleId; why: string }[];
  engine: string;
  /** The version of the shop's standard that judged it; 0: the standard itself. */
  settingsVersion: number;
  scoredAt: number;
}
export interface ScoreLine {
  rule: RuleId;
  weight: Weight;
  moment: Moment;
  /** The public number of the message it points at. */
  messageSeq: number;
  start: number;
  end: number;
  /** Negative where points go off; 0 where a verdict lifted it. */
  points: number;
  veto: boolean;
  verdict: Verdict | null;
}

/**
 * What the composer's own check needs beside the thread: GET /conversations/:id/facts.
 * Unmasked, for the person who serves it: privacy can only be judged against the real values; fetched for the assignee only, and kept in memory.
 */
export interface FactsAnswer {
  /** Those in question, with their facts and stock. */
  products: readonly ProductFacts[];
  agreedChanges: readonly AgreedChange[];
  customer: CustomerFacts;
  /** What the server judges this draft by: `standardOf()` makes rules of it. */
  standard: StandardInForce;
}

/**
 * POST /conversations/:id/messages { clientId, text } → 201 SentAnswer, 422 blocked.
 * POST …/claim · …/take-over · …/resolve · …/snooze { until } · …/wake · …/assign { agentId } · …/transfer { agentId | group, note }
 * POST …/notes { text } · …/whispers { text } · …/read { upTo }  → 200 { seq, staffSeq }
 */
export interface SentAnswer {
  messageId: string;
  seq: number;
  at: number;
}
export interface DoneAnswer {
  seq: number;
  staffSeq: number;
}

/**
 * What I was writing, kept for my other machines: GET /conversations/:id/drafts → DraftAnswer[]
 * PUT /conversations/:id/drafts/:writing { text, basedOn } → SavedDraft; 409 `draft-newer` where another machine saved since.
 */
export type Writing = 'reply' | 'note' | 'whisper';
export interface DraftAnswer {
  writing: Writing;
  text: string;
  /** Another with each save. */
  version: string;
  savedAt: number;
}
/** null: nothing is kept. */
export interface SavedDraft {
  version: string | null;
}

/**
 * POST /conversations/:id/scheduled { clientId, text, sendAt, evenIfWritten } → 201 ScheduledAnswer, 422 blocked
 * PUT …/scheduled/:scheduledId { text, sendAt, evenIfWritten } · POST …/scheduled/:scheduledId/cancel → { text }
 * GET /me/returned → ReturnedReply[]: mine that could not leave · POST /me/returned/:scheduledId/noticed
 */
export interface ScheduledAnswer {
  scheduledId: string;
  sendAt: number;
}
export interface ReturnedReply {
  scheduledId: string;
  conversationId: string;
  customerName: string | null;
  cause: ReturnCause;
  at: number;
}

/**
 * POST /conversations/:id/uploads { name, size } → 201 UploadAnswer; then PUT /uploads/:attachmentId with the bytes → Attachment,
 * which the message that carries it names. GET /conversations/:id/files/:attachmentId
 * For a visitor: POST /widget/v1/uploads, PUT /widget/v1/uploads/:attachmentId, GET /widget/v1/files/:attachmentId
 */
export interface UploadAnswer {
  attachmentId: string;
}

/** POST /conversations/:id/holds { clientId, text, attachmentId?, quotes? } → 201 HoldAnswer; POST …/holds/:holdId/release { verdict, reason } | …/refuse { reason } | …/withdraw */
export interface HoldAnswer {
  holdId: string;
  conversationId: string;
  agentId: string;
  agentName: string;
  text: string;
  attachment: Attachment | null;
  quote: Quote | null;
  /** Places in the text and, behind it, in the name of what it carries. */
  findings: { rule: RuleId; start: number; end: number; because?: Because }[];
  at: number;
  /** When the agent's own reason may open it, epoch ms; null: never. Holds only while no supervisor is online. */
  ownReasonFrom: number | null;
  outcome: 'released' | 'refused' | 'withdrawn' | null;
  verdict: Release | null;
  reason: string | null;
}

/** GET /wall → then the `wall` topic. POST /alerts/:alertId/acknowledge */
export interface WallAnswer {
  rows: Conversation[];
  alerts: OpenAlert[];
  holds: HoldAnswer[];
  agents: Colleague[];
  findings: OpenFindings[];
  cursor: Cursor;
}
/** Findings of an open episode, alerts apart. */
export interface OpenFindings {
  conversationId: string;
  episodeId: string;
  count: number;
  last: RuleId;
}
export interface OpenAlert {
  alertId: string;
  conversationId: string;
  customerName: string | null;
  cause: AlertCause;
  messageSeq: number | null;
  /** The words it is about, null where there are none. */
  excerpt: string | null;
  at: number;
}
