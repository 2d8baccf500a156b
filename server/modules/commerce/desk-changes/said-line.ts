/** What a source tells of a line that the desk changed, and that it said something new. */
import type { Tx } from '../../../platform/database/pool.ts';
import type { GatheredOrder } from '../importing/gather-orders.ts';
import { tell } from '../shortages/order-events.ts';
import type { DeskChange } from './changes.ts';
import { moveChange } from './changes.ts';

export type SaidLines = GatheredOrder['lines'];
export type SaidLine = SaidLines extends Map<string, infer Line> ? Line : never;

/** The desk's words on it stay. */
export const asItIs = { product_code: null, sku_code: null, title: null, spec: null, price_fen: null };

/** A SKU says it all; a source writes its specification as it likes. */
export function wordsOf(said: SaidLine) {
  const words =
    said['sku_code'] === null ? { spec: said['spec'] ?? null } : { skuCode: said['sku_code'] ?? null };
  return { ...words, quantity: said['quantity'] ?? null };
}

/** A line without an id is known by what is in it: changed at the source, it comes under a key that the order does not have. */
export function saidAs(
  lines: SaidLines,
  { lineKey, toldKey }: DeskChange & { part: 'line' },
  known: ReadonlySet<string>,
): string | null {
  if (toldKey !== null && lines.has(toldKey)) return toldKey;
  if (lines.has(lineKey)) return lineKey;
  const strange = [...lines.keys()].filter((key) => !known.has(key));
  return strange.length === 1 ? strange[0]! : null;
}

export function overtake(
  tx: Tx,
  shopId: string,
  { orderId, operationId, part, toldKey }: OvertakenPart,
  at: number,
): void {
  moveChange(tx, shopId, operationId, 'overtaken', { toldKey, overtakenAt: at });
  tell(tx, shopId, orderId, { type: 'desk-change.overtaken', operationId, part }, at);
}

interface OvertakenPart extends Pick<DeskChange, 'orderId' | 'operationId' | 'part'> {
  toldKey?: string | undefined;
}
