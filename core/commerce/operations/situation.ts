/** What an operation is judged by: the order, what was done to it before, the shelf, the policy. */
import type { Role } from '../../team/roles.ts';
import type { OrderView } from '../order-api.ts';
import type { Decision } from '../policy/decision.ts';
import type { Policy } from '../policy/policy.ts';
import type { SkuCount } from './compare-parcel.ts';
import type { ArrivedItem, OperationKind, OperationWish } from './operation.ts';
import { movesMoney } from './operation.ts';
import type { Operation } from './record.ts';
import { isPending, leftOf, type OrderMoney, pendingOf } from './sums.ts';

export interface Situation {
  order: OrderView;
  /** All of this order, but for the one that is being edited. */
  operations: readonly Operation[];
  /** What we know went back, by our own book. */
  refundedFen: number;
  /** By SKU: counted, less what is promised; null: nobody counted it. */
  available: ReadonlyMap<string, number | null>;
  /** What the customer's message asks for, where the wish names one. */
  asksToClose: boolean;
  policy: Policy;
  /** The policy's word on it; null: it has none for this kind. */
  decision: Decision | null;
  actor: { agentId: string; role: Role };
  /** What this person gave alone today. */
  todayFen: number;
  now: number;
  zone: string;
}

/** Those that stand or may come to stand. */
export const isAlive = ({ state }: Pick<Operation, 'state'>): boolean =>
  state !== 'refused' && state !== 'undone';

export const moneyOf = ({ order, operations, refundedFen }: Situation): OrderMoney => ({
  paidFen: paidOf(order),
  refundedFen: Math.max(refundedFen, order.refundedFen ?? 0),
  pendingFen: pendingOf(operations),
  currency: order.currency,
});

/** As the platform says of the whole, else by its lines. */
export function paidOf({ paidFen, lines, paidAt, state }: OrderView): number | null {
  if (paidFen !== null) return paidFen;
  const known = lines.every((line) => line.paidFen !== null);
  if (known && lines.length > 0 && (paidAt !== null || (state !== null && state !== 'unpaid')))
    return lines.reduce((sum, line) => sum + line.paidFen!, 0);
  return null;
}

export function isDispatched({ state, dispatchedAt, parcels }: OrderView): boolean {
  if (state === 'dispatched' || state === 'received' || state === 'returning') return true;
  return dispatchedAt !== null || parcels.length > 0;
}

/** Why a kind can't be done to this order at all, as things stand; null: it can. */
export function inTheWay(kind: OperationKind, situation: Situation) {
  const { order } = situation;
  const left = isDispatched(order);
  switch (kind) {
    case 'return':
    case 'book-in':
      return left ? null : 'not-dispatched-yet';
    case 'exchange':
      return order.state === 'closed' ? 'order-closed' : left ? null : 'not-dispatched-yet';
    case 'gift':
      return order.state === 'closed' ? 'order-closed' : null;
    case 'address-change':
    case 'size-change':
    case 'close':
      return order.state === 'closed' ? 'order-closed' : left ? 'already-dispatched' : null;
    default: {
      if (order.state === 'unpaid' || !paidOf(order)) return 'nothing-paid';
      return kind !== 'compensation' && leftOf(moneyOf(situation)) === 0 ? 'more-than-paid' : null;
    }
  }
}

/** What left for the customer: by the packing lists, else what was ordered; and what was sent to them in exchange. */
export function sentOf({ order, operations }: Pick<Situation, 'order' | 'operations'>): SkuCount[] {
  const packed = order.parcels.flatMap(({ items }) => items);
  const first = packed.length > 0 ? packed : order.lines;
  const exchanged = operations.flatMap((one) =>
    one.kind === 'exchange' && one.state === 'done'
      ? (one.details as { items: { toSkuCode: string; quantity: number }[] }).items
      : [],
  );
  return [
    ...first.flatMap(({ skuCode, quantity }) => (skuCode === null ? [] : [{ skuCode, quantity }])),
    ...exchanged.map(({ toSkuCode, quantity }) => ({ skuCode: toSkuCode, quantity })),
  ];
}

/** What was agreed to come back and has not yet, or with this parcel; null: nothing was. */
export function announced({ order, operations }: Pick<Situation, 'order' | 'operations'>): SkuCount[] | null {
  const returns = operations.filter(
    ({ kind, state }) =>
      (kind === 'return' || kind === 'exchange') && (state === 'ready' || state === 'waiting'),
  );
  if (returns.length === 0) return null;
  return returns.flatMap(({ details }) =>
    (details as { items: { line: number; quantity: number }[] }).items.flatMap(({ line, quantity }) => {
      const skuCode = order.lines[line]?.skuCode;
      return skuCode ? [{ skuCode, quantity }] : [];
    }),
  );
}

export const itemsOf = (wish: OperationWish): ArrivedItem[] => (wish.kind === 'book-in' ? wish.items : []);

/** What this person gave without anybody's approval counts for their day. */
export const givenAlone = (operations: readonly Operation[]): number =>
  operations.reduce((sum, one) => sum + (one.needs.length === 0 && isAlive(one) ? one.countsFen : 0), 0);

/** What was given on the order, by whomever. */
export const givenOn = (operations: readonly Operation[]): number =>
  operations.reduce((sum, one) => sum + (isAlive(one) ? one.countsFen : 0), 0);

export const isOpenMoney = ({ kind, state }: Operation): boolean => movesMoney(kind) && isPending(state);
