/** The size that is wanted is not there: an exchange is not offered. */
import { type Claim, lineOf } from './claim.ts';
import { type Freight, type Proposal, refused, type Ruling } from './decision.ts';
import { why } from './why.ts';

/** @param instead by what the customer gets the money back */
export function brokenSize(claim: Claim, instead: Proposal[], freight: Freight): Ruling {
  const sku = claim.exchangeFor ?? lineOf(claim).sku;
  return refused([why('no-stock', { sku })], [...instead, { kind: 'wait', amount: null }], freight);
}
