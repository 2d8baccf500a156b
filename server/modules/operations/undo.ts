/** Taking an operation back, where the world allows: never money that was paid, never goods that have left. */
import { comparisonOf } from '../../../core/commerce/operations/arrived.ts';
import { leads, own, permissionFor } from '../../../core/commerce/operations/may.ts';
import { withdrawn } from '../../../core/commerce/operations/moves.ts';
import { isAlive, isDispatched } from '../../../core/commerce/operations/situation.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { changeBy, readOrders } from '../commerce/index.ts';
import { act } from './act.ts';
import type { Operations } from './context.ts';
import { takeBack } from './effects.ts';
import { awaitAgain } from './meet-returns.ts';
import { moveTo, operationsOf } from './rows.ts';
import { waitAgain } from './strays/end.ts';

export async function undo(
  operations: Operations,
  person: Person,
  operationId: string,
  words: string,
): Promise<void> {
  const { shopId } = person;
  const { vault } = operations.conversations;
  await act(operations, person, operationId, async (tx, one, at) => {
    if (!own(one, person) && !leads(one, person))
      refuse({ code: 'forbidden', permission: permissionFor(one.kind) });
    const state = withdrawn(one);
    await requireLoose(tx, operations, shopId, one);
    moveTo(tx, shopId, one, state, at);
    tx.send('update operations set undone_words = $3 where shop_id = $1 and operation_id = $2', [
      shopId,
      operationId,
      words,
    ]);
    await takeBack(tx, vault, shopId, one, at);
    if (one.kind === 'book-in' && one.state === 'done') {
      await awaitAgain(tx, operations, person, operationId, at);
      waitAgain(tx, shopId, operationId);
    }
    return { act: 'undone', state };
  });
}

/** An address that the parcel went to already, a parcel that money went back for. */
async function requireLoose(tx: Tx, { conversations }: Operations, shopId: string, one: Operation) {
  if (one.state === 'waiting') return;
  if (one.kind === 'address-change' || one.kind === 'size-change' || one.kind === 'close') {
    const [order] = await readOrders(tx, conversations.vault, shopId, [one.orderId]);
    const change = await changeBy(tx, shopId, one.operationId);
    if (change?.state === 'replaced') refuse({ code: 'conflict', reason: 'changed-since' });
    if (order && isDispatched(order)) refuse({ code: 'conflict', reason: 'already-dispatched' });
    if (order && (await hasFollowers(tx, shopId, one, order)))
      refuse({ code: 'conflict', reason: 'units-in-use' });
  }
  if (one.kind !== 'book-in') return;
  const all = await operationsOf(tx, shopId, one.orderId);
  const [order] = await readOrders(tx, conversations.vault, shopId, [one.orderId]);
  const matched = order && comparisonOf(one, { order, operations: all }).matches;
  const paid = all.some(
    (other) =>
      (other.kind === 'refund' || other.kind === 'payout') && isAlive(other) && other.countsFen === 0,
  );
  if (matched && paid) refuse({ code: 'conflict', reason: 'relied-on' });
}

/** Something was done since to the units that it had set apart. */
async function hasFollowers(tx: Tx, shopId: string, one: Operation, { lines }: OrderView): Promise<boolean> {
  const apart = lines.findIndex(({ swappedBy }) => swappedBy === one.operationId);
  if (apart < 0) return false;
  const all = await operationsOf(tx, shopId, one.orderId);
  return all.some((other) => isAlive(other) && namesLine(other, apart));
}

function namesLine({ details }: Operation, place: number): boolean {
  const { line, items = [] } = details as { line?: number | null; items?: { line?: number }[] };
  return line === place || items.some((item) => item.line === place);
}
