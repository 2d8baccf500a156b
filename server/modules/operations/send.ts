/** An exchange, a gift or another size on its way to the customer. */
import { sent } from '../../../core/commerce/operations/moves.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { settleShortages } from '../commerce/index.ts';
import { act } from './act.ts';
import type { Operations } from './context.ts';
import { settleStock } from './effects.ts';
import { moveTo } from './rows.ts';

export async function send(
  operations: Operations,
  person: Person,
  operationId: string,
  trackingNo: string | null,
): Promise<void> {
  const { shopId } = person;
  await act(operations, person, operationId, async (tx, one, at) => {
    if (one.state === 'done' && one.trackingNo === trackingNo) return null;
    const state = sent(one);
    // Only what lies in the order's own parcel goes without a number of its own.
    if (one.kind === 'exchange' && trackingNo === null)
      refuse({ code: 'invalid', problems: [{ field: 'trackingNo', problem: 'missing' }] });
    moveTo(tx, shopId, one, state, at, { trackingNo });
    settleStock(tx, shopId, one, 'sent', at);
    await settleShortages(tx, shopId, one, person.agentId, at);
    return { act: 'sent', state, reference: trackingNo };
  });
}
