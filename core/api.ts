/**
 * Shapes of the HTTP answers under `/api/v1` (desk, cookie session) and `/widget/v1` (visitor token).
 * The server's schemas are held against these types; web, widget and cli read them.
 */
import type { AlertCause, Release, Urgency, Verdict } from './events.ts';
import type { CustomerView } from './conversations/customer-view.ts';
import type { Conversation } from './conversations/conversation.ts';
import type { InboxFilter, InboxView } from './conversations/inbox.ts';
import type { Message, StoredFinding, Thread } from './conversations/thread.ts';
import type { Refusal } from './refusal.ts';
import type { Lang } from './standard/facts.ts';
import type { Mood } from './standard/mood.ts';
import type { WaitThresholds } from './standard/waiting.ts';
import type { Finding, Moment, NotJudged, RuleId, Weight } from './standard/finding.ts';
import type { Channel, StandardInForce, StandardSettings } from './standard/settings.ts';
import type { Group, Permission, Person, Role } from './team/roles.ts';
import type { Topic } from './team/routing.ts';
import type { WorkingHours } from './team/working-hours.ts';
import type { Cursor, PresenceState } from './wire.ts';

/** POST /auth/sign-in { account: "shop:login", password } · GET /me */
export interface Me extends Person {
  account: string;
  shopName: string;
  lang: Lang;
  permissions: Permission[];
  hours: WorkingHours | 'always';
  thresholds: WaitThresholds;
  /** When the session ends if nothing is done, epoch ms. */
  expiresAt: number;
}

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
  /** Findings on these messages. */
  findings: StoredFinding[];
  hasOlder: boolean;
}

