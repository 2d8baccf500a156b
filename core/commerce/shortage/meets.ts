/** Whether an operation does what the customer chose for a line that can't be sent. Pure. */
import type { LineItems, OperationDetails, OperationKind } from '../operations/operation.ts';
import type { Shortage } from './shortage.ts';

export interface Answered extends Pick<Shortage, 'state' | 'choice'> {
  /** By its place in the order, as operations name lines. */
  line: number;
  units: number;
}

export function meets(
  { state, choice, line, units }: Answered,
  { kind, details }: { kind: OperationKind; details: OperationDetails },
): boolean {
  if (state !== 'answered') return false;
  if (choice === 'swap') {
    const swap = details as { line: number; quantity?: number };
    return kind === 'size-change' && swap.line === line && (swap.quantity ?? units) >= units;
  }
  if (choice !== 'refund') return false;
  if (kind === 'close') return true;
  return (kind === 'refund' || kind === 'payout') && unitsOf(line, details) >= units;
}

const unitsOf = (line: number, details: OperationDetails): number =>
  (details as { items: LineItems[] }).items.reduce(
    (sum, item) => sum + (item.line === line ? item.quantity : 0),
    0,
  );
