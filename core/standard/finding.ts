import type { Because } from './because.ts';

export type RuleFamily =
  | 'attitude'
  | 'emotion'
  | 'complaint'
  | 'repetition'
  | 'substance'
  | 'timing'
  | 'redline'
  | 'phone'
  | 'merit';

/** Stable name of a rule, as the standard lists it: `attitude.rhetorical`. */
export type RuleId = `${RuleFamily}.${string}`;

export type Weight = 'block' | 'warn' | 'note' | 'alert';

const gravity: Record<Weight, number> = { alert: 0, note: 1, warn: 2, block: 3 };

/** The one that asks less of the agent. */
export const lighterOf = (one: Weight, another: Weight): Weight =>
  gravity[another] < gravity[one] ? another : one;

export type Moment = 'send' | 'live' | 'after' | 'act';

/** Something that a rule saw, and the words it saw it in. */
export interface Finding {
  rule: RuleId;
  weight: Weight;
  moment: Moment;
  /** Index into the turns; a draft stands at `turns.length`. */
  turn: number;
  /** UTF-16 offsets into the original text of that turn: `evidence === text.slice(start, end)`. */
  start: number;
  end: number;
  evidence: string;
  /** The fact that it goes against, where there is one. */
  because?: Because;
  /** Shown while the agent writes, never blocks; the finding itself stands when the answer is complete. */
  hint?: true;
  /** The red-line rule broke while judging: the message waits for a person. */
  failed?: true;
}

/** A rule that threw. It fails alone; the others have judged. */
export interface FailedRule {
  rule: RuleId;
  moment: Moment;
  error: unknown;
}

export type NotJudgedReason = 'no-times' | 'no-phone-data' | 'rule-failed';

export interface NotJudged {
  rule: RuleId;
  why: NotJudgedReason;
}

/** What came out of a whole conversation. */
export interface Review {
  findings: Finding[];
  notJudged: NotJudged[];
}
