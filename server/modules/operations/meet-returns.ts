/** A parcel that matches ends the returns that it was awaited for. */
import type { LineItems, WishOf } from '../../../core/commerce/operations/operation.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import type { Situation } from '../../../core/commerce/operations/situation.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { writeDown } from './audit.ts';
import type { Operations } from './context.ts';
import { moveTo } from './rows.ts';

export async function meetReturns(
  tx: Tx,
  { conversations }: Operations,
  { shopId, agentId }: Person,
  { order, operations }: Situation,
  parcel: WishOf<'book-in'>,
  at: number,
): Promise<void> {
  const left = new Map<string, number>();
  for (const { skuCode, quantity } of parcel.items) left.set(skuCode, (left.get(skuCode) ?? 0) + quantity);
  for (const one of operations.filter(({ kind, state }) => kind === 'return' && state === 'ready')) {
    const wanted = (one.details as { items: LineItems[] }).items.map(({ line, quantity }) => ({
      skuCode: order.lines[line]?.skuCode ?? '',
      quantity,
    }));
    if (wanted.some(({ skuCode, quantity }) => (left.get(skuCode) ?? 0) < quantity)) continue;
    for (const { skuCode, quantity } of wanted) left.set(skuCode, left.get(skuCode)! - quantity);
    moveTo(tx, shopId, one, 'done', at);
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
