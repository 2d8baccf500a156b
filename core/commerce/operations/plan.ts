/** What would come of a wish: what it costs, who must agree, what it takes, or why it can't be. Pure; writes nothing. */
import type { ConflictReason, Refusal } from '../../refusal.ts';
import type { Decision } from '../policy/decision.ts';
import { endOfWindow } from '../policy/window.ts';
import { fen, type Why, why } from '../policy/why.ts';
import { arrivedByOthers } from './arrived.ts';
import type { ParcelComparison } from './compare-parcel.ts';
import { compareParcel } from './compare-parcel.ts';
import type { LineItems, OperationKind, OperationWish, Signer, WishOf } from './operation.ts';
import { givesBack, movesMoney } from './operation.ts';
import type { ByClause, Counts } from './signing.ts';
import { signersFor } from './signing.ts';
import type { Situation } from './situation.ts';
import { announced, givenOn, inTheWay, isAlive, isDispatched, moneyOf, sentOf } from './situation.ts';
import { leftOf, type OrderMoney } from './sums.ts';

export interface Plan {
  /** null: it can be done. */
  refusal: Refusal | null;
  amountFen: number | null;
  counts: Counts;
  needs: Signer[];
  why: Why[];
  money: { before: OrderMoney; afterLeftFen: number } | null;
  takes: { skuCode: string; quantity: number; available: number | null }[];
  comparison: ParcelComparison | null;
  dueAt: number | null;
}

export function planOf(wish: OperationWish, situation: Situation): Plan {
  const { operations, policy, actor, todayFen } = situation;
  const amountFen = amountOf(wish, situation);
  const money = moneyOf(situation);
  const share = countsOf(wish, amountFen ?? 0, situation);
  const counts = {
    operation: share.fen,
    order: givenOn(operations) + share.fen,
    day: todayFen + share.fen,
  };
  const signers = signersFor(counts, actor.role, policy, clauseOf(wish.kind, amountFen, situation.decision));
  const takes = takesOf(wish, situation);
  const arrived = wish.kind === 'book-in' ? wish.items : null;
  return {
    refusal: refusalOf(wish, amountFen, takes, situation),
    amountFen,
    counts,
    needs: signers.needs,
    why: [...share.why, ...signers.why],
    money: movesMoney(wish.kind)
      ? {
          before: money,
          afterLeftFen: Math.max(0, leftOf(money) - (givesBack(wish.kind) ? (amountFen ?? 0) : 0)),
        }
      : null,
    takes,
    comparison:
      arrived && compareParcel(arrived, { returned: announced(situation), sent: sentOf(situation) }),
    dueAt: amountFen !== null && movesMoney(wish.kind) ? dueAtOf(situation) : null,
  };
}

/** What a closed order gives back is all that has not gone back yet. */
function amountOf(wish: OperationWish, situation: Situation): number | null {
  if (wish.kind !== 'close') return 'amountFen' in wish ? wish.amountFen : null;
  const left = leftOf(moneyOf(situation));
  return left > 0 ? left : null;
}

/**
 * Money beyond what was paid counts, and what goes back without its goods; what never left, or came back whole by
 * somebody else's hands, does not.
 */
function countsOf(wish: OperationWish, amount: number, situation: Situation): { fen: number; why: Why[] } {
  switch (wish.kind) {
    case 'compensation':
    case 'price-difference':
    case 'gift':
      return { fen: amount, why: [] };
    case 'refund':
    case 'payout':
      if (!isDispatched(situation.order)) return { fen: 0, why: [why('never-dispatched')] };
      return arrivedByOthers(wish.items, situation)
        ? { fen: 0, why: [why('parcel-matches')] }
        : { fen: amount, why: [] };
    default:
      return { fen: 0, why: [] };
  }
}

/** The policy's own word: who must agree whatever the amount. */
function clauseOf(kind: OperationKind, amount: number | null, decision: Decision | null): ByClause {
  if (decision === null) return { level: null, why: [] };
  if (decision.outcome === 'refused') return { level: 'supervisor', why: [why('against-policy')] };
  const given = decision.amount;
  const beyond = amount !== null && given !== null && movesMoney(kind) && amount > given;
  const named = decision.why.filter(({ clause }) => clause === 'needs-lead' || clause === 'needs-supervisor');
  const level = named.some(({ clause }) => clause === 'needs-supervisor')
    ? 'supervisor'
    : named.length > 0 || beyond
      ? 'lead'
      : null;
  const over = beyond ? [why('beyond-policy', { amount: fen(amount), given: fen(given) })] : [];
  return { level, why: [...named, ...over] };
}

