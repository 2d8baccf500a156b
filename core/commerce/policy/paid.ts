/** What was paid for a line and has not gone back. Never negative; each rounding is down to the fen. */
import type { Order, OrderLine } from './claim.ts';
import type { Cap } from './policy.ts';

export const paidFor = (line: OrderLine): number => Math.max(0, priceOf(line) - line.refunded);

/** Before anything was refunded. */
export const priceOf = ({ unitPrice, quantity, couponShare }: OrderLine): number =>
  Math.max(0, unitPrice * quantity - couponShare);

/** A line that was paid for, and all of it went back already. */
export const allRefunded = (line: OrderLine): boolean => line.refunded > 0 && paidFor(line) === 0;

export const paidPerUnit = (line: OrderLine): number => Math.floor(paidFor(line) / line.quantity);

/** By units; all units together are what was paid, without the roundings between. */
export const paidForUnits = (line: OrderLine, units: number): number =>
  units >= line.quantity ? paidFor(line) : paidPerUnit(line) * units;

export const paidForOrder = (order: Order): number =>
  order.lines.reduce((total, line) => total + paidFor(line), 0);

export function capped({ percent, most }: Cap, paid: number): number {
  const share = Math.floor((paid * percent) / 100);
  return most === null ? share : Math.min(share, most);
}
