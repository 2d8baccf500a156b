/** An operation as the policy knows it: which wish it meets, on which lines; and one word on all of them. Pure. */
import type { Wish } from '../policy/claim.ts';
import type { Approver, Decision } from '../policy/decision.ts';
import type { OperationKind, OperationWish } from './operation.ts';

const wishes: Partial<Record<OperationKind, Wish>> = {
  return: 'return',
  exchange: 'exchange',
  refund: 'refund',
  payout: 'refund',
  compensation: 'compensation',
  'price-difference': 'price-difference',
  'address-change': 'address-change',
  'size-change': 'size-change',
  close: 'close',
};

/** null: the policy says nothing of it. */
export const policyWishOf = ({ kind }: OperationWish): Wish | null => wishes[kind] ?? null;

/** The lines it is about; an order as a whole is all of them, and where one decides for all the first. */
export function linesOf(wish: OperationWish, lines: number): number[] {
  if (
    wish.kind === 'refund' ||
    wish.kind === 'payout' ||
    wish.kind === 'return' ||
    wish.kind === 'exchange'
  ) {
    const named = [...new Set(wish.items.map(({ line }) => line))].filter((line) => line < lines);
    return named.length > 0 ? named : Array.from({ length: lines }, (_, line) => line);
  }
  const line = 'line' in wish ? (wish.line ?? 0) : 0;
  return line < lines ? [line] : [];
}

/** The strictest word holds for all; the sums add up. */
export function together(decisions: readonly Decision[]): Decision | null {
  const [first] = decisions.toSorted((a, b) => strictness(b) - strictness(a));
  if (!first) return null;
  const amounts = decisions.map(({ amount }) => amount);
  const known = amounts.every((amount) => amount !== null);
  return { ...first, amount: known ? amounts.reduce((sum, amount) => sum + amount!, 0) : null };
}

const outcomes = { allowed: 0, approval: 10, refused: 20 };
const levels: Record<Approver, number> = { lead: 1, supervisor: 2 };
const strictness = ({ outcome, approval }: Decision): number =>
  outcomes[outcome] + (approval ? levels[approval] : 0);
