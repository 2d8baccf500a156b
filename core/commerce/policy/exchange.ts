/** An exchange for another size, where nothing is wrong with the goods. */
import { type Claim, isUnderWay, lineOf } from './claim.ts';
import { brokenSize } from './broken-size.ts';
import { allowed, type Proposal, refused, type Ruling } from './decision.ts';
import { takeBack } from './goods-back.ts';
import { paidFor } from './paid.ts';
import type { Policy } from './policy.ts';
import { standingOf } from './return-without-reason.ts';
import { hasAny } from './stock.ts';
import { why } from './why.ts';

export function exchange(claim: Claim, policy: Policy): Ruling {
  const line = lineOf(claim);
  const standing = standingOf(claim, policy);
  if (standing.late && standing.may === 'no') return refused([standing.why]);
  if (!standing.late && !claim.condition.tags && !isUnderWay(claim)) {
    return refused([why('no-tags', { title: line.title })]);
  }
  const needs = standing.late ? ('lead' as const) : undefined;
  const goBack: Proposal[] = standing.may === 'no' ? [] : [takeBack(claim, paidFor(line), needs)];
  if (!hasAny(claim)) return brokenSize(claim, goBack, 'customer');
  const clause = standing.late
    ? standing.why
    : why('exchange', { title: line.title, days: policy.days.return });
  const swap: Proposal = { kind: 'exchange', amount: null, ...(needs ? { needs } : {}) };
  return allowed('customer', [swap, ...goBack], [clause]);
}
