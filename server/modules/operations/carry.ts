/**
 * How every operation is carried out: one transaction, behind the order's lock, and told in the conversation it was done
 * from by the road that conversations change by. Whoever refuses does so before the first write: others may be committed
 * with it.
 */
import pg from 'pg';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import type { Person } from '../../../core/team/roles.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import { requireReach } from '../conversations/index.ts';
import type { Operations } from './context.ts';

type Told = Pick<Operation, 'operationId' | 'orderId' | 'kind' | 'state' | 'amountFen' | 'currency'> & {
  overtaken?: true;
};

export interface Carried<Result> {
  result: Result;
  /** null: nothing happened. */
  told: Told | null;
  byId: string | null;
}

interface From {
  shopId: string;
  conversationId: string | null;
  /** Must reach the conversation; null: it goes on where it was begun, whoever does it. */
  reacher: Person | null;
}

export async function carry<Result>(
  { conversations }: Operations,
  { shopId, conversationId, reacher }: From,
  work: (tx: Tx, conversation: Conversation | null) => Promise<Carried<Result>>,
): Promise<Result> {
  const once = async () => {
    if (conversationId === null)
      return (await inShop(conversations.pool, shopId, (tx) => work(tx, null))).result;
    let result: { of: Result } | null = null;
    await conversations.road.take({
      shopId,
      conversationId,
      readsRows: true,
      decide: async (conversation, tx) => {
        if (reacher) requireReach(reacher, conversation);
        const done = await work(tx, conversation);
        result = { of: done.result };
        return done.told ? [drafted(done.told, done.byId)] : [];
      },
    });
    return result!['of'] as Result;
  };
  // Two that were one in the end: the second looks again, and finds the first.
  return once().catch((error: unknown) => (isTaken(error) ? once() : Promise.reject(error)));
}

const drafted = (
  { operationId, orderId, kind, state, amountFen, currency, overtaken }: Told,
  byId: string | null,
): Draft => ({
  type: 'order.operated',
  operationId,
  orderId,
  kind,
  state,
  amountFen,
  currency,
  byId,
  ...(overtaken && { overtaken }),
});

const isTaken = (error: unknown) => error instanceof pg.DatabaseError && error.code === '23505';

/** Everything about one order waits for this; false: the shop has no such order. */
export async function lockOrder(tx: Tx, shopId: string, orderId: string): Promise<void> {
  const found = await tx.query('select from orders where shop_id = $1 and order_id = $2 for no key update', [
    shopId,
    orderId,
  ]);
  if (found.length === 0) refuse({ code: 'not-found', what: 'order' });
}
