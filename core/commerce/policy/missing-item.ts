/** Something was not in the parcel. */
import { agreedChange } from './agreed-change.ts';
import { type Claim, lineOf } from './claim.ts';
import { allowed, type Proposal, refused, type Ruling } from './decision.ts';
import { noReason } from './no-reason.ts';
import { packingOf } from './packing-list.ts';
import { paidForUnits } from './paid.ts';
import type { Policy } from './policy.ts';
import { hasSame } from './stock.ts';
import { fen, why } from './why.ts';

export function missingItem(claim: Claim, policy: Policy): Ruling {
  const { lacking, instead } = packingOf(claim);
  if (instead === 'agreed') return agreedChange(claim, policy);
  if (lacking === 0) {
    const clause = why('nothing-missing', { sku: lineOf(claim).sku });
    if (claim.wish !== 'return' && claim.wish !== 'exchange') return refused([clause]);
    const ruling = noReason(claim, policy);
    return { ...ruling, why: [clause, ...ruling.why] };
  }
  return lacks(claim, lacking);
}

/** Sent after where it is in stock; else its money goes back, without goods coming back. */
export function lacks(claim: Claim, units: number): Ruling {
  const line = lineOf(claim);
  const amount = paidForUnits(line, units);
  const clause = why('missing-item', { sku: line.sku, units, amount: fen(amount) });
  const plans: Proposal[] = [{ kind: 'refund', amount, counts: amount }];
  if (hasSame(claim)) plans.unshift({ kind: 'resend', amount: null });
  if (claim.wish === 'compensation') return refused([clause, why('missing-no-money')], plans, 'shop');
  return { ...allowed('shop', plans, [clause]), ordered: true };
}
