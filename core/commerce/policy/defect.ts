/** The goods are at fault: freight is the shop's both ways, and labels or wrapping do not matter. */
import { askedAt, type Claim, isUnderWay, lineOf } from './claim.ts';
import { allowed, type Proposal, refused, type Ruling } from './decision.ts';
import { areBack, takeBack } from './goods-back.ts';
import { guarantee } from './guarantee.ts';
import { noReason } from './no-reason.ts';
import { capped, paidFor } from './paid.ts';
import type { Policy } from './policy.ts';
import { hasAny } from './stock.ts';
import { at, endOfDay, fen, why } from './why.ts';
import { endOfWindow } from './window.ts';

export function defect(claim: Claim, policy: Policy): Ruling {
  const { receivedAt, outboundFreight } = claim.order;
  if (!isShown(claim, policy)) {
    const { freight, ...ruling } = noReason(claim, policy);
    return { ...ruling, freight, why: [why('defect-not-shown', { days: policy.days.doubt }), ...ruling.why] };
  }
  const until = endOfWindow(claim.zone, receivedAt, policy.days.defect);
  if (askedAt(claim) > until) return guarantee(claim, policy);

  const paid = paidFor(lineOf(claim));
  const keep = capped(policy.compensation.defect, paid);
  const plans: Proposal[] = [takeBack(claim, paid + outboundFreight)];
  if (hasAny(claim)) plans.push({ kind: 'exchange', amount: null });
  const mayKeep = keep > 0 && !areBack(claim) && (!isUnderWay(claim) || claim.condition.proof);
  if (mayKeep) plans.push({ kind: 'keep-with-compensation', amount: keep, counts: keep });
  if (claim.wish === 'compensation' && !mayKeep) {
    return refused([why(keep > 0 ? 'nothing-to-keep' : 'nothing-to-compensate')], plans, 'shop');
  }
  return allowed('shop', plans, [
    receivedAt === null
      ? why('not-received-yet')
      : why('defect', { days: policy.days.defect, received: at(receivedAt), until: endOfDay(until) }),
    why('defect-amount', { paid: fen(paid), freight: fen(outboundFreight) }),
    why('defect-keep', { percent: policy.compensation.defect.percent, most: fen(keep) }),
    why('payout', { days: policy.days.payout }),
  ]);
}

/** By a picture, a report, or found on return; within the first days doubt goes to the customer. */
function isShown(claim: Claim, policy: Policy): boolean {
  if (claim.condition.proof) return true;
  return askedAt(claim) <= endOfWindow(claim.zone, claim.order.receivedAt, policy.days.doubt);
}
