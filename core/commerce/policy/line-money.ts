/** What was paid for a line and what went back of it, where the platform's file told it of the order only. */
import type { OrderLine as LineView, OrderView } from '../order-api.ts';

export interface Figure {
  fen: number;
  /** Worked out from the order, or not told at all. */
  isEstimate: boolean;
}

const sure = (fen: number): Figure => ({ fen, isEstimate: false });
const estimate = (fen: number): Figure => ({ fen, isEstimate: true });

/** Before anything was refunded. */
export function paidFor(order: OrderView, line: LineView): Figure {
  if (line.paidFen !== null) return sure(line.paidFen);
  const forGoods = order.paidFen === null ? null : Math.max(0, order.paidFen - (order.freightFen ?? 0));
  if (forGoods !== null && order.lines.length === 1) {
    return order.freightFen === null ? estimate(forGoods) : sure(forGoods);
  }
  return estimate((forGoods !== null ? shareOf(order, line, forGoods) : null) ?? listed(line) ?? 0);
}

export function refundedOf(order: OrderView, line: LineView): Figure {
  if (line.refundedFen !== null) return sure(line.refundedFen);
  if (!order.refundedFen) return sure(0);
  if (order.lines.length === 1) return sure(order.refundedFen);
  const told = order.lines.reduce((sum, { refundedFen }) => sum + (refundedFen ?? 0), 0);
  const left = Math.max(0, order.refundedFen - told);
  return left === 0 ? sure(0) : estimate(shareOf(order, line, left) ?? left);
}

/** By what the lines cost; rounded down, so that the shares together are never more than the whole. */
function shareOf(order: OrderView, line: LineView, fen: number): number | null {
  const costs = order.lines.map(listed);
  if (costs.some((cost) => cost === null)) return null;
  const all = (costs as number[]).reduce((sum, cost) => sum + cost, 0);
  return all === 0 ? null : Math.floor((fen * listed(line)!) / all);
}

const listed = ({ priceFen, quantity }: LineView): number | null =>
  priceFen === null ? null : priceFen * quantity;
