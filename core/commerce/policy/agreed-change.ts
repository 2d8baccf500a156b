/** The parcel holds what the customer agreed to when the ordered article was oversold, and does not please. */
import { type Claim, lineOf } from './claim.ts';
import { allowed, type Proposal, type Ruling } from './decision.ts';
import { areBack, takeBack } from './goods-back.ts';
import { capped, paidFor } from './paid.ts';
import type { Policy } from './policy.ts';
import { fen, why } from './why.ts';

export function agreedChange(claim: Claim, policy: Policy): Ruling {
  const paid = paidFor(lineOf(claim));
  const cap = policy.compensation.agreedChange;
  const keep = capped(cap, paid);
  const plans: Proposal[] = [];
  if (keep > 0 && !areBack(claim)) plans.push({ kind: 'keep-with-compensation', amount: keep, counts: keep });
  plans.push(takeBack(claim, paid));
  return allowed('shop', plans, [
    why('agreed-change', { percent: cap.percent, most: fen(keep) }),
    why('amount-paid', { amount: fen(paid) }),
    why('payout', { days: policy.days.payout }),
  ]);
}
