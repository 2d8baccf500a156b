/**
 * The after-sale policy over the wire.
 * GET /policy → PolicyAnswer · GET /policy/versions/:version → { version, policy }
 * POST /policy { policy, basedOn, note } → 201 { version }; 409 `policy-changed` where another version came first
 * POST /policy/preview { policy, lastN } → PolicyPreview: what would come out otherwise on the last orders; nothing is stored
 * POST /orders/:id/policy AskPolicy → PolicyDecision: what may be offered; nothing is stored
 */
import type { Lang } from '../standard/facts.ts';
import type { Answers } from './policy/claim-of-order.ts';
import type { OrderView } from './order-api.ts';
import type { OrderStatus, Reason, Wish } from './policy/claim.ts';
import type { Decision, Plan } from './policy/decision.ts';
import type { Policy } from './policy/policy.ts';
import type { Question } from './policy/questions.ts';

export interface AskPolicy {
  /** Which line of the order, from 0. */
  line: number;
  wish: Wish;
  reason: Reason;
  /** When the customer asked; null: now. What was asked for in time stays in time. */
  askedAt: number | null;
  answers: Answers;
}

export type Said = Readonly<Record<Lang, string>>;

export interface PolicyDecision extends Omit<Decision, 'plans' | 'why'> {
  /** Of the shop's policy, which decided. */
  version: number;
  status: OrderStatus;
  /** `says`: as it may be put to the customer. */
  plans: (Plan & { says: Said })[];
  why: Said[];
  /** Where the wish is refused: as it may be told to the customer. */
  refusal: Said | null;
  /** What the shop's tables do not say; each has an answer that holds until somebody gives another. */
  questions: Question[];
  doubts: Doubt[];
  currency: string;
}

/** What makes the answer less sure than it looks, and is no question to the customer. */
export const doubts = [
  'closed',
  'returning',
  'no-state',
  'no-packing-list',
  'no-product',
  'currency',
] as const;
export type Doubt = (typeof doubts)[number];

export interface PolicyVersionLine {
  version: number;
  by: { agentId: string; name: string };
  at: number;
  note: string;
}

export interface PolicyAnswer {
  /** 0: the one that the product brings. */
  version: number;
  policy: Policy;
  /** Newest first. */
  history: PolicyVersionLine[];
}

/** The last orders, each line asked about each wish on each day after it came, by the policy in force and by the other. */
export interface PolicyPreview {
  /** The version compared with. */
  version: number;
  orders: number;
  lines: number;
  /** From the day of receipt on, so many days. */
  days: number;
  wishes: WishPreview[];
}

export interface WishPreview {
  wish: Wish;
  reason: Reason;
  /** Lines times days. */
  cases: number;
  changed: number;
  /** Lines that are decided otherwise on one day at least. */
  changedLines: number;
  before: OutcomeCounts;
  after: OutcomeCounts;
  examples: PreviewCase[];
}

export interface OutcomeCounts {
  allowed: number;
  approval: number;
  refused: number;
  /** What the first plans would cost together, in fen. */
  costFen: number;
}

export interface PreviewCase {
  order: OrderView;
  line: number;
  /** Days after receipt, or after payment where it has not come. */
  day: number;
  before: CaseOutcome;
  after: CaseOutcome;
}

export interface CaseOutcome extends Pick<Decision, 'outcome' | 'approval' | 'secondSignature' | 'amount'> {
  plans: Plan['kind'][];
  why: Said[];
}
