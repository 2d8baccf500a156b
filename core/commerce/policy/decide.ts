/**
 * The policy of a shop: for a claim on an order, what is allowed, who must agree, who pays the freight, what goes back
 * to the customer, which plans to offer, and why. Every clause is a file beside this one.
 */
import { addressChange } from './address-change.ts';
import { beforeDispatch } from './before-dispatch.ts';
import { type Claim, lineOf } from './claim.ts';
import { closeOrder } from './close-order.ts';
import type { Decision, Plan, PlanKind, Proposal, Ruling } from './decision.ts';
import { refused } from './decision.ts';
import { defect } from './defect.ts';
import { areBack } from './goods-back.ts';
import { withoutEmpty } from './empty-plans.ts';
import { harm } from './harm.ts';
import { lateDelivery } from './late-delivery.ts';
import { approvalOf, needsOf } from './limits.ts';
import { missingItem } from './missing-item.ts';
import { noReason } from './no-reason.ts';
import { differentInKind, inOrder } from './offers.ts';
import { packingOf } from './packing-list.ts';
import { allRefunded } from './paid.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import { priceDifference } from './price-difference.ts';
import { shortage } from './shortage.ts';
import { exchangeBeforeDispatch, sizeChange } from './size-change.ts';
import { why } from './why.ts';
import { wrongItem } from './wrong-item.ts';

export function decide(claim: Claim, policy: Policy = defaultPolicy): Decision {
  const ruling = withoutEmpty(rulingOn(claim, policy), claim);
  const proposals = inOrder(ruling, claim.wish);
  const plans = differentInKind(proposals.map((proposal) => planOf(proposal, ruling, claim, policy)));
  if (ruling.outcome === 'refused' || proposals.length === 0) {
    const { outcome, freight } = ruling;
    return { outcome, approval: null, secondSignature: null, freight, amount: null, plans, why: ruling.why };
  }
  const { approval, secondSignature, why: limits } = approvalOf(proposals[0]!, claim.actor, policy);
  return {
    outcome: approval === null ? 'allowed' : 'approval',
    approval,
    secondSignature,
    freight: ruling.freight,
    amount: plans[0]!.amount,
    plans,
    why: [...ruling.why, ...limits],
  };
}

function rulingOn(claim: Claim, policy: Policy): Ruling {
  switch (claim.wish) {
    case 'price-difference':
      return priceDifference(claim, policy);
    case 'address-change':
      return addressChange(claim);
    case 'size-change':
      return claim.order.status === 'received'
        ? remedy({ ...claim, wish: 'exchange' }, policy)
        : sizeChange(claim);
    case 'close':
      return closeOrder(claim, policy);
    default:
      return remedy(claim, policy);
  }
}

/** Return, exchange, refund and compensation: the ground decides, once the goods have left. */
function remedy(claim: Claim, policy: Policy): Ruling {
  const { reason, order, wish } = claim;
  if (reason === 'harm' || reason === 'false-claim') return harm(claim);
  if (order.status === 'unpaid') {
    return wish === 'exchange' ? exchangeBeforeDispatch(claim) : refused([why('nothing-paid')]);
  }
  if (order.status === 'paid' && reason === 'oversell') return shortage(claim, policy);
  if (allRefunded(lineOf(claim))) return refused([why('all-refunded')]);
  if (order.status === 'paid') return undispatched(claim, policy);
  return dispatched(claim, policy);
}

function undispatched(claim: Claim, policy: Policy): Ruling {
  switch (claim.wish) {
    case 'exchange':
      return exchangeBeforeDispatch(claim);
    case 'compensation':
      return claim.reason === 'late' ? lateDelivery(claim, policy) : noReason(claim, policy);
    default:
      return beforeDispatch(claim);
  }
}

function dispatched(claim: Claim, policy: Policy): Ruling {
  switch (claim.reason) {
    case 'defect':
      return defect(claim, policy);
    case 'wrong-item':
      return wrongItem(claim, policy);
    case 'missing-item':
      return missingItem(claim, policy);
    case 'oversell':
      // What left tells what became of it.
      return packingOf(claim).instead === 'nothing' && packingOf(claim).lacking > 0
        ? missingItem(claim, policy)
        : wrongItem(claim, policy);
    case 'late':
      return lateDelivery(claim, policy);
    default:
      return noReason(claim, policy);
  }
}

/** What the actor's role can't give without another is asked for as a special approval. */
function planOf(proposal: Proposal, { freight }: Ruling, claim: Claim, policy: Policy): Plan {
  const { kind, amount, apart = 0 } = proposal;
  const { approval, secondSignature } = approvalOf(proposal, claim.actor, policy);
  return {
    kind: needsOf(proposal, claim.actor) ? 'special-approval' : kind,
    of: kind,
    amount,
    apart,
    cost: (amount ?? 0) + apart,
    freight: travels(kind, claim) ? freight : null,
    approval,
    secondSignature,
  };
}

const travels = (kind: PlanKind, claim: Claim): boolean =>
  travelling.includes(kind) || (kind === 'refund' && areBack(claim));
const travelling: readonly PlanKind[] = ['return', 'exchange', 'resend', 'repair'];