/** Personal data is masked here; POST /conversations/:id/unmask { field: phone|address|order } → { values } is logged. */
export interface CustomerCard {
  customerId: string;
  name: string | null;
  /** The shop signed for who this is. */
  signedIn: boolean;
  phones: string[];
  addresses: string[];
  orders: string[];
  orderState: string | null;
  since: number;
  /** Earlier episodes of this conversation, newest first. */
  episodes: {
    episodeId: string;
    number: number;
    firstSeq: number;
    openedAt: number;
    closedAt: number | null;
    points: number | null;
  }[];
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
  customer: { name?: string; phones: string[]; addresses: string[]; orders: string[] };
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

/** POST /conversations/:id/holds { clientId, text } → 201 HoldAnswer; POST …/holds/:holdId/release { verdict, reason } | …/refuse { reason } | …/withdraw */
export interface HoldAnswer {
  holdId: string;
  conversationId: string;
  agentId: string;
  agentName: string;
  text: string;
  findings: { rule: RuleId; start: number; end: number }[];
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

/** GET /standard → StandardAnswer · GET /standard/versions/:version → { version, settings } */
export interface StandardAnswer {
  version: number;
  settings: StandardSettings;
  /** Rules whose blocks only warn until somebody has looked at them. */
  toothless: { rule: RuleId; since: number }[];
  /** Newest first. */
  history: {
    version: number;
    /** null: the desk itself, when a rule lost its teeth. */
    by: { agentId: string; name: string } | null;
    at: number;
    note: string;
    restored: RuleId | null;
  }[];
}
/**
 * POST /standard { settings, basedOn, note } → 201 { version }; 409 `standard-changed` where another version came first.
 * POST /standard/preview { settings, lastN, after } → what it would have done to the last scored episodes, which it leaves alone.
 */
export interface PreviewAnswer {
  /** The version compared with. Both sides are judged by this engine, whatever judged the stored scores. */
  version: number;
  engine: string;
  /** How many episodes were judged. */
  judged: number;
  /** Those whose score would be another. */
  scores: PreviewScore[];
  rules: PreviewRule[];
  /** For `after`: the episodes that were scored before these; null: those were all. */
  next: string | null;
}
export interface PreviewScore {
  conversationId: string;
  episodeId: string;
  customerName: string | null;
  closedAt: number | null;
  before: number;
  after: number;
}
export interface PreviewRule {
  rule: RuleId;
  appear: number;
  vanish: number;
  /** Found before and after, with another weight. */
  reweighed: number;
  examples: PreviewExample[];
}
export interface PreviewExample {
  change: 'appears' | 'vanishes' | 'reweighed';
  conversationId: string;
  episodeId: string;
  messageSeq: number;
  start: number;
  end: number;
  weight: Weight;
  evidence: string;
}

/** GET /standard/rules · POST /standard/rules/:rule/restore { reason } → RuleStanding */
export interface RuleStanding {
  rule: RuleId;
  moments: readonly Moment[];
  /** The standard's. */
  ownWeight: Weight;
  /** Those that a shop can give it; where there is one alone it keeps that. */
  weights: Weight[];
  /** Never off, and a warning at least. */
  protected: boolean;
  /** In force now; null: off on this channel. */
  weight: Record<Channel, Weight | null>;
  /** Of the last 50 findings that people judged, since the rule was last restored. */
  judged: number;
  right: number;
  wrong: number;
  /** In per cent; null: nobody has judged any. */
  precision: number | null;
  toothlessSince: number | null;
}

/** POST /findings/:findingId/verdict { verdict: right|wrong, reason } → DoneAnswer; a wrong one becomes a case, and the episode is scored anew. */

/**
 * GET /standard/cases → JSON lines, the form that `yinuo check --cases` reads
 * POST /standard/cases { conversationId, messageSeq, rule } → 201 CaseAnswer: what a rule should have found
 * POST /standard/cases/pasted { conversation, marks } → 201 CaseAnswer: what people say of a conversation brought along.
 * It takes the place of what was said of it before; without any marks it leaves the file.
 */
export interface CaseAnswer {
  /** What the case file calls it. */
  id: string;
}
export interface CaseMark {
  turn: number;
  rule: RuleId;
  verdict: 'right' | 'wrong' | 'missed';
}

/** POST /standard/try { conversation, rulesOff } | { conversationId, rulesOff } → what the standard in force says; nothing is stored. */
export interface TryAnswer {
  conversation: { id: string; turns: { from: 'customer' | 'agent' | 'system'; text: string; at?: number }[] };
  findings: (Pick<Finding, 'rule' | 'weight' | 'moment' | 'turn' | 'start' | 'end' | 'evidence'> & {
    says: Record<Lang, { title: string; reason: string }>;
    /** The rule's page, as Markdown. */
    page: string;
  })[];
  notJudged: NotJudged[];
  points: number;
  veto: 'pending' | null;
}

/** GET /agents · PUT /me/presence { state } */
export interface Colleague {
  agentId: string;
  name: string;
  workNumber: string;
  role: Role;
  groups: Group[];
  presence: PresenceState | 'offline';
  open: number;
  capacity: number;
}

/** GET /me/sessions · DELETE /me/sessions/:sessionId */
export interface SessionRow {
  sessionId: string;
  createdAt: number;
  lastSeenAt: number;
  device: string | null;
  current: boolean;
}

/** GET /healthz: 200 while it can serve, 503 otherwise. */
export interface Health {
  state: 'ok' | 'failing';
  parts: { database: 'ok' | 'failing'; log: 'ok' | 'failing'; jobs: 'ok' | 'failing' };
  version: string;
}

/** POST /widget/v1/sessions { shop, visitorToken?, identityToken?, lang? } */
export interface WidgetSession {
  /** Given once and kept by the browser; null where the one sent still holds. */
  visitorToken: string | null;
  customerName: string | null;
  view: CustomerView;
  hasOlder: boolean;
  cursor: Cursor;
  shop: { name: string; greeting: { zh: string; en: string }; topics: Topic[] };
}

/** RFC 9457 problem details; `code` and what belongs to it are the refusal itself. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  [more: string]: unknown;
}

export type { InboxFilter, InboxView, Urgency, Mood };
