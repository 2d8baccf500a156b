/** The desk’s API: settings of the standard, previews, verdicts, cases, the bench. */
import type { Lang } from '../standard/facts.ts';
import type { Finding, Moment, NotJudged, RuleId, Weight } from '../standard/finding.ts';
import type { Channel, StandardSettings } from '../standard/settings.ts';

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
