/**
 * Shapes of the HTTP answers under `/api/v1` (desk, cookie session) and `/widget/v1` (visitor token).
 * The server's schemas are held against these types; web, widget and cli read them.
 */
import type { Attachment, Quote } from './attachments.ts';
import type { AlertCause, AuthorKind, NoteKind, Release, ReturnCause, Urgency, Verdict } from './events.ts';
import type { CustomerView } from './conversations/customer-view.ts';
import type { Conversation } from './conversations/conversation.ts';
import type {
  ConsentChannel,
  ConsentState,
  ConsentWay,
  ErasureReason,
  FieldKind,
  TagColour,
} from './customers/customer.ts';
import type { InboxFilter, InboxView } from './conversations/inbox.ts';
import type { Message, StoredFinding, Thread } from './conversations/thread.ts';
import type { Refusal } from './refusal.ts';
import type { Excerpt, Place } from './search/find.ts';
import type { Lang } from './standard/facts.ts';
import type { Mood } from './standard/mood.ts';
import type { WaitThresholds } from './standard/waiting.ts';
import type { Finding, Moment, NotJudged, RuleId, Weight } from './standard/finding.ts';
import type { Channel, StandardInForce, StandardSettings } from './standard/settings.ts';
import type { Group, Permission, Person, Role } from './team/roles.ts';
import type { Topic } from './team/routing.ts';
import type { WidgetSettings } from './team/shop-settings.ts';
import type { WorkingHours } from './team/working-hours.ts';
import type { Cursor, PresenceState } from './wire.ts';

/** POST /auth/sign-in { account: "shop:login", password, code? }, 401 `second-step` where a code is asked for · GET /me */
export interface Me extends Person {
  account: string;
  shopName: string;
  lang: Lang;
  permissions: Permission[];
  hours: WorkingHours | 'always';
  /** How long a reply waits before it leaves and may be taken back; 0: not at all. */
  undoSeconds: number;
  /** Their own; null: as the shop has it. */
  ownUndoSeconds: number | null;
  shopUndoSeconds: number;
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
    /** The customer's own judgement, 1 to 5, and what they wrote with it. */
    stars: number | null;
    ratingWord: string | null;
  }[];
}

/**
 * What the shop keeps of the customer beside what they said: GET /conversations/:id/customer → CustomerSide
 * PUT …/customer/name { name } · POST …/customer/tags { add, remove } · PUT …/customer/fields/:fieldId { value }
 * POST …/customer/fields/:fieldId/unmask → { value }, logged · POST …/customer/consents { channel, state, how }
 * POST …/customer/notes { text } · DELETE …/customer/notes/:noteId
 */
export interface CustomerSide {
  customerId: string;
  name: string | null;
  /** As the shop signed for it; what the desk calls them may differ, and they don't see it. */
  signedName: string | null;
  erasedAt: number | null;
  /** Ids, those of archived tags among them. */
  tags: string[];
  /** In the shop's order, personal values masked. */
  fields: (CustomerField & { value: string | null })[];
  /** The newest first: of each channel the first one counts. */
  consents: Consent[];
  notes: CustomerNote[];
  /** Their last episodes in all conversations within reach, the newest first. */
  history: CustomerEpisode[];
  /** Others with the same phone; 0 also for whoever may not merge. */
  doubles: number;
}
/** GET /tags → Tag[] · POST /tags { name, colour } → 201 Tag · PUT /tags/:tagId { name, colour, archived } */
export interface Tag {
  tagId: string;
  name: string;
  colour: TagColour;
  archived: boolean;
  /** How many have it. */
  customers: number;
}
/**
 * GET /customer-fields → CustomerField[] · POST /customer-fields { name, kind, choices, personal } → 201 CustomerField
 * PUT /customer-fields/:fieldId { name, choices, archived } · PUT /customer-fields { order }
 */
