/** What a till said of a payment, written down with what follows from it. */
import type { AuditAct } from '../../../../core/commerce/operations/chain.ts';
import * as moves from '../../../../core/commerce/operations/moves.ts';
import type { OperationState } from '../../../../core/commerce/operations/operation.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import { settleShortages } from '../../commerce/index.ts';
import { writeDown } from '../audit.ts';
import { bookMoney } from '../book-money.ts';
import { carry, lockOrder } from '../carry.ts';
import type { Operations } from '../context.ts';
import { mustFind } from '../find.ts';
import { moveTo } from '../rows.ts';
import type { TillAnswer } from './till.ts';

const acts: Record<TillAnswer['said'], AuditAct> = {
  paid: 'paid',
  'not-paid': 'not-paid',
  nothing: 'unanswered',
};
const paymentStates = { paid: 'paid', 'not-paid': 'not-paid', nothing: 'unknown' } as const;

/** True where it changed something. */
export async function hear(
  operations: Operations,
  shopId: string,
  operationId: string,
  paymentId: string,
  answer: TillAnswer,
): Promise<boolean> {
  const { pool, vault, now } = operations.conversations;
  const first = await inShop(pool, shopId, (tx) => mustFind(tx, shopId, operationId));
  return carry(operations, { shopId, conversationId: first.conversationId, reacher: null }, async (tx) => {
    await lockOrder(tx, shopId, first.orderId);
    const one = await mustFind(tx, shopId, operationId);
    const state = (await isOpen(tx, shopId, paymentId)) ? moves.heard(one, answer.said) : null;
    if (state === null) return { result: false, told: null, byId: null };
    const at = now();
    const reference = answer.said === 'paid' ? answer.reference : null;
    tx.send(
      `update payments set state = $3, reference = $4, settled_at = $5 where shop_id = $1 and payment_id = $2`,
      [
        shopId,
        paymentId,
        paymentStates[answer.said],
        reference,
        answer.said === 'nothing' ? null : new Date(at),
      ],
    );
    moveTo(tx, shopId, one, state, at, { reference: reference ?? undefined });
    if (state === 'done') {
      await bookMoney(tx, shopId, one);
      await settleShortages(tx, shopId, one, null, at);
    }
    await writeDown(tx, vault, shopId, one, [{ act: acts[answer.said], state, byId: null, reference }], at);
    return { result: true, told: moved(one, state), byId: null };
  });
}

const moved = <One extends object>(one: One, state: OperationState) => ({ ...one, state });

async function isOpen(tx: Tx, shopId: string, paymentId: string): Promise<boolean> {
  const rows = await tx.query(
    `select from payments where shop_id = $1 and payment_id = $2 and state in ('intent', 'unknown')`,
    [shopId, paymentId],
  );
  return rows.length > 0;
}
