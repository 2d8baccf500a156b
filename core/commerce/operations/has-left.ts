/** Whether what was to be sent has left, by what the order's source tells of its parcels. Pure. */
import type { OrderView, Parcel } from '../order-api.ts';
import type { LineItems } from './operation.ts';
import type { Operation } from './record.ts';
import { isDispatched } from './situation.ts';

/** `trackingNo` null: with the order, nobody knows in which parcel. null: it has not, or it can't be told. */
export function hasLeft(
  one: Pick<Operation, 'kind' | 'details' | 'createdAt'>,
  order: OrderView,
  /** Parcels that were another operation's. */
  taken: ReadonlySet<string>,
): { trackingNo: string | null } | null {
  if (one.kind === 'exchange') return inOwnParcel(one, order, taken);
  return one.kind === 'size-change' ? withItsOrder(one, order) : null;
}

/**
 * Of the order itself: by the packing lists, and where nobody keeps any by the order's leaving. A source that never heard of the
 * swap lists what it had sold: then all of the line has left, by whichever name.
 */
function withItsOrder({ details }: Pick<Operation, 'details'>, order: OrderView) {
  const { line, toSkuCode, from } = details as {
    line: number;
    toSkuCode: string;
    from?: { skuCode: string | null };
  };
  const { parcels, lines } = order;
  if (parcels.every(({ items }) => items.length === 0))
    return isDispatched(order) ? { trackingNo: parcels.length === 1 ? parcels[0]!.trackingNo : null } : null;
  const names = [toSkuCode, from?.skuCode, lines[line]?.skuCode].filter((name) => name != null);
  return allIn(parcels, lines, [toSkuCode]) ?? allIn(parcels, lines, names);
}

/** In the last parcel with any of them; null: not all that the order has under these names has left. */
function allIn(parcels: readonly Parcel[], lines: OrderView['lines'], names: readonly string[]) {
  const wanted = lines.reduce(
    (sum, { skuCode, quantity }) => sum + (skuCode !== null && names.includes(skuCode) ? quantity : 0),
    0,
  );
  const unitsOf = (parcel: Parcel) =>
    [...new Set(names)].reduce((sum, name) => sum + unitsIn(parcel, name), 0);
  const carriers = parcels.filter((parcel) => unitsOf(parcel) > 0);
  const packed = carriers.reduce((sum, parcel) => sum + unitsOf(parcel), 0);
  return carriers.length > 0 && packed >= wanted ? { trackingNo: carriers.at(-1)!.trackingNo } : null;
}

/** What left after it was agreed to, with all of it in. */
function inOwnParcel(
  { details, createdAt }: Pick<Operation, 'details' | 'createdAt'>,
  { parcels }: OrderView,
  taken: ReadonlySet<string>,
) {
  const { items } = details as { items: (LineItems & { toSkuCode: string })[] };
  const wanted = new Map<string, number>();
  for (const { toSkuCode, quantity } of items) wanted.set(toSkuCode, (wanted.get(toSkuCode) ?? 0) + quantity);
  const own = parcels.find(
    (parcel) =>
      !taken.has(parcel.trackingNo) &&
      (parcel.dispatchedAt ?? parcel.lastScanAt ?? 0) > createdAt &&
      [...wanted].every(([skuCode, quantity]) => unitsIn(parcel, skuCode) >= quantity),
  );
  return own ? { trackingNo: own.trackingNo } : null;
}

const unitsIn = ({ items }: Parcel, skuCode: string): number =>
  items.reduce((sum, item) => sum + (item.skuCode === skuCode ? item.quantity : 0), 0);