export interface CustomerField {
  fieldId: string;
  name: string;
  kind: FieldKind;
  choices: string[];
  /** Sealed at rest, masked in answers. */
  personal: boolean;
  archived: boolean;
}
export interface Consent {
  consentId: string;
  channel: ConsentChannel;
  state: ConsentState;
  how: ConsentWay;
  at: number;
  byName: string;
}
export interface CustomerNote {
  noteId: string;
  text: string;
  authorId: string;
  authorName: string;
  at: number;
}
export interface CustomerEpisode {
  conversationId: string;
  channel: string;
  episodeId: string;
  number: number;
  firstSeq: number;
  openedAt: number;
  closedAt: number | null;
  points: number | null;
  stars: number | null;
}

/** GET /conversations/:id/customer/doubles → others with the same phone. */
export interface CustomerDouble {
  customerId: string;
  name: string | null;
  signedIn: boolean;
  since: number;
  phones: string[];
  conversations: number;
  /** The one that was touched last. */
  conversationId: string | null;
}

/**
 * GET /conversations/:id/customer/merge?other=&keep=this|other → MergePreview
 * POST /conversations/:id/customer/merge { other, keep, take, reason }: nothing of it can be undone.
 */
export interface MergePreview {
  kept: CustomerDouble;
  gone: CustomerDouble;
  /** Where the two differ: the kept one's value stays where `take` does not name it. */
  differences: MergeDifference[];
  /** What comes to the kept one, in numbers. */
  brings: { conversations: number; notes: number; tags: number; contacts: number };
  /** Channels that only one of the two has withdrawn: withdrawn stays withdrawn. */
  withdrawn: ConsentChannel[];
}
export interface MergeDifference {
  /** 'name', or the id of a field. */
  what: string;
  /** Of a field: what it is called. */
  label: string | null;
  kept: string | null;
  gone: string | null;
}

