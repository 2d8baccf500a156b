/** A defect after the days in which it could simply go back, while the product's guarantee runs. */
import { askedAt, type Claim, lineOf } from './claim.ts';
import { allowed, type Proposal, refused, type Ruling } from './decision.ts';
import { takeBack } from './goods-back.ts';
import { noReason } from './no-reason.ts';
import { paidFor } from './paid.ts';
import type { Policy } from './policy.ts';
import { hasAny } from './stock.ts';
import { endOfDay, fen, why } from './why.ts';
import { endOfWindow } from './window.ts';

export function guarantee(claim: Claim, policy: Policy): Ruling {
  const line = lineOf(claim);
  const until = endOfWindow(claim.zone, claim.order.receivedAt, line.guaranteeDays);
  if (askedAt(claim) > until) {
    const ruling = noReason(claim, policy);
    return { ...ruling, why: [why('guarantee-over', { until: endOfDay(until) }), ...ruling.why] };
  }
  const runs = why('guarantee', { days: line.guaranteeDays, until: endOfDay(until) });
  const amount = paidFor(line);
  const remedies: Proposal[] = [{ kind: 'repair', amount: null }];
  if (hasAny(claim)) remedies.push({ kind: 'exchange', amount: null });
  if (claim.wish === 'compensation') return refused([runs, why('guarantee-no-money')], remedies, 'shop');

  const repaired = claim.failedRepairs >= policy.failedRepairs;
  remedies.push(takeBack(claim, amount, repaired ? undefined : 'lead'));
  return allowed('shop', remedies, [
    runs,
    repaired
      ? why('repairs-failed', { times: claim.failedRepairs })
      : why('guarantee-return', { times: policy.failedRepairs }),
    why('amount-paid', { amount: fen(amount) }),
  ]);
}
