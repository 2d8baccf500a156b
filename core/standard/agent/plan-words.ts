import { Sought } from '../sieve.ts';
import type { PlanKind } from './kinds.ts';

/** How one kind of plan is named in one language, and what looks like it but is not. */
export interface PlanWords<Pattern = Sought> {
  kind: PlanKind;
  named: Pattern;
  /** What it takes besides. */
  also?: RegExp;
  unlike?: RegExp;
}

export const planWords = (all: readonly PlanWords<RegExp>[]): readonly PlanWords[] =>
  all.map(({ named, ...rest }) => ({ ...rest, named: new Sought(named) }));

/** `whole`: what the text is a part of. */
export function fits({ named, also, unlike }: PlanWords, text: string, whole = text): boolean {
  return named.standsIn(text, whole) && (also?.test(text) ?? true) && !unlike?.test(text);
}
