/** What left the warehouse for a line, compared with what was ordered and with the changes that were agreed. */
import { type Claim, lineOf, type Order } from './claim.ts';

export interface Packing {
  /** Units of the ordered article that did not leave. */
  lacking: number;
  /** What left in their place: nothing, what an agreed change names, or something else. */
  instead: 'nothing' | 'agreed' | 'other';
}

export function packingOf(claim: Claim): Packing {
  const { order } = claim;
  const line = lineOf(claim);
  const lacking = line.quantity - sentFor(claim);
  const strangers = [...new Set(order.outbound.map(({ sku }) => sku))].filter(
    (sku) => surplus(order, sku) > 0,
  );
  const agreed = order.changes.filter(({ kind, agreed: yes }) => yes && kind === 'oversell-change');
  if (lacking === 0) {
    // Some systems write the change into the order's line itself.
    const rewritten = agreed.some(({ from, to }) => to === line.sku && from !== to);
    return { lacking, instead: rewritten ? 'agreed' : 'nothing' };
  }
  const named = agreed.filter(({ from }) => from === line.sku).map(({ to }) => to);
  if (strangers.length === 0) return { lacking, instead: 'nothing' };
  return { lacking, instead: strangers.every((sku) => named.includes(sku)) ? 'agreed' : 'other' };
}

/** Without a packing list nothing is known of what left. */
export const isUnknown = ({ order }: Claim): boolean => order.outbound.length === 0;

/** Units of the line's own article, after the lines above it took theirs. */
function sentFor(claim: Claim): number {
  const line = lineOf(claim);
  const above = claim.order.lines.slice(0, claim.line).filter(({ sku }) => sku === line.sku);
  const left = sent(claim.order, line.sku) - above.reduce((units, { quantity }) => units + quantity, 0);
  return Math.min(line.quantity, Math.max(0, left));
}

/** Units that left beyond what the order's lines ask for. */
function surplus(order: Order, sku: string): number {
  const ordered = order.lines.filter((line) => line.sku === sku);
  return sent(order, sku) - ordered.reduce((units, { quantity }) => units + quantity, 0);
}

const sent = ({ outbound }: Order, sku: string): number =>
  outbound.filter((packed) => packed.sku === sku).reduce((units, { quantity }) => units + quantity, 0);
