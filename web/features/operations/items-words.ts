/** What an operation is about, in one phrase: the order's items that it names, or the parcel's. Pure. */
import type { OperationRow } from '../../../core/commerce/operation-api.ts';
import { lineName } from './line-name.ts';

interface Item {
  line?: number;
  skuCode?: string;
  quantity?: number;
  toSkuCode?: string;
}

export function itemsWords({ details, order }: Pick<OperationRow, 'details' | 'order'>): string {
  const known = details as { items?: Item[]; line?: number | null; toSkuCode?: string; gift?: string };
  if (known.gift) return known.gift;
  const items: Item[] =
    known.items ?? (typeof known.line === 'number' ? [{ line: known.line, toSkuCode: known.toSkuCode }] : []);
  return items
    .map(({ line, skuCode, quantity, toSkuCode }) => {
      const of = line === undefined ? undefined : order.lines[line];
      const name = [of ? lineName(of) : skuCode, toSkuCode && `→ ${toSkuCode}`].filter(Boolean).join(' ');
      return quantity !== undefined && quantity > 1 ? `${name} × ${quantity}` : name;
    })
    .join(' · ');
}
