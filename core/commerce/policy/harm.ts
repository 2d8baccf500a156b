/** Somebody came to harm, or the shop claimed what is not so: a supervisor decides at once; no table caps it. */
import type { Claim } from './claim.ts';
import { allowed, type Ruling } from './decision.ts';
import { why } from './why.ts';

/** Keeping the goods for money is never proposed here. */
export const harm = (claim: Claim): Ruling => ({
  ...allowed(
    'shop',
    [{ kind: 'return', amount: null, needs: 'supervisor' }],
    [why(claim.reason === 'harm' ? 'harm' : 'false-claim')],
  ),
  ordered: true,
});
