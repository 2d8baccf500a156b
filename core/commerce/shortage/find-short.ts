/** Which lines that still have to leave can't be sent from what is in stock: whoever ordered first is served first. */

export interface Waiting {
  orderId: string;
  lineKey: string;
  skuCode: string;
  quantity: number;
  /** When it was paid, or placed. */
  at: number;
}

export interface Short {
  orderId: string;
  lineKey: string;
  /** How many of the line's units are not there. */
  units: number;
}

/** @param stock by SKU; of one that nobody counted nothing is said */
export function findShort(waiting: readonly Waiting[], stock: ReadonlyMap<string, number>): Short[] {
  const left = new Map(stock);
  const short: Short[] = [];
  for (const { orderId, lineKey, skuCode, quantity } of waiting.toSorted(byTurn)) {
    const there = left.get(skuCode);
    if (there === undefined) continue;
    const units = Math.max(0, quantity - there);
    left.set(skuCode, there - (quantity - units));
    if (units > 0) short.push({ orderId, lineKey, units });
  }
  return short;
}

/** Ids that grow with time part what was paid in the same moment. */
const byTurn = (a: Waiting, b: Waiting) =>
  a.at - b.at || compare(a.orderId, b.orderId) || compare(a.lineKey, b.lineKey);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
