/** Rights that need no ground: return and exchange. Money beyond them does. */
import { type Claim, lineOf } from './claim.ts';
import { refused, type Ruling } from './decision.ts';
import { exchange } from './exchange.ts';
import { returnWithoutReason } from './return-without-reason.ts';
import type { Policy } from './policy.ts';
import { why } from './why.ts';

export function noReason(claim: Claim, policy: Policy): Ruling {
  if (claim.wish === 'compensation') {
    return refused([why('compensation-without-ground', { title: lineOf(claim).title })]);
  }
  return claim.wish === 'exchange' ? exchange(claim, policy) : returnWithoutReason(claim, policy);
}
