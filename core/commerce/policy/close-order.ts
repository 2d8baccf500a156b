/** Closing an order: only what has not left, and only at the customer's recorded request. */
import { type Claim, isDispatched } from './claim.ts';
import { allowed, refused, type Ruling } from './decision.ts';
import { paidForOrder } from './paid.ts';
import type { Policy } from './policy.ts';
import { returnWithoutReason } from './return-without-reason.ts';
import { shortage } from './shortage.ts';
import { fen, why } from './why.ts';

export function closeOrder(claim: Claim, policy: Policy): Ruling {
  const { order } = claim;
  if (isDispatched(claim)) {
    const back = returnWithoutReason({ ...claim, wish: 'return' }, policy).plans;
    const plans = back.filter(({ kind }) => kind === 'return' || kind === 'intercept');
    return refused([why('close-dispatched')], plans);
  }
  if (!order.customerRequestedClose) {
    const short = claim.reason === 'oversell' && order.status === 'paid';
    return refused([why('close-unasked')], short ? shortage(claim, policy).plans : []);
  }
  if (order.status === 'unpaid') return allowed(null, [], [why('close-unpaid')]);
  const amount = paidForOrder(order);
  if (amount === 0) return allowed(null, [], [why('close'), why('close-no-refund')]);
  return allowed(
    null,
    [{ kind: 'refund', amount }],
    [why('close'), why('amount-paid', { amount: fen(amount) })],
  );
}
