/** The same article became cheaper soon after it was paid for. */
import { askedAt, type Claim, lineOf } from './claim.ts';
import { allowed, refused, type Ruling } from './decision.ts';
import { paidPerUnit } from './paid.ts';
import type { Policy } from './policy.ts';
import { at, endOfDay, fen, type Why, why } from './why.ts';
import { endOfWindow } from './window.ts';

export function priceDifference(claim: Claim, policy: Policy): Ruling {
  const { order, lowerPrice } = claim;
  const line = lineOf(claim);
  if (order.status === 'unpaid') return refused([why('nothing-paid')]);
  if (claim.priceDifferencePaid) return refused([why('difference-once')]);
  const until = endOfWindow(claim.zone, order.paidAt, policy.days.price);
  const guaranteed = order.priceGuaranteeUntil;
  const window = windowClause(claim, policy, until);
  if (askedAt(claim) > Math.max(until, guaranteed ?? -Infinity)) {
    return refused([why('difference-too-late'), ...window]);
  }
  if (lowerPrice === null) return refused([why('no-lower-price')]);
  const paid = paidPerUnit(line);
  const prices = { paid: fen(paid), lower: fen(lowerPrice), units: line.quantity };
  const amount = (paid - lowerPrice) * line.quantity;
  if (amount <= 0) return refused([why('not-cheaper', prices)]);
  return allowed(
    null,
    [{ kind: 'price-difference', amount, counts: amount }],
    [why('difference', { ...prices, amount: fen(amount) }), ...window],
  );
}

/** By which date the difference is paid, where the payment's time is known. */
function windowClause({ order }: Claim, policy: Policy, until: number): Why[] {
  const { paidAt, priceGuaranteeUntil } = order;
  if (priceGuaranteeUntil !== null && priceGuaranteeUntil > until) {
    return [why('price-guarantee', { until: at(priceGuaranteeUntil) })];
  }
  if (paidAt === null) return [];
  return [why('price-days', { paid: at(paidAt), days: policy.days.price, until: endOfDay(until) })];
}
