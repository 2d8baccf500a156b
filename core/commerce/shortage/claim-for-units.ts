/** What the policy gives for the units that are not there; the others of the line leave as ordered. */
import { type Claim, lineOf } from '../policy/claim.ts';
import { paidForUnits } from '../policy/paid.ts';

export function claimForUnits(claim: Claim, units: number): Claim {
  const line = lineOf(claim);
  if (units >= line.quantity) return claim;
  const short = {
    ...line,
    quantity: units,
    refunded: 0,
    couponShare: line.unitPrice * units - paidForUnits(line, units),
  };
  const lines = claim.order.lines.map((one, at) => (at === claim.line ? short : one));
  return { ...claim, order: { ...claim.order, lines } };
}
