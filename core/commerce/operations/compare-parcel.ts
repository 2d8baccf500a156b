/** What came back, compared with what the customer was to send and with what had left for them. Pure. */
import type { ArrivedItem } from './operation.ts';

export interface Expected {
  /** By the return that was agreed; null: none was. */
  returned: SkuCount[] | null;
  /** What left for the customer: by the packing list, else what was ordered. */
  sent: SkuCount[];
}

export interface SkuCount {
  skuCode: string;
  quantity: number;
}

export interface ParcelComparison {
  matches: boolean;
  /** In the parcel, and never sent to this customer. */
  wrong: SkuCount[];
  /** Was to come back and is not in it. */
  missing: SkuCount[];
  /** Was sent to them, but not announced, or more of it. */
  extra: SkuCount[];
}

export function compareParcel(arrived: readonly ArrivedItem[], expected: Expected): ParcelComparison {
  const there = counted(arrived);
  const sent = counted(expected.sent);
  const wanted = expected.returned && counted(expected.returned);
  const wrong: SkuCount[] = [];
  const extra: SkuCount[] = [];
  for (const [skuCode, quantity] of there) {
    const foreign = Math.max(0, quantity - (sent.get(skuCode) ?? 0));
    const announced = wanted?.get(skuCode) ?? (wanted ? 0 : quantity);
    const beyond = Math.max(0, quantity - foreign - announced);
    if (foreign > 0) wrong.push({ skuCode, quantity: foreign });
    if (beyond > 0) extra.push({ skuCode, quantity: beyond });
  }
  const missing = [...(wanted ?? [])].flatMap(([skuCode, quantity]) => {
    const lacking = quantity - (there.get(skuCode) ?? 0);
    return lacking > 0 ? [{ skuCode, quantity: lacking }] : [];
  });
  return { matches: wrong.length + missing.length + extra.length === 0, wrong, missing, extra };
}

function counted(items: readonly SkuCount[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { skuCode, quantity } of items) counts.set(skuCode, (counts.get(skuCode) ?? 0) + quantity);
  return counts;
}
