/** Whether the goods that money goes back for are back: whole, and by somebody else's hands. Pure. */
import { compareParcel } from './compare-parcel.ts';
import type { ArrivedItem, LineItems } from './operation.ts';
import type { Operation } from './record.ts';
import type { Situation } from './situation.ts';
import { isAlive, sentOf } from './situation.ts';

/** Units that came in parcels which match, less those that money went or goes back for already. */
export function arrivedByOthers(items: readonly LineItems[], situation: Situation): boolean {
  const { order, operations, actor } = situation;
  if (items.length === 0) return false;
  const there = new Map<string, number>();
  const add = (skuCode: string | null | undefined, quantity: number) => {
    if (skuCode) there.set(skuCode, (there.get(skuCode) ?? 0) + quantity);
  };
  for (const parcel of operations) {
    if (parcel.kind !== 'book-in' || parcel.state !== 'done' || parcel.requesterId === actor.agentId)
      continue;
    if (matches(parcel, situation)) for (const one of itemsOf(parcel)) add(one.skuCode, one.quantity);
  }
  for (const one of operations) {
    if ((one.kind !== 'refund' && one.kind !== 'payout') || !isAlive(one)) continue;
    for (const { line, quantity } of (one.details as { items: LineItems[] }).items)
      add(order.lines[line]?.skuCode, -quantity);
  }
  for (const { line, quantity } of items) {
    const skuCode = order.lines[line]?.skuCode;
    if (!skuCode || (there.get(skuCode) ?? 0) < quantity) return false;
    add(skuCode, -quantity);
  }
  return true;
}

/** As it was seen when it was booked in. */
export const matches = (parcel: Operation, situation: Pick<Situation, 'order' | 'operations'>): boolean =>
  comparisonOf(parcel, situation).matches;

export function comparisonOf(
  parcel: Operation,
  { order, operations }: Pick<Situation, 'order' | 'operations'>,
) {
  const { returned } = parcel.details as { returned?: { skuCode: string; quantity: number }[] | null };
  return compareParcel(itemsOf(parcel), { returned: returned ?? null, sent: sentOf({ order, operations }) });
}

const itemsOf = ({ details }: Operation): ArrivedItem[] => (details as { items: ArrivedItem[] }).items;
