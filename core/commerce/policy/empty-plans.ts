/** No plan offers to pay nothing, and no clause says so: it would read as a mistake, and be one. */
import { type Claim, lineOf } from './claim.ts';
import { type Proposal, refused, type Ruling } from './decision.ts';
import { allRefunded } from './paid.ts';
import { type Clause, type Why, why } from './why.ts';

/** Goods that cost nothing may come back as they are; what was refunded in full is not asked for again. */
export function withoutEmpty(ruling: Ruling, claim: Claim): Ruling {
  if (ruling.plans.every(({ amount }) => amount !== 0)) return ruling;
  const isRefunded = allRefunded(lineOf(claim));
  const plans = ruling.plans.flatMap((plan): Proposal[] => {
    if (plan.amount !== 0) return [plan];
    return plan.kind === 'return' && !isRefunded ? [{ ...plan, amount: null }] : [];
  });
  const nothing = why(isRefunded ? 'all-refunded' : 'cost-nothing');
  if (ruling.outcome === 'allowed' && plans.length === 0) return refused([nothing]);
  return { ...ruling, plans, why: [...ruling.why.filter((one) => !isOfNothing(one)), nothing] };
}

/** How much of nothing is paid, and when. */
const isOfNothing = ({ clause, values: { amount } }: Why): boolean =>
  clause === 'payout' ||
  (ofMoney.includes(clause) && typeof amount === 'object' && 'fen' in amount && amount.fen === 0);
const ofMoney: readonly Clause[] = ['amount-paid', 'shortage-compensation'];
