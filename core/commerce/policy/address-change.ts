/** Another address. */
import type { Claim } from './claim.ts';
import { allowed, refused, type Ruling } from './decision.ts';
import { why } from './why.ts';

export function addressChange({ order }: Claim): Ruling {
  switch (order.status) {
    case 'unpaid':
    case 'paid':
      return allowed(null, [], [why('change-before-dispatch')]);
    case 'dispatched':
      return allowed(null, [{ kind: 'intercept', amount: null }], [why('intercept')]);
    case 'received':
      return refused([why('arrived')]);
  }
}
