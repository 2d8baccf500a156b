import type { PlanKind } from './kinds.ts';

/** How one kind of plan is named in one language, and what looks like it but is not. */
export interface PlanWords {
  kind: PlanKind;
  named: RegExp;
  /** What it takes besides. */
  also?: RegExp;
  unlike?: RegExp;
}

export function fits({ named, also, unlike }: PlanWords, text: string): boolean {
  return named.test(text) && (also?.test(text) ?? true) && !unlike?.test(text);
}
