/** The plans in the order to offer. */
import type { Wish } from './claim.ts';
import type { Plan, PlanKind, Proposal, Ruling } from './decision.ts';

const most = 3;

/** By which plans a wish is met, the nearest first. */
const meets: Record<Wish, PlanKind[]> = {
  return: ['return', 'refund'],
  refund: ['refund', 'return'],
  exchange: ['exchange', 'resend'],
  'price-difference': ['price-difference'],
  'address-change': ['intercept'],
  'size-change': ['exchange'],
  close: ['refund'],
  compensation: ['compensation', 'keep-with-compensation'],
};

/** What the customer wishes comes first where the clause gives it. */
export function inOrder({ plans, outcome, ordered }: Ruling, wish: Wish): Proposal[] {
  if (ordered || outcome === 'refused') return plans.slice(0, most);
  const first = meets[wish].flatMap((kind) => plans.filter((plan) => plan.kind === kind)).slice(0, 1);
  return [...first, ...plans.filter((plan) => !first.includes(plan))].slice(0, most);
}

/** One of a kind: two ways that both need a special approval are one plan, the first. */
export function differentInKind(plans: Plan[]): Plan[] {
  return plans.filter(({ kind }, index) => plans.findIndex((plan) => plan.kind === kind) === index);
}
