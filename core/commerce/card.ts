/** What a card says: as the shop's own data stood when it was made, so that an old conversation tells what was shown then. Pure. */
import type { OrderView, Parcel, ProductView } from './order-api.ts';
import type { OrderState } from './order-state.ts';

export type Card = ProductCard | OrderCard;

export interface ProductCard {
  kind: 'product';
  id: string;
  currency: string;
  /** From the cheapest to the dearest; null: no price is known. */
  prices: { fromFen: number; toFen: number } | null;
  /** In stock; null: nobody counted it, so nothing is promised. */
  sizes: string[] | null;
}

export interface OrderCard {
  kind: 'order';
  id: string;
  /** Masked. */
  number: string;
  state: OrderState | null;
  currency: string;
  paidFen: number | null;
  lines: { title: string; spec: string | null; quantity: number }[];
  /** How many more lines there are than are shown. */
  moreLines: number;
  /** Of the parcel that moved last. */
  parcel: { carrier: string | null; deliveredAt: number | null; scan: LastScan | null } | null;
}

export interface LastScan {
  at: number;
  said: string;
}

/** `name` is all its words in one line: what the standard judges, a quote shows and a transcript tells. */
export interface MadeCard<Kind extends Card = Card> {
  name: string;
  card: Kind;
}

const longestName = 200;
const mostSizes = 12;
const mostLines = 4;

export function productCard({ productId, name, skus }: ProductView): MadeCard<ProductCard> {
  const currency = skus[0]?.currency ?? 'CNY';
  const prices = skus.flatMap((sku) =>
    sku.priceFen === null || sku.currency !== currency ? [] : sku.priceFen,
  );
  const counted = skus.filter(({ stock }) => stock !== null);
  const there = counted.filter(({ stock }) => stock! > 0).map(({ size, spec, code }) => size ?? spec ?? code);
  return {
    name: name.slice(0, longestName),
    card: {
      kind: 'product',
      id: productId,
      currency,
      prices: prices.length === 0 ? null : { fromFen: Math.min(...prices), toFen: Math.max(...prices) },
      sizes: counted.length === 0 ? null : [...new Set(there)].slice(0, mostSizes),
    },
  };
}

export function orderCard(order: OrderView): MadeCard<OrderCard> {
  const { orderId, number, state, currency, paidFen } = order;
  const lines = order.lines.slice(0, mostLines).map(({ title, skuCode, spec, quantity }) => {
    return { title: title ?? skuCode ?? '–', spec, quantity };
  });
  const said = lines.map(({ title, spec, quantity }) =>
    [title, spec, `× ${quantity}`].filter(Boolean).join(' '),
  );
  return {
    name: [number, ...said].join(' · ').slice(0, longestName),
    card: {
      kind: 'order',
      id: orderId,
      number,
      state,
      currency,
      paidFen,
      lines,
      moreLines: order.lines.length - lines.length,
      parcel: lastMoved(order.parcels),
    },
  };
}

/** One of these for the block that stands where a product has no picture. */
export const tints = 6;
export const tintOf = (id: string): number => Number.parseInt(id.slice(-2), 16) % tints || 0;

function lastMoved(parcels: readonly Parcel[]): OrderCard['parcel'] {
  const movedAt = ({ lastScanAt, deliveredAt, dispatchedAt }: Parcel) =>
    lastScanAt ?? deliveredAt ?? dispatchedAt ?? 0;
  const [parcel] = parcels.toSorted((a, b) => movedAt(b) - movedAt(a));
  if (!parcel) return null;
  const [scan] = parcel.scans;
  const said = scan && (scan.said ?? [scan.place, scan.state].filter(Boolean).join(' '));
  return {
    carrier: parcel.carrier,
    deliveredAt: parcel.deliveredAt,
    scan: scan && said ? { at: scan.at, said } : null,
  };
}
