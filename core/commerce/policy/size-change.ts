/** Another size or colour of what was ordered. Once the customer has the goods it is an exchange; see `decide.ts`. */
import { type Claim, isUnderWay, lineOf } from './claim.ts';
import { beforeDispatch } from './before-dispatch.ts';
import { brokenSize } from './broken-size.ts';
import { allowed, type Proposal, refused, type Ruling } from './decision.ts';
import { hasOther, isKnownOut } from './stock.ts';
import { why } from './why.ts';

export function sizeChange(claim: Claim): Ruling {
  const swap: Proposal[] = hasOther(claim) ? [{ kind: 'exchange', amount: null }] : [];
  if (isUnderWay(claim)) return refused([why('size-under-way', { title: lineOf(claim).title })], swap);
  return isKnownOut(claim) ? noSuchSize(claim) : allowed(null, swap, [why('change-before-dispatch')]);
}

/** An exchange before anything left is the same change, and needs the size to be there. */
export function exchangeBeforeDispatch(claim: Claim): Ruling {
  const swap: Proposal = { kind: 'exchange', amount: null };
  return hasOther(claim) ? allowed(null, [swap], [why('change-before-dispatch')]) : noSuchSize(claim);
}

function noSuchSize(claim: Claim): Ruling {
  return brokenSize(claim, claim.order.status === 'paid' ? beforeDispatch(claim).plans : [], null);
}
