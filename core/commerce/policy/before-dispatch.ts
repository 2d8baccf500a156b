/** Money back for what has not left: there is nothing to send back and nothing to wait for. */
import { type Claim, lineOf } from './claim.ts';
import { allowed, type Ruling } from './decision.ts';
import { paidFor } from './paid.ts';
import { fen, why } from './why.ts';

export function beforeDispatch(claim: Claim): Ruling {
  const amount = paidFor(lineOf(claim));
  return allowed(
    null,
    [{ kind: 'refund', amount }],
    [why('not-dispatched'), why('amount-paid', { amount: fen(amount) })],
  );
}
