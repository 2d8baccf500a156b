/** What is bought together, counted in the shop's own orders: no guess, and nothing that stands on a few of them. */

export interface Counted {
  productId: string;
  /** Orders with both. */
  together: number;
  /** Orders with this one. */
  orders: number;
}

export interface Companion extends Counted {
  /** Of a hundred orders with the product in question; rounded down. */
  percent: number;
}

/** So many orders at least have to hold both, and such a share of the product's. */
export const support = { together: 5, percent: 3 };
/** So much more often together than by chance: what everybody buys goes with nothing. */
const lift = 1.2;
const most = 3;

/** @param of orders with the product in question @param all orders that were counted */
export function goesWith(counted: readonly Counted[], of: number, all: number): Companion[] {
  return counted
    .map((one) => ({ ...one, percent: of > 0 ? Math.floor((one.together * 100) / of) : 0 }))
    .filter(
      ({ together, orders, percent }) =>
        together >= support.together && percent >= support.percent && together * all >= lift * of * orders,
    )
    .toSorted(
      (a, b) => b.together - a.together || a.orders - b.orders || (a.productId < b.productId ? -1 : 1),
    )
    .slice(0, most);
}
