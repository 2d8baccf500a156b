import { onceForView } from '../once.ts';
import type { TextView } from '../text.ts';
import type { Clause } from './clauses.ts';
import { englishPlans, plannedInEnglish } from './plans.en.ts';
import { plannedInChinese, chinesePlans } from './plans.zh.ts';
import type { PlanKind } from './kinds.ts';
import { fits } from './plan-words.ts';

export interface Plan {
  kind: PlanKind;
  clause: Clause;
  /** Put to the customer, rather than told of. */
  isOffer: boolean;
}

const latin = /[a-z]{2}/;
const han = /[\u3400-\u9fff]/;

const offering =
  /(?:给|帮|为|替)(?:您|你)|(?:退|补偿?|赔偿?|送|换|寄|发|减|便宜)(?:您|你)|(?:可以|行|好)(?:吗|么|不)|好不好|行不行|可不可以|怎么样|如何|要不|要么|还是|建议|不妨|考虑|试试|(?:再|先)[^,]{0,3}等|吧|我们?(?:这边)?(?:可以|能|来|出|安排)|咱|\b(?:i|we)(?:'ll| will| can| could|'d| would)\b|\b(?:how about|would you|let me|let's|shall|could you|can you|please|what about|or)\b/;

/** Told of as done already. */
const done =
  /已(?:经)?(?:给|帮|为|替)?(?:您|你)?[^,]{0,4}(?:安排|申请|办|登记|提交|退|换|补|寄|发)[^,]{0,2}[了过]/;

/** Whether a message may hold a plan of the kind. */
export function mayPlan(view: TextView, kind: PlanKind): boolean {
  for (const words of allPlans)
    if (isOrBecomes(words.kind, kind) && words.named.mayStandIn(view.text)) return true;
  return false;
}

/** Money back is a compensation where the goods stay. */
const isOrBecomes = (named: PlanKind, kind: PlanKind) =>
  named === kind || (named === 'refund' && kind === 'compensation');

/** A message names no more plans than this, and perhaps fewer. */
export function mostPlansIn(view: TextView): number {
  let most = 0;
  // Money back may be two kinds.
  for (const { kind, named } of allPlans) if (named.mayStandIn(view.text)) most += kind === 'refund' ? 2 : 1;
  return most;
}

const allPlans = [...chinesePlans, ...englishPlans];

/** The plans that are offered or announced, each kind once, where it is first named. */
export function plansIn(clauses: readonly Clause[]): Plan[] {
  const plans: Plan[] = [];
  for (const clause of clauses) {
    const kinds = new Set<PlanKind>();
    if (han.test(clause.text)) for (const kind of plannedInChinese(clause)) kinds.add(kind);
    else if (latin.test(clause.text)) for (const kind of plannedInEnglish(clause)) kinds.add(kind);
    if (kinds.size === 0) continue;
    const isOffer = offering.test(clause.context) && !done.test(clause.text);
    for (const kind of kinds)
      if (!plans.some((plan) => plan.kind === kind)) plans.push({ kind, clause, isOffer });
  }
  return plans;
}

/** Which kinds of plan a text names at all, whoever wants or refuses them. */
export const plansNamed = onceForView((view): ReadonlySet<PlanKind> => {
  const named = new Set<PlanKind>();
  const text = view.text.slice(0, longest);
  for (const words of han.test(text) ? chinesePlans : englishPlans)
    if (fits(words, text)) named.add(words.kind);
  return named;
});

const longest = 500;
