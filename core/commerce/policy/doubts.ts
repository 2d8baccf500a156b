/** What makes a decision less sure than it looks. */
import type { Doubt } from '../policy-api.ts';
import type { Claim } from './claim.ts';
import { type OrderFacts, productOf } from './order-facts.ts';

export function doubtsOn(facts: OrderFacts, claim: Claim): Doubt[] {
  const { order } = facts;
  const found: [Doubt, boolean][] = [
    ['closed', order.state === 'closed'],
    ['returning', order.state === 'returning'],
    ['no-state', order.state === null],
    // What left is looked at for these three only.
    [
      'no-packing-list',
      packing.includes(claim.reason) && hasLeft(claim) && claim.order.outbound.length === 0,
    ],
    ['no-product', productOf(facts, claim.line) === null],
    // Caps and limits are in the shop's money.
    ['currency', order.currency !== 'CNY'],
  ];
  return found.flatMap(([doubt, holds]) => (holds ? [doubt] : []));
}

const packing: readonly Claim['reason'][] = ['wrong-item', 'missing-item', 'oversell'];
const hasLeft = ({ order }: Claim) => order.status === 'dispatched' || order.status === 'received';
