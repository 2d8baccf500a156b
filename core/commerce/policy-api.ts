/**
 * The after-sale policy over the wire.
 * GET /policy → PolicyAnswer · GET /policy/versions/:version → { version, policy }
 * POST /policy { policy, basedOn, note } → 201 { version }; 409 `policy-changed` where another version came first
 * POST /orders/:id/policy AskPolicy → PolicyDecision: what may be offered; nothing is stored
 */
import type { Lang } from '../standard/facts.ts';
import type { Answers } from './policy/claim-of-order.ts';
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
