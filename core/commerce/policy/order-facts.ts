/** What the shop's tables hold of one line of an order, before anybody is asked anything. null: they do not say. */
import type { OrderView, Parcel, ProductView } from '../order-api.ts';
import { type OrderStatus, type Packed } from './claim.ts';

export interface OrderFacts {
  order: OrderView;
  /** The goods of its lines; of a line whose product the shop does not have there is none. */
  products: readonly ProductView[];
  promotions: readonly Promotion[];
  history: OrderHistory;
}

export interface Promotion {
  skuCode: string;
  priceFen: number;
  currency: string;
  startsAt: number;
  endsAt: number;
  guaranteedUntil: number | null;
}

/** What was done at the desk for the line. null: nobody keeps a record of it, so it is asked. */
export interface OrderHistory {
  returnBookedIn: 'by-actor' | 'by-other' | 'no' | null;
  priceDifferencePaid: boolean | null;
  closeAsked: boolean | null;
  /** What went back of the line by our own hand; a file may tell the same again. */
  refundedFen: number;
}

export const noHistory: OrderHistory = {
  returnBookedIn: null,
  priceDifferencePaid: null,
  closeAsked: null,
  refundedFen: 0,
};

export const productOf = ({ order, products }: OrderFacts, line: number): ProductView | null =>
  products.find(({ productId }) => productId === order.lines[line]?.productId) ?? null;

/** Units by SKU, of those that somebody counted. */
export function stockOf(facts: OrderFacts, line: number): Record<string, number> {
  const skus = productOf(facts, line)?.skus ?? [];
  return Object.fromEntries(skus.flatMap(({ code, stock }) => (stock === null ? [] : [[code, stock]])));
}

/** What one unit costs now, by the running promotions and the list. */
export function priceNow(facts: OrderFacts, line: number, now: number): number | null {
  const { currency } = facts.order;
  const code = facts.order.lines[line]?.skuCode;
  const listed = productOf(facts, line)?.skus.find((sku) => sku.code === code && sku.currency === currency);
  const running = promotionsOf(facts, line).filter(
    ({ startsAt, endsAt }) => startsAt <= now && now <= endsAt,
  );
  const prices = [listed?.priceFen ?? null, ...running.map(({ priceFen }) => priceFen)];
  const known = prices.filter((price) => price !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/**
 * Until when a promotion guarantees its price to this order: one that ran when it was paid, or that began while the
 * difference was still paid.
 */
export function guaranteedUntil(
  facts: OrderFacts,
  line: number,
  { paidAt, windowEnds, now }: { paidAt: number | null; windowEnds: number; now: number },
): number | null {
  const until = promotionsOf(facts, line).flatMap((promotion) => {
    const { startsAt, endsAt } = promotion;
    const concerns = paidAt === null || (startsAt <= Math.min(windowEnds, now) && paidAt <= endsAt);
    return concerns ? (promotion.guaranteedUntil ?? []) : [];
  });
  return until.length === 0 ? null : Math.max(...until);
}

const promotionsOf = ({ order, promotions }: OrderFacts, line: number): Promotion[] =>
  promotions.filter(
    ({ skuCode, currency }) => skuCode === order.lines[line]?.skuCode && currency === order.currency,
  );

/** The parcels that carry the line, or what an agreed change put in its place; where none is known to, all of them. */
export function parcelsOf({ order }: OrderFacts, line: number): Parcel[] {
  const code = order.lines[line]?.skuCode;
  const instead = order.changes.flatMap(({ skuCode, toSkuCode, agreedAt }) =>
    skuCode === code && agreedAt !== null ? [toSkuCode] : [],
  );
  const carriers = order.parcels.filter(({ items }) =>
    items.some(({ skuCode }) => skuCode === code || instead.includes(skuCode)),
  );
  return carriers.length > 0 ? carriers : order.parcels;
}

/** How far the line is: an order of two parcels may have one at the door and one on its way. */
export function statusOf(facts: OrderFacts, line: number): OrderStatus {
  const { state, receivedAt, dispatchedAt, paidAt, paidFen } = facts.order;
  const parcels = parcelsOf(facts, line);
  const arrived = parcels.length > 0 && parcels.every(({ deliveredAt }) => deliveredAt !== null);
  if (state === 'unpaid' || state === 'paid' || state === 'received') return state;
  if (state === 'dispatched') return arrived ? 'received' : 'dispatched';
  // Coming back, closed, or in a word that says nothing of the way: the times tell how far it had come.
  if (receivedAt !== null || arrived) return 'received';
  if (dispatchedAt !== null || parcels.length > 0) return 'dispatched';
  return paidAt !== null || !!paidFen ? 'paid' : 'unpaid';
}

/** What left in all parcels together, by SKU. */
export function packedOf({ order }: OrderFacts): Packed[] {
  const units = new Map<string, number>();
  for (const { items } of order.parcels)
    for (const { skuCode, quantity } of items) units.set(skuCode, (units.get(skuCode) ?? 0) + quantity);
  return [...units].map(([sku, quantity]) => ({ sku, quantity }));
}

export function timesOf(facts: OrderFacts, line: number) {
  const { order } = facts;
  const parcels = parcelsOf(facts, line);
  const arrived = parcels.length > 0 && parcels.every(({ deliveredAt }) => deliveredAt !== null);
  const moving = parcels.filter(({ deliveredAt }) => deliveredAt === null);
  const dispatched = parcels.flatMap((parcel) => parcel.dispatchedAt ?? []);
  return {
    dispatchedAt: order.dispatchedAt ?? earliest(dispatched),
    receivedAt: arrived ? latest(parcels.map(({ deliveredAt }) => deliveredAt!)) : order.receivedAt,
    // Of several under way the one that has stood still longest.
    lastScanAt: earliest(moving.flatMap((parcel) => parcel.lastScanAt ?? parcel.dispatchedAt ?? [])),
    promisedBy: latest(parcels.flatMap((parcel) => parcel.promisedAt ?? [])) ?? order.promisedAt,
  };
}

const earliest = (times: number[]): number | null => (times.length === 0 ? null : Math.min(...times));
const latest = (times: number[]): number | null => (times.length === 0 ? null : Math.max(...times));
