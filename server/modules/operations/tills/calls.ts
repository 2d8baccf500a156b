/** What the shop's own payment system calls to say: signed, each once, in whatever order they come. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TillCall, TillCallAnswer } from '../../../../core/commerce/operation-api.ts';
import { refuse } from '../../../../core/refusal.ts';
import { inShop } from '../../../platform/database/pool.ts';
import { act } from '../act.ts';
import type { Operations } from '../context.ts';
import { mustFind } from '../find.ts';
import { record, requireFresh, requireSame } from '../pay.ts';
import { hear } from './hear.ts';
import * as moves from '../../../../core/commerce/operations/moves.ts';
import { secretOf } from './of-shop.ts';

/** A call that is older or younger is not one that was made now. */
const freshForMs = 5 * 60_000;

interface Signed {
  time: string;
  signature: string;
  /** As it came. */
  raw: string;
}

/** Refuses, whatever is wrong with it, in the same words. */
export async function requireSigned(operations: Operations, shopId: string, signed: Signed): Promise<void> {
  const { pool, vault, now } = operations.conversations;
  const secret = await inShop(pool, shopId, (tx) => secretOf(tx, vault, shopId));
  const at = Number(signed.time) * 1000;
  const fresh = /^\d{10}$/.test(signed.time) && Math.abs(at - now()) <= freshForMs;
  const right = createHmac('sha256', secret ?? 'nobody signs with this')
    .update(`${signed.time}.${signed.raw}`)
    .digest();
  const given = Buffer.from(signed.signature, 'hex');
  const same = given.length === right.length && timingSafeEqual(given, right);
  if (!secret || !fresh || !same) refuse({ code: 'unauthenticated' });
}

export async function takeCall(
  operations: Operations,
  shopId: string,
  call: TillCall,
): Promise<TillCallAnswer> {
  const { pool } = operations.conversations;
  const { operationId, callId } = call;
  const before = await inShop(pool, shopId, async (tx) => {
    const [row] = await tx.query<{ of: string }>(
      'select operation_id as of from till_calls where shop_id = $1 and call_id = $2',
      [shopId, callId],
    );
    const one = await mustFind(tx, shopId, operationId);
    requireSame(one, call);
    return row;
  });
  if (before) {
    if (before.of !== operationId) refuse({ code: 'conflict', reason: 'key-reused' });
    return { outcome: 'known' };
  }
  const took =
    call.paymentId !== null
      ? await hearOf(operations, shopId, call, call.paymentId)
      : call.state === 'paid'
        ? await payOf(operations, shopId, call)
        : false;
  const outcome = took ? 'taken' : 'ignored';
  await inShop(pool, shopId, async (tx) => {
    tx.send(
      `insert into till_calls (shop_id, call_id, operation_id, outcome, at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [shopId, callId, operationId, outcome, new Date(operations.conversations.now())],
    );
  });
  return { outcome };
}

const hearOf = (
  operations: Operations,
  shopId: string,
  call: TillCall,
  paymentId: string,
): Promise<boolean> =>
  hear(
    operations,
    shopId,
    call.operationId,
    paymentId,
    call.state === 'paid' ? { said: 'paid', reference: call.reference } : { said: 'not-paid' },
  );

/** Of their own accord, for what waits to be paid by hand. */
async function payOf(
  operations: Operations,
  shopId: string,
  { operationId, reference }: TillCall,
): Promise<boolean> {
  let took = false;
  await act(operations, { shopId, agentId: null }, operationId, async (tx, one, at) => {
    took = false;
    if (one.state === 'done') return null;
    const state = moves.paidByHand(one);
    await requireFresh(tx, shopId, one, reference);
    await record(tx, { shopId, agentId: null }, one, reference, at);
    took = true;
    return { act: 'paid', state, reference };
  });
  return took;
}
