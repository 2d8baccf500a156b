/** What can be sent instead. `broken-size.ts` says what follows where it can't. */
import { type Claim, lineOf } from './claim.ts';

/** The very article that was ordered. */
export const hasSame = (claim: Claim): boolean => units(claim, lineOf(claim).sku) > 0;

/** What the customer chose instead, or else anything of this product's sizes and colours. */
export function hasAny(claim: Claim): boolean {
  if (claim.exchangeFor !== null) return units(claim, claim.exchangeFor) > 0;
  return Object.keys(claim.stock).some((sku) => units(claim, sku) > 0);
}

/** As `hasAny`, but not the article that the customer has or can't have. */
export function hasOther(claim: Claim): boolean {
  if (claim.exchangeFor !== null) return hasAny(claim);
  return Object.keys(claim.stock).some((sku) => sku !== lineOf(claim).sku && units(claim, sku) > 0);
}

const units = ({ stock }: Claim, sku: string): number => (Object.hasOwn(stock, sku) ? stock[sku]! : 0);

/** The article that the customer chose was looked up, and there is none. */
export const isKnownOut = (claim: Claim): boolean =>
  claim.exchangeFor !== null && Object.hasOwn(claim.stock, claim.exchangeFor) && !hasAny(claim);
