/** Paid by hand, on the platform, by finance: what is written down is what happened there. */
import { v7 as uuid } from 'uuid';
import type { Payment } from '../../../core/commerce/operation-api.ts';
import { own } from '../../../core/commerce/operations/may.ts';
import { paidByHand } from '../../../core/commerce/operations/moves.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { settleShortages } from '../commerce/index.ts';
import { act } from './act.ts';
import { bookMoney } from './book-money.ts';
import type { Operations } from './context.ts';
import { moveTo } from './rows.ts';

export async function payByHand(
  operations: Operations,
  person: Person,
  operationId: string,
  payment: Payment,
): Promise<void> {
  await act(operations, person, operationId, async (tx, one, at) => {
    requireSame(one, payment);
    // Said twice: the answer to the first may have been lost.
    if (one.state === 'done' && one.reference === payment.reference) return null;
    const state = paidByHand(one);
    if (own(one, person)) refuse({ code: 'conflict', reason: 'own-request' });
    await requireFresh(tx, person.shopId, one, payment.reference);
    await record(tx, person, one, payment.reference, at);
    return { act: 'paid', state, reference: payment.reference };
  });
}

/** The row of a till that never answered becomes the one that says how it was paid. */
export async function record(
  tx: Tx,
  { shopId, agentId }: { shopId: string; agentId: string | null },
  one: Operation,
  reference: string,
  at: number,
) {
  const paid = [shopId, one.operationId, reference, new Date(at)];
  const [unknown] = await tx.query<{ id: string }>(
    `select payment_id as id from payments where shop_id = $1 and operation_id = $2 and state in ('intent', 'unknown')`,
    [shopId, one.operationId],
  );
  if (unknown)
    tx.send(
      `update payments set state = 'paid', reference = $3, settled_at = $4
      where shop_id = $1 and operation_id = $2 and state in ('intent', 'unknown')`,
      paid,
    );
  else
    tx.send(
      `insert into payments (shop_id, payment_id, operation_id, till, amount_fen, currency, state, reference, created_at, settled_at)
      values ($1, $5, $2, 'by-hand', $6, $7, 'paid', $3, $4, $4)`,
      [...paid, uuid(), one.amountFen, one.currency],
    );
  moveTo(tx, shopId, one, 'done', at, { reference });
  await bookMoney(tx, shopId, one);
  await settleShortages(tx, shopId, one, agentId, at);
}

/** What is written down is what was agreed to, to the fen. */
export function requireSame(
  one: Operation,
  { amountFen, currency }: Pick<Payment, 'amountFen' | 'currency'>,
) {
  const problems = [
    ...(one.amountFen === amountFen ? [] : ['amountFen']),
    ...(one.currency === currency ? [] : ['currency']),
  ];
  if (problems.length > 0)
    refuse({ code: 'invalid', problems: problems.map((field) => ({ field, problem: 'not-allowed' })) });
}

/** One reference pays one operation. */
export async function requireFresh(tx: Tx, shopId: string, { operationId }: Operation, reference: string) {
  const used = await tx.query(
    `select from payments where shop_id = $1 and reference = $2 and state = 'paid' and operation_id <> $3`,
    [shopId, reference, operationId],
  );
  if (used.length > 0) refuse({ code: 'conflict', reason: 'reference-used' });
}
