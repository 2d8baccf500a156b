/** Sold and not there, found before dispatch: swap, refund or wait, as the customer chooses. */
import { type Claim, lineOf } from './claim.ts';
import { allowed, type Proposal, type Ruling } from './decision.ts';
import { allRefunded, capped, paidFor, priceOf } from './paid.ts';
import type { Policy } from './policy.ts';
import { hasOther } from './stock.ts';
import { fen, type Why, why } from './why.ts';

export function shortage(claim: Claim, policy: Policy): Ruling {
  const line = lineOf(claim);
  const cap = policy.compensation.shortage;
  // Asked for after the refund, it still is a share of what was paid before.
  const apart = capped(cap, allRefunded(line) ? priceOf(line) : paidFor(line));
  const whys: Why[] = [
    why('shortage', { title: line.title }),
    why('shortage-compensation', { percent: cap.percent, most: fen(cap.most ?? apart), amount: fen(apart) }),
  ];
  const refund: Proposal[] = allRefunded(line) ? [] : [{ kind: 'refund', amount: paidFor(line), apart }];
  if (claim.wish === 'compensation') {
    const plans: Proposal[] = [{ kind: 'compensation', amount: apart, counts: apart }, ...refund];
    return { ...allowed(null, plans, whys), ordered: true };
  }
  const plans: Proposal[] = [...refund, { kind: 'wait', amount: null }];
  if (hasOther(claim)) plans.unshift({ kind: 'exchange', amount: null });
  return allowed(null, plans, whys);
}
