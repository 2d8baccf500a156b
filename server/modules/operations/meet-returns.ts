/** A parcel that matches ends the returns that it was awaited for; its booking undone, they wait again. */
import { awaitedAgain } from '../../../core/commerce/operations/moves.ts';
import type {
  ArrivedItem,
  LineItems,
  OperationDetails,
} from '../../../core/commerce/operations/operation.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import type { Situation } from '../../../core/commerce/operations/situation.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { writeDown } from './audit.ts';
import type { Operations } from './context.ts';
import { moveTo, read } from './rows.ts';

export async function meetReturns(
  tx: Tx,
  { conversations }: Operations,
  { shopId, agentId }: Person,
  { order, operations }: Situation,
  { operationId, details }: { operationId: string; details: OperationDetails },
  at: number,
): Promise<void> {
  const left = new Map<string, number>();
  for (const { skuCode, quantity } of (details as { items: ArrivedItem[] }).items)
    left.set(skuCode, (left.get(skuCode) ?? 0) + quantity);
  for (const one of operations.filter(({ kind, state }) => kind === 'return' && state === 'ready')) {
    const wanted = (one.details as { items: LineItems[] }).items.map(({ line, quantity }) => ({
      skuCode: order.lines[line]?.skuCode ?? '',
      quantity,
    }));
    if (wanted.some(({ skuCode, quantity }) => (left.get(skuCode) ?? 0) < quantity)) continue;
    for (const { skuCode, quantity } of wanted) left.set(skuCode, left.get(skuCode)! - quantity);
    moveTo(tx, shopId, one, 'done', at);
    tx.send('update operations set met_by = $3 where shop_id = $1 and operation_id = $2', [
      shopId,
      one.operationId,
      operationId,
    ]);
    await writeDown(
      tx,
      conversations.vault,
      shopId,
      done(one),
      [{ act: 'arrived', state: 'done', byId: agentId }],
      at,
    );
  }
}

const done = (one: Operation): Operation => ({ ...one, state: 'done' });

export async function awaitAgain(
  tx: Tx,
  { conversations }: Operations,
  { shopId, agentId }: Person,
  operationId: string,
  at: number,
): Promise<void> {
  for (const one of await read(tx, 'o.shop_id = $1 and o.met_by = $2', [shopId, operationId])) {
    const state = awaitedAgain(one);
    moveTo(tx, shopId, one, state, at);
    const back = { ...one, state };
    await writeDown(
      tx,
      conversations.vault,
      shopId,
      back,
      [{ act: 'awaited-again', state, byId: agentId }],
      at,
    );
  }
  tx.send('update operations set met_by = null where shop_id = $1 and met_by = $2', [shopId, operationId]);
}
