/** Products that do not come back without a reason. */
import { type Claim, lineOf } from './claim.ts';
import type { Policy } from './policy.ts';

/** The law's own exclusions hold by themselves; any other only where the buyer confirmed it at the purchase. */
export function isExcluded(claim: Claim, policy: Policy): boolean {
  const { excluded, exclusionConfirmedAt } = lineOf(claim);
  if (excluded === null) return false;
  if (policy.excludedByLaw.includes(excluded)) return true;
  if (exclusionConfirmedAt === null) return false;
  return claim.order.paidAt === null || exclusionConfirmedAt <= claim.order.paidAt;
}
