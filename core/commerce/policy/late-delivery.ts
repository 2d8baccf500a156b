/** The parcel does not come. */
import { type Claim, isUnderWay, lineOf } from './claim.ts';
import { allowed, type Proposal, refused, type Ruling } from './decision.ts';
import { noReason } from './no-reason.ts';
import { capped, paidFor } from './paid.ts';
import type { Policy } from './policy.ts';
import { at, fen, type Why, why } from './why.ts';

const hour = 3_600_000;

/** News, patience, and money once it is too long. */
export function lateDelivery(claim: Claim, policy: Policy): Ruling {
  const late = lateness(claim, policy);
  const money = compensationFor(claim, policy);
  if (claim.wish === 'exchange') return noReason(claim, policy);
  if (claim.wish === 'return' || (claim.wish === 'refund' && !isUnderWay(claim))) {
    return withoutGround(claim, policy, late, money);
  }
  const wait: Proposal[] = claim.order.status === 'received' ? [] : [{ kind: 'wait', amount: null }];
  const back = claim.wish === 'refund' ? takenBackUnopened(claim, policy) : [];
  if (!late) return refused([notLate(claim, policy)], [...wait, ...back]);
  const [first] = money;
  if (!first) return refused([late, why('nothing-to-compensate')], [...wait, ...back]);
  const { percent, most } = policy.compensation.late;
  const amount = first.amount ?? 0;
  const cap = why('late-compensation', { percent, most: fen(most ?? amount), amount: fen(amount) });
  return { ...allowed(null, [...money, ...wait, ...back], [late, cap]), ordered: true };
}

/** A return asks for no ground; naming one does not make it harder. */
function withoutGround(claim: Claim, policy: Policy, late: Why | null, money: Proposal[]): Ruling {
  const ruling = noReason(claim, policy);
  if (!late || ruling.outcome === 'refused') return ruling;
  return { ...ruling, plans: [...ruling.plans.slice(0, 2), ...money], why: [late, ...ruling.why] };
}

/** What is still under way can be sent back like anything else. */
function takenBackUnopened(claim: Claim, policy: Policy): Proposal[] {
  const ruling = noReason({ ...claim, wish: 'return' }, policy);
  return ruling.plans.slice(0, 1);
}

function compensationFor(claim: Claim, policy: Policy): Proposal[] {
  const amount = capped(policy.compensation.late, paidFor(lineOf(claim)));
  return amount > 0 ? [{ kind: 'compensation', amount, counts: amount }] : [];
}

/** Past the promised moment, or without a scan for too long while it should move; null: neither. */
function lateness(claim: Claim, policy: Policy): Why | null {
  const { promisedBy, now } = claim;
  const { receivedAt } = claim.order;
  const arrived = claim.order.status === 'received';
  if (promisedBy !== null && (arrived ? (receivedAt ?? now) : now) > promisedBy) {
    return why('past-promise', { promised: at(promisedBy) });
  }
  const since = lastMove(claim);
  if (arrived || since === null || now - since <= policy.stalledHours * hour) return null;
  return why('stalled', { since: at(since), hours: Math.floor((now - since) / hour) });
}

function notLate(claim: Claim, policy: Policy): Why {
  if (claim.order.status === 'received') return why('arrived-in-time');
  const since = lastMove(claim);
  if (since === null) return why('not-late-yet', { hours: policy.stalledHours });
  return why('on-its-way', { since: at(since), hours: policy.stalledHours });
}

/** A parcel without a scan stands since it left; an order without a parcel, since it was paid. */
const lastMove = ({ lastScanAt, order }: Claim): number | null =>
  lastScanAt ?? order.dispatchedAt ?? order.paidAt;