/** POST /conversations/:id/customer/erase { confirm, reason }: for good. */
export interface ErasureWish {
  confirm: string;
  reason: ErasureReason;
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

/** POST /search { q, by?, rule?, conversation?, from?, to?, scoreFrom?, scoreTo?, limit?, after? }: no word of it stands in an address. */
export interface SearchAnswer {
  /** Newest first. */
  hits: SearchHit[];
  /** By name, or by a whole phone or order number; on the first page only. */
  customers: CustomerHit[];
  /** For `after`; null: that was all. */
  next: string | null;
  /** Many hold the words and few are as asked for: it was looked back to here so far, epoch ms; null: the page is full, or that was all. */
  searchedTo: number | null;
}
export interface SearchHit {
  kind: 'message' | 'note';
  conversationId: string;
  customerName: string | null;
  /** A message's number, a note's staffSeq. */
  seq: number;
  /** The message it is, or that the note stands behind. */
  afterSeq: number;
  author: AuthorKind;
  noteKind: NoteKind | null;
  authorName: string | null;
  /** null: an import gave no time. */
  at: number | null;
  /** Of its episode; null: not scored. */
  points: number | null;
  rules: RuleId[];
  excerpt: Excerpt;
}
export interface CustomerHit {
  customerId: string;
  name: string | null;
  by: 'name' | 'phone' | 'order' | 'phone-tail';
  /** Where the words stand in the name. */
  places: Place[];
  /** The one that was touched last, of how many. */
  conversationId: string;
  conversations: number;
  at: number;
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

/** GET /people, for administrators → PeopleAnswer; PUT /people/:agentId PersonDetails; POST …/close · …/reopen · …/sign-out · …/second-step/remove */
export interface PeopleAnswer {
  people: PersonRow[];
  /** Open ones, and those that ran out. */
  invitations: InvitationRow[];
}
/** What an administrator decides about somebody. */
export interface PersonDetails {
  name: string;
  workNumber: string;
  role: Role;
  groups: Group[];
  capacity: number;
}
export interface PersonRow extends PersonDetails {
  agentId: string;
  login: string;
  presence: PresenceState | 'offline';
  open: number;
  /** When they were last seen in a session that still holds; null: not signed in anywhere. */
  lastSeenAt: number | null;
  secondStep: boolean;
  /** null: they are here. */
  leftAt: number | null;
}
export interface InvitationRow extends PersonDetails {
  invitationId: string;
  login: string;
  invitedBy: string;
  createdAt: number;
  expiresAt: number;
}
/** GET /people/:agentId/changes */
export interface TeamChange {
  at: number;
  /** Whose doing; null: the set-up of the shop. */
  by: string | null;
  kind: TeamChangeKind;
  /** edited: before and after of what decides what somebody may do. */
  data: Partial<Record<'role' | 'groups' | 'capacity', [before: unknown, after: unknown]>>;
}
export type TeamChangeKind =
  | 'shop-set-up'
  | 'invited'
  | 'invitation-renewed'
  | 'invitation-withdrawn'
  | 'joined'
  | 'edited'
  | 'closed'
  | 'reopened'
  | 'signed-out'
  | 'reset-sent'
  | 'password-reset'
  | 'password-changed'
  | 'second-step-on'
  | 'second-step-off'
  | 'hours-changed';

/** POST /people/invitations { login, …PersonDetails } · …/:invitationId/renew · /people/:agentId/reset-link: told once, then only its hash is known. */
export interface LinkAnswer {
  token: string;
  expiresAt: number;
}
/** POST /auth/invitations/open { token } · /auth/resets/open { token }: for whom a link is. */
export interface OpenedLink {
  shop: string;
  shopName: string;
  login: string;
  name: string;
  workNumber: string;
  expiresAt: number;
}
/** POST /auth/invitations/accept · /auth/resets/use { token, password } · /auth/set-up/use SetUp → the account to sign in with. */
export interface AccountAnswer {
  account: string;
}
export interface SetUp {
  token: string;
  shopName: string;
  slug: string;
  name: string;
  login: string;
  password: string;
  lang: Lang;
}

/** GET /me/security · POST /me/password { currentPassword, password } */
export interface SecurityAnswer {
  /** Since when the second step is asked for; null: it is not. */
  secondStepSince: number | null;
  recoveryCodesLeft: number;
}
/** POST /me/second-step { currentPassword } → SecondStepKey; …/confirm { code } → { recoveryCodes }, told once; …/remove { currentPassword } */
export interface SecondStepKey {
  /** For typing by hand: base32. */
  key: string;
  /** For the authenticator: `otpauth://…` */
  uri: string;
}

/** GET · PUT /hours { hours, basedOn } → HoursAnswer; 409 `hours-changed` where somebody saved others meanwhile. */
export interface HoursAnswer {
  hours: WorkingHours | 'always';
  version: number;
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
  shop: { name: string; greeting: WidgetSettings['greeting']; topics: Topic[] };
}

/** GET /widget/v1/looks/:shop → PublicLook, before anybody opens it. */

/** POST /widget/v1/ratings { episode, stars, word? } → OwnRating · GET /widget/v1/transcript?lang= → plain text */

/** GET /widget-settings · PUT /widget-settings { ...settings, revision } → WidgetSettingsAnswer */
export interface WidgetSettingsAnswer {
  shop: { slug: string; name: string };
  settings: Required<WidgetSettings>;
  /** Of the settings: a save is refused where they are others by then. */
  revision: string;
  keys: WidgetKey[];
}
export interface WidgetKey {
  keyId: string;
  createdAt: number;
  /** null: with the shop's set-up. */
  createdBy: string | null;
  revokedAt: number | null;
  revokedBy: string | null;
}
/** POST /widget-keys { keyId } → 201: the secret, shown this once · DELETE /widget-keys/:keyId */
export interface NewWidgetKey {
  keyId: string;
  secret: string;
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
