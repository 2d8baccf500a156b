/** What may still go back of an order's money. Pure; whole fen. */
import type { OperationKind, OperationState } from './operation.ts';
import { givesBack } from './operation.ts';

export interface OrderMoney {
  /** null: no file says what was paid. */
  paidFen: number | null;
  /** By the platform and by us, whichever says more. */
  refundedFen: number;
  /** Asked for, agreed to, or on its way. */
  pendingFen: number;
  currency: string;
}

export interface CountedOperation {
  kind: OperationKind;
  state: OperationState;
  amountFen: number | null;
}

export const isPending = (state: OperationState): boolean =>
  state === 'waiting' || state === 'ready' || state === 'paying' || state === 'unknown';

/** Together never more than was paid: asked of it again behind the order's lock. */
export const leftOf = ({ paidFen, refundedFen, pendingFen }: OrderMoney): number =>
  Math.max(0, (paidFen ?? 0) - refundedFen - pendingFen);

export const pendingOf = (operations: readonly CountedOperation[]): number =>
  operations.reduce(
    (sum, { kind, state, amountFen }) => sum + (givesBack(kind) && isPending(state) ? (amountFen ?? 0) : 0),
    0,
  );

/** The platform's word and our own book: a file that comes in late takes nothing back, and neither is counted twice. */
export const refundedAfter = (known: number, told: number | null, amountFen: number): number =>
  Math.max(known, told ?? 0) + amountFen;
