/** The parcel on the table: what it may hold by the order, what was counted, and how the two compare. Pure. */
import {
  compareParcel,
  type ParcelComparison,
  type SkuCount,
} from '../../../core/commerce/operations/compare-parcel.ts';
import type { ArrivedItem, ItemCondition } from '../../../core/commerce/operations/operation.ts';
import type { OperationView } from '../../../core/commerce/operation-api.ts';
import type { OrderLine, OrderView } from '../../../core/commerce/order-api.ts';
import { lineName } from '../operations/line-name.ts';

/** One SKU that may lie in the parcel, or does. */
export interface Row {
  skuCode: string;
  name: string;
  sent: number;
  /** As the return says; null: none was recorded. */
  announced: number | null;
  counted: number;
  condition: ItemCondition;
  /** Not of this order: somebody found it in the parcel. */
  own: boolean;
}

interface Expected {
  sent: readonly SkuCount[];
  expected: OperationView | null;
}

export function rowsOf(order: Pick<OrderView, 'lines'>, { sent, expected }: Expected): Row[] {
  const announced = announcedIn(order.lines, expected);
  const codes = new Set([...sent, ...(announced ?? [])].map(({ skuCode }) => skuCode));
  return [...codes].map((skuCode) => ({
    skuCode,
    name: nameOf(order.lines, skuCode),
    sent: countOf(sent, skuCode),
    announced: announced && countOf(announced, skuCode),
    counted: 0,
    condition: 'as-new',
    own: false,
  }));
}

/** What left by the parcels' lists; by the order where there are none. */
export function sentOf({ lines, parcels }: Pick<OrderView, 'lines' | 'parcels'>): SkuCount[] {
  const packed = parcels.flatMap(({ items }) => items);
  const counts = new Map<string, number>();
  for (const { skuCode, quantity } of packed.length > 0 ? packed : lines)
    if (skuCode !== null) counts.set(skuCode, (counts.get(skuCode) ?? 0) + quantity);
  return [...counts].map(([skuCode, quantity]) => ({ skuCode, quantity }));
}

export const withOwn = (rows: readonly Row[], skuCode: string): Row[] => [
  ...rows,
  { skuCode, name: skuCode, sent: 0, announced: null, counted: 1, condition: 'as-new', own: true },
];

/** As the customer said; where they said nothing, all that was sent. */
export const asAnnounced = (rows: readonly Row[]): Row[] =>
  rows.map((row) =>
    row.own ? row : { ...row, counted: row.announced ?? (isAnnounced(rows) ? 0 : row.sent) },
  );

export const arrivedIn = (rows: readonly Row[]): ArrivedItem[] =>
  rows.flatMap(({ skuCode, counted, condition }) =>
    counted > 0 ? [{ skuCode, quantity: counted, condition }] : [],
  );

export function comparisonOf(rows: readonly Row[]): ParcelComparison {
  const sent = rows.map(({ skuCode, sent: quantity }) => ({ skuCode, quantity }));
  const returned = rows.flatMap(({ skuCode, announced }) =>
    announced ? [{ skuCode, quantity: announced }] : [],
  );
  return compareParcel(arrivedIn(rows), { sent, returned: isAnnounced(rows) ? returned : null });
}

const isAnnounced = (rows: readonly Row[]) => rows.some(({ announced }) => announced !== null);

function announcedIn(lines: readonly OrderLine[], expected: OperationView | null): SkuCount[] | null {
  const { items } = (expected?.details ?? {}) as { items?: { line: number; quantity: number }[] };
  if (!items) return null;
  return items.flatMap(({ line, quantity }) => {
    const skuCode = lines[line]?.skuCode;
    return skuCode ? [{ skuCode, quantity }] : [];
  });
}

const countOf = (counts: readonly SkuCount[], skuCode: string) =>
  counts.reduce((sum, one) => sum + (one.skuCode === skuCode ? one.quantity : 0), 0);

function nameOf(lines: readonly OrderLine[], skuCode: string): string {
  const line = lines.find((one) => one.skuCode === skuCode);
  return line ? lineName(line) : skuCode;
}
