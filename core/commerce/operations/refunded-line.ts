/** What went back of one line of an order by the operations that stand. */
import type { LineItems } from './operation.ts';
import { givesBack } from './operation.ts';
import { isAlive, type Situation } from './situation.ts';

/** A refund of several lines is shared by what was paid for them; rounded down, as every share is. */
export function refundedOfLine(
  line: number,
  { order, operations }: Pick<Situation, 'order' | 'operations'>,
): number {
  const paid = order.lines.map(({ paidFen, priceFen, quantity }) => paidFen ?? (priceFen ?? 0) * quantity);
  return operations.reduce((sum, one) => {
    if (!isAlive(one) || !givesBack(one.kind) || one.kind === 'price-difference') return sum;
    const { items = [] } = one.details as { items?: LineItems[] };
    const lines = items.length > 0 ? items.map((item) => item.line) : order.lines.map((_, at) => at);
    if (!lines.includes(line)) return sum;
    const together = lines.reduce((all, at) => all + (paid[at] ?? 0), 0);
    const fen = one.amountFen ?? 0;
    return sum + (lines.length === 1 || together === 0 ? fen : Math.floor((fen * paid[line]!) / together));
  }, 0);
}
