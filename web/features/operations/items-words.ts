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
  const known = details as {
    items?: Item[];
    line?: number | null;
    toSkuCode?: string;
    gift?: string;
    quantity?: number;
    from?: { skuCode: string | null; spec: string | null };
  };
  if (known.gift) return known.gift;
  // The order's line says what it was changed to, so what it was stands with the operation.
  if (known.from) {
    const now = order.lines[known.line ?? -1];
    const { title = null } = now ?? {};
    const quantity = known.quantity ?? now?.quantity ?? 1;
    const to = order.lines.find(({ skuCode }) => skuCode === known.toSkuCode)?.spec ?? known.toSkuCode;
    const change = [title, known.from.spec ?? known.from.skuCode, `→ ${to}`];
    return [change.filter(Boolean).join(' '), quantity > 1 && `× ${quantity}`].filter(Boolean).join(' ');
  }
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
