import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/** Two better sentences for a draft that broke a rule. */
export function suggest(draft: { text: string }, findings: Finding[], facts: Facts, now: number): string[] {
  void [draft, findings, facts, now];
  return [];
}
