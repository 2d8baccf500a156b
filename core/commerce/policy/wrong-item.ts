/** Something else arrived: the packing list, the agreed changes and the SKU decide before anybody does. */
import { agreedChange } from './agreed-change.ts';
import { type Claim, lineOf } from './claim.ts';
import { allowed, type Proposal, refused, type Ruling } from './decision.ts';
import { areBack, takeBack } from './goods-back.ts';
import { lacks } from './missing-item.ts';
import { noReason } from './no-reason.ts';
import { isUnknown, packingOf } from './packing-list.ts';
import { paidFor } from './paid.ts';
import type { Policy } from './policy.ts';
import { hasAny, hasSame } from './stock.ts';
import { fen, why } from './why.ts';

export function wrongItem(claim: Claim, policy: Policy): Ruling {
  const { sku } = lineOf(claim);
  const { lacking, instead } = packingOf(claim);
  if (instead === 'agreed') return agreedChange(claim, policy);
  if (lacking === 0) {
    const ruling = noReason(claim, policy);
    return { ...ruling, why: [why('sent-as-ordered', { sku }), ...ruling.why] };
  }
  return instead === 'nothing' && !isUnknown(claim) ? lacks(claim, lacking) : sentWrong(claim, policy);
}

function sentWrong(claim: Claim, policy: Policy): Ruling {
  const line = lineOf(claim);
  const paid = paidFor(line);
  const clause = why('wrong-item', { sku: line.sku, sent: sentInWords(claim) });
  const plans: Proposal[] = [];
  if (!areBack(claim) || claim.wish !== 'refund') {
    if (hasSame(claim)) plans.push({ kind: 'resend', amount: null });
    if (hasAny(claim)) plans.push({ kind: 'exchange', amount: null });
  }
  plans.push(takeBack(claim, paid));
  if (claim.wish === 'compensation') return refused([clause, why('wrong-item-no-money')], plans, 'shop');
  return allowed('shop', plans, [
    clause,
    why('amount-paid', { amount: fen(paid) }),
    why('payout', { days: policy.days.payout }),
  ]);
}

const sentInWords = ({ order }: Claim): string =>
  order.outbound.map(({ sku, quantity }) => `${sku} × ${quantity}`).join(', ') || '?';
