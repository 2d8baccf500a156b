/** The desk's change again, where the source has brought something new of it: a person looked at both. */
import { isDispatched } from '../../../core/commerce/operations/situation.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { buyersKey, changeBy, changeLineAgain, holdReceiverAgain, readOrders } from '../commerce/index.ts';
import { act } from './act.ts';
import type { Operations } from './context.ts';

export async function keep(operations: Operations, person: Person, operationId: string): Promise<void> {
  const { shopId } = person;
  const { vault } = operations.conversations;
  await act(operations, person, operationId, async (tx, one, at) => {
    const change = await changeBy(tx, shopId, operationId);
    // Said twice: it holds again already.
    if (change?.state === 'stands') return null;
    if (change?.state !== 'overtaken') refuse({ code: 'conflict', reason: 'not-overtaken' });
    const [order] = await readOrders(tx, vault, shopId, [one.orderId]);
    if (order && isDispatched(order)) refuse({ code: 'conflict', reason: 'already-dispatched' });
    if (change.part === 'line') await changeLineAgain(tx, shopId, change, at);
    else {
      const key = await buyersKey(tx, vault, shopId, one.orderId);
      if (!(await holdReceiverAgain(tx, vault, shopId, change, key, at)))
        refuse({ code: 'conflict', reason: 'customer-erased' });
    }
    return { act: 'kept', state: one.state };
  });
}