function takesOf(wish: OperationWish, { order, available }: Situation): Plan['takes'] {
  const wanted =
    wish.kind === 'exchange'
      ? wish.items
      : wish.kind === 'size-change'
        ? [{ toSkuCode: wish.toSkuCode, quantity: swappedUnits(wish, order) }]
        : [];
  return wanted.map(({ toSkuCode, quantity }) => ({
    skuCode: toSkuCode,
    quantity,
    available: available.get(toSkuCode) ?? null,
  }));
}

const swappedUnits = (
  { line, quantity }: WishOf<'size-change'>,
  { lines }: Pick<Situation['order'], 'lines'>,
): number => quantity ?? lines[line]?.quantity ?? 0;

function refusalOf(
  wish: OperationWish,
  amount: number | null,
  takes: Plan['takes'],
  situation: Situation,
): Refusal | null {
  const { order, operations } = situation;
  const conflict = (reason: ConflictReason): Refusal => ({ code: 'conflict', reason });
  const reason = inTheWay(wish.kind, situation);
  if (reason) return conflict(reason);
  if ('currency' in wish && wish.currency !== order.currency) return conflict('another-currency');
  const line = faultyLine(wish, situation);
  if (line) return line;
  if (givesBack(wish.kind) && (amount ?? 0) > leftOf(moneyOf(situation))) return conflict('more-than-paid');
  if (wish.kind === 'price-difference') {
    const before = operations.some(
      (one) => one.kind === wish.kind && isAlive(one) && (one.details as { line: number }).line === wish.line,
    );
    if (before) return conflict('difference-once');
  }
  if (wish.kind === 'size-change') {
    const stands = operations.some(
      (one) => one.kind === wish.kind && isAlive(one) && (one.details as { line: number }).line === wish.line,
    );
    if (stands || order.lines[wish.line]?.swappedBy) return conflict('change-stands');
    const item = { line: wish.line, quantity: swappedUnits(wish, order) };
    if (refundedTwice([item], situation)) return conflict('line-refunded');
  }
  if ((wish.kind === 'refund' || wish.kind === 'payout') && refundedTwice(wish.items, situation))
    return conflict('line-refunded');
  if (wish.kind === 'close' && !situation.asksToClose) return conflict('not-asked-to-close');
  if (wish.kind === 'book-in') {
    const known = operations.some(
      (one) => one.kind === wish.kind && isAlive(one) && one.trackingNo === wish.trackingNo,
    );
    if (known) return conflict('parcel-known');
  }
  if (takes.some(({ available }) => available === null)) return conflict('stock-uncounted');
  return takes.some(({ available, quantity }) => available! < quantity) ? conflict('out-of-stock') : null;
}

/** What never left has no parts to be paid for one by one: each unit of it is refunded once. */
function refundedTwice(items: readonly LineItems[], { order, operations }: Situation): boolean {
  if (isDispatched(order)) return false;
  const before = operations.flatMap((one) =>
    (one.kind === 'refund' || one.kind === 'payout') && isAlive(one)
      ? (one.details as { items: LineItems[] }).items
      : [],
  );
  const unitsOf = (line: number, of: readonly LineItems[]) =>
    of.reduce((sum, item) => sum + (item.line === line ? item.quantity : 0), 0);
  return items.some(
    ({ line }) => unitsOf(line, [...before, ...items]) > (order.lines[line]?.quantity ?? Infinity),
  );
}

/** Lines that the order does not have, or more of one than was ordered. */
function faultyLine(wish: OperationWish, { order }: Situation): Refusal | null {
  const named =
    wish.kind === 'book-in'
      ? []
      : 'items' in wish
        ? wish.items
        : 'line' in wish && wish.line !== null
          ? [{ line: wish.line, quantity: 'quantity' in wish ? (wish.quantity ?? 1) : 1 }]
          : [];
  const units = new Map<number, number>();
  for (const { line, quantity } of named) units.set(line, (units.get(line) ?? 0) + quantity);
  for (const [line, quantity] of units) {
    const ordered = order.lines[line];
    if (!ordered) return { code: 'not-found', what: 'line' };
    if (quantity > ordered.quantity)
      return { code: 'invalid', problems: [{ field: 'quantity', problem: 'not-allowed' }] };
  }
  return null;
}

/** So many days after the goods were back, else after it was asked for. */
function dueAtOf({ operations, policy, zone, now }: Situation): number {
  const arrivals = operations.filter(({ kind, state }) => kind === 'book-in' && state === 'done');
  const from = arrivals.length > 0 ? Math.max(...arrivals.map(({ createdAt }) => createdAt)) : now;
  return endOfWindow(zone, from, policy.days.payout);
}
