/** What somebody is said to do in one clause, and whether it is the shop that undertakes it. */
import { Sought } from '../sieve.ts';

export type Action = 'reply' | 'callback' | 'refund' | 'resend' | 'ship' | 'check' | 'other';

export interface Deed {
  start: number;
  end: number;
  action: Action;
  /** Only moves things on ("handle", "arrange", "look into"): beside a deed of its own kind it adds nothing. */
  general: boolean;
  /** Undertaken by the shop, still to come. */
  promised: boolean;
}

export interface DeedPattern<Pattern = Sought> {
  action: Action;
  general?: true;
  /** Counts only where the clause names nothing else. */
  fallback?: true;
  pattern: Pattern;
}

export const deedPatterns = (all: readonly DeedPattern<RegExp>[]): readonly DeedPattern[] =>
  all.map((one) => ({ ...one, pattern: new Sought(one.pattern) }));

/** The deeds that a clause names, in order. Earlier patterns win where two overlap. `whole`: the text it is of. */
export function deedsIn(clause: string, whole: string, patterns: readonly DeedPattern[]): Deed[] {
  const deeds: Deed[] = [];
  for (const { action, general = false, fallback = false, pattern } of patterns) {
    if ((fallback && deeds.length > 0) || !pattern.mayStandIn(whole)) continue;
    for (const match of clause.matchAll(pattern.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (end === start || deeds.some((other) => start < other.end && other.start < end)) continue;
      deeds.push({ start, end, action, general, promised: true });
    }
  }
  return deeds.sort((a, b) => a.start - b.start);
}

/** Who does what follows in a clause. */
export type Doer = 'shop' | 'customer' | 'others';

export interface DoerPattern<Pattern = Sought> {
  doer: Doer;
  pattern: Pattern;
}

export const doerPatterns = (all: readonly DoerPattern<RegExp>[]): readonly DoerPattern[] =>
  all.map(({ doer, pattern }) => ({ doer, pattern: new Sought(pattern) }));

/** The last doer named before a place in the clause. */
export function doerBefore(
  clause: string,
  place: number,
  whole: string,
  patterns: readonly DoerPattern[],
): Doer | null {
  let doer: Doer | null = null;
  let last = -1;
  for (const { doer: named, pattern } of patterns) {
    if (!pattern.mayStandIn(whole)) continue;
    for (const match of clause.slice(0, place).matchAll(pattern.pattern)) {
      if (match.index < last) continue;
      last = match.index;
      doer = named;
    }
  }
  return doer;
}
