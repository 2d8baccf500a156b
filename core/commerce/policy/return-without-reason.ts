/** A return for which no ground is asked: seven days as a right, thirty with the lead's agreement. */
import { askedAt, type Claim, isUnderWay, lineOf } from './claim.ts';
import { allowed, type Proposal, refused, type Ruling } from './decision.ts';
import { isExcluded } from './exclusion.ts';
import { takeBack } from './goods-back.ts';
import { paidFor } from './paid.ts';
import type { Policy } from './policy.ts';
import { hasOther } from './stock.ts';
import { at, endOfDay, fen, type Why, why } from './why.ts';
import { endOfWindow } from './window.ts';

export function returnWithoutReason(claim: Claim, policy: Policy): Ruling {
  const standing = standingOf(claim, policy);
  if (standing.may === 'no') return refused([standing.why]);
  const needs = standing.may === 'with-lead' ? ('lead' as const) : undefined;
  const amount = paidFor(lineOf(claim));
  const plans: Proposal[] = [takeBack(claim, amount, needs)];
  if (isUnderWay(claim)) plans.push({ kind: 'intercept', amount: null });
  if (hasOther(claim)) plans.push({ kind: 'exchange', amount: null, ...(needs ? { needs } : {}) });
  return allowed('customer', plans, [
    standing.why,
    why('amount-paid', { amount: fen(amount) }),
    why('payout', { days: policy.days.payout }),
  ]);
}

/** Whether what has no fault may come back, and by which clause. */
export function standingOf(
  claim: Claim,
  policy: Policy,
): { may: 'yes' | 'with-lead' | 'no'; late: boolean; why: Why } {
  const { title, excluded } = lineOf(claim);
  const { receivedAt } = claim.order;
  const { zone, condition } = claim;
  const until = endOfWindow(zone, receivedAt, policy.days.return);
  const lateUntil = endOfWindow(zone, receivedAt, policy.days.lateReturn);
  const late = askedAt(claim) > until;
  const no = (reason: Why) => ({ may: 'no' as const, late, why: reason });

  if (isExcluded(claim, policy)) return no(why('excluded', { title, excluded: excluded ?? '' }));
  if (isUnderWay(claim) || receivedAt === null) {
    // What the customer has not had in hand is as it left.
    if (isUnderWay(claim) || isWhole(claim)) return { may: 'yes', late: false, why: why('not-received-yet') };
    return no(why('not-whole', { title }));
  }
  const dates = { received: at(receivedAt), until: endOfDay(until), lateUntil: endOfDay(lateUntil) };
  if (askedAt(claim) > lateUntil) {
    return no(why('too-late', { ...dates, days: policy.days.lateReturn }));
  }
  if (!isWhole(claim)) return no(why(condition.tags ? 'not-whole' : 'no-tags', { title }));
  if (late)
    return { may: 'with-lead', late, why: why('late-return', { ...dates, days: policy.days.return }) };
  return { may: 'yes', late, why: why('seven-days', { ...dates, days: policy.days.return }) };
}

/** Complete, its labels among it, and fit for resale. */
const isWhole = ({ condition }: Claim): boolean => condition.tags && condition.resaleable;
