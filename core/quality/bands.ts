/** What the quality figures count by. Pure, the same for server and page. */
import type { RuleId, Weight } from '../standard/finding.ts';
import type { Verdict } from '../events.ts';

/** From the best down. An episode with a veto is in no other band, whatever its points. */
export const bands = ['full', '90-99', '80-89', '60-79', '0-59', 'veto'] as const;
export type Band = (typeof bands)[number];

export function bandOf(points: number, veto: boolean): Band {
  if (veto) return 'veto';
  if (points >= 100) return 'full';
  if (points >= 90) return '90-99';
  if (points >= 80) return '80-89';
  return points >= 60 ? '60-79' : '0-59';
}

/** `fault`: what the agent should not have done. `alert`: what called for a person. `merit`: what was done well. */
export const findingKinds = ['fault', 'alert', 'merit'] as const;
export type FindingKind = (typeof findingKinds)[number];

export function kindOf({ rule, weight }: { rule: RuleId; weight: Weight }): FindingKind {
  if (rule.startsWith('merit.')) return 'merit';
  return weight === 'alert' ? 'alert' : 'fault';
}

/** What people have said of a finding so far. `open`: nothing, or only the agent's own reason. */
export const sayings = ['open', 'contested', 'right', 'wrong', 'risk-taken'] as const;
export type Said = (typeof sayings)[number];
/** Those that count against the agent. */
export const standing: readonly Said[] = ['open', 'contested', 'right'];

export function saidOf({ verdict, contested }: { verdict: Verdict | null; contested: boolean }): Said {
  if (verdict !== null && verdict !== 'own-reason') return verdict;
  return contested ? 'contested' : 'open';
}

/** Why an episode should be reviewed, the most pressing first. */
export const reviewReasons = ['contested', 'veto', 'low', 'drawn'] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** Of each hundred episodes so many are drawn for review, whatever their score. */
export const drawnPercent = 5;
