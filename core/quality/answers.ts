/** Shapes of the quality page's answers under `/api/v1/quality`. Days are `2026-11-11`, by the shop's zone. */
import type { RuleId } from '../standard/finding.ts';
import type { Group } from '../team/roles.ts';
import type { Band, FindingKind, ReviewReason, Said } from './bands.ts';

/** GET /quality?from=&to=&group=&agent= */
export interface QualityAnswer {
  from: string;
  to: string;
  zone: string;
  /** Everything is being counted anew: the figures still grow. */
  counting: boolean;
  total: QualityFigures;
  days: ({ day: string } & QualityFigures)[];
  groups: ({ group: Group } & QualityFigures)[];
  /** agentId null: nobody had it, as in an import without names. */
  agents: ({ agentId: string | null; name: string | null } & QualityFigures)[];
  bands: { band: Band; episodes: number }[];
  rules: QualityRule[];
}

export interface QualityFigures {
  /** Scored episodes, on the day they were closed. */
  episodes: number;
  /** The sum of their points. */
  points: number;
  vetoes: number;
  /** Faults that stand: neither rejected in review nor on a supervisor's own risk. */
  findings: number;
  contested: number;
}

export interface QualityRule {
  rule: RuleId;
  kind: FindingKind;
  said: Record<Said, number>;
}

/** What a list is narrowed to. With `kind` it lists findings, without it episodes. */
export interface QualityFilter {
  from?: string;
  to?: string;
  group?: Group;
  /** An agent's id, or `none`. */
  agent?: string;
  band?: Band;
  kind?: FindingKind;
  rule?: string;
  /** `standing`: those that count against the agent. */
  said?: Said | 'standing';
  sort?: 'time' | 'score';
}

/** GET /quality/episodes?…filter&limit=&after= ; GET /quality/episodes.csv?…filter */
export interface QualityList {
  rows: QualityRow[];
  /** How many there are in all. */
  total: number;
  next: string | null;
}

export interface QualityRow {
  episodeId: string;
  conversationId: string;
  number: number;
  customerName: string | null;
  closedAt: number;
  agentId: string | null;
  agentName: string | null;
  group: Group;
  points: number;
  veto: 'pending' | 'confirmed' | null;
  reviewed: boolean;
  /** Rules of its standing faults, each once. */
  rules: RuleId[];
  /** Where a list of findings points. */
  finding: { findingId: string; rule: RuleId; said: Said } | null;
  /** The message to open it at: of the finding, else the first. */
  messageSeq: number;
}

/** GET /quality/review?reason= → what a reviewer should read next, for all reasons or for one. POST /episodes/:episodeId/review marks one as read. */
export interface ReviewAnswer {
  rows: ReviewRow[];
  /** How many of each reason there are in all. */
  counts: Record<ReviewReason, number>;
}

export interface ReviewRow extends QualityRow {
  reasons: ReviewReason[];
  contests: { findingId: string; rule: RuleId; messageSeq: number; by: string | null; reason: string }[];
}
