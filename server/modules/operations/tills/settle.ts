/**
 * From "ready" to "paid". The intent and its key are committed before the till is told; what it answers is committed
 * afterwards. Whatever falls down between them, the same key is asked for again, so that money moves once.
 */
import { v7 as uuid } from 'uuid';
import type { TillName } from '../../../../core/commerce/operation-api.ts';
import * as moves from '../../../../core/commerce/operations/moves.ts';
import { movesMoney } from '../../../../core/commerce/operations/operation.ts';
import type { Operation } from '../../../../core/commerce/operations/record.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { writeDown } from '../audit.ts';
import { carry, lockOrder } from '../carry.ts';
import type { Operations } from '../context.ts';
import { moveTo, operationById } from '../rows.ts';
import { hear } from './hear.ts';
import { tillOf } from './of-shop.ts';
import type { Till, TillAnswer, TillPayment } from './till.ts';

/** A till that says nothing for so long is asked later. */
const patienceMs = 10_000;
/** Nobody is still waiting for an answer after that. */
const resumeAfterMs = 60_000;

/** Pays it where it stands, and a till of the shop pays by itself. */
export async function settle(operations: Operations, shopId: string, operationId: string): Promise<void> {
  const payment = await intend(operations, shopId, operationId);
  if (payment) await tell(operations, payment);
}

type Intent = TillPayment & { till: Exclude<TillName, 'by-hand'>; operationId: string };

async function intend(operations: Operations, shopId: string, operationId: string): Promise<Intent | null> {
  const { pool, vault, now } = operations.conversations;
  const found = await inShop(pool, shopId, async (tx) => ({
    one: await operationById(tx, shopId, operationId),
    till: await tillOf(tx, shopId),
  }));
  const { one, till } = found;
  if (!one || till === 'by-hand' || !isDue(one)) return null;
  return carry<Intent | null>(
    operations,
    { shopId, conversationId: one.conversationId, reacher: null },
    async (tx) => {
      await lockOrder(tx, shopId, one.orderId);
      const still = await operationById(tx, shopId, operationId);
      if (!still || !isDue(still)) return { result: null, told: null, byId: null };
      const at = now();
      const state = moves.told(still);
      const paymentId = uuid();
      const { amountFen, currency } = still;
      tx.send(
        `insert into payments (shop_id, payment_id, operation_id, till, amount_fen, currency, state, asked_at, created_at)
        values ($1, $2, $3, $4, $5, $6, 'intent', $7, $7)`,
        [shopId, paymentId, operationId, till, amountFen, currency, new Date(at)],
      );
      moveTo(tx, shopId, still, state, at);
      await writeDown(tx, vault, shopId, still, [{ act: 'told-the-till', state, byId: null }], at);
      return {
        result: { shopId, paymentId, operationId, amountFen: amountFen!, currency, till },
        told: null,
        byId: null,
      };
    },
  );
}

const isDue = ({ kind, state, amountFen }: Operation): boolean =>
  movesMoney(kind) && state === 'ready' && amountFen !== null;

async function tell(operations: Operations, payment: Intent): Promise<void> {
  const answer = await answered(operations, (till) => till.pay(payment), payment);
  await hear(operations, payment.shopId, payment.operationId, payment.paymentId, answer);
}

/** Those that a till has not answered for, or that a server left behind when it fell. */
export async function resumePayments(operations: Operations, shopId: string): Promise<void> {
  const { pool, now } = operations.conversations;
  const before = new Date(now() - resumeAfterMs);
  const open = await inShop(pool, shopId, (tx) => openPayments(tx, shopId, 'asked_at < $2', before));
  for (const payment of open) await askAgain(operations, payment);
}

/** Of one operation, now. */
export async function askTill(operations: Operations, shopId: string, operationId: string): Promise<void> {
  const open = await inShop(operations.conversations.pool, shopId, (tx) =>
    openPayments(tx, shopId, 'operation_id = $2', operationId),
  );
  for (const payment of open) await askAgain(operations, payment);
}

async function openPayments(tx: Tx, shopId: string, condition: string, value: unknown): Promise<Intent[]> {
  const rows = await tx.query<Omit<Intent, 'shopId'>>(
    `select payment_id as "paymentId", operation_id as "operationId", amount_fen as "amountFen", currency, till
    from payments where shop_id = $1 and state in ('intent', 'unknown') and till <> 'by-hand' and ${condition}
    order by asked_at limit 20`,
    [shopId, value],
  );
  return rows.map((row) => ({ shopId, ...row }));
}

/** What never came in is told again under the same key; the till itself keeps it from being paid twice. */
async function askAgain(operations: Operations, payment: Intent): Promise<void> {
  const { pool, now } = operations.conversations;
  const { shopId, paymentId, operationId } = payment;
  await inShop(pool, shopId, async (tx) => {
    tx.send('update payments set asked_at = $3 where shop_id = $1 and payment_id = $2', [
      shopId,
      paymentId,
      new Date(now()),
    ]);
  });
  const found = await answered(operations, (till) => till.ask(payment), payment);
  if (found.said === 'unheard') await tell(operations, payment);
  else await hear(operations, shopId, operationId, paymentId, found);
}

/** A till that fails has said nothing: nobody knows what it did before. */
async function answered<Answer extends TillAnswer | { said: 'unheard' }>(
  { tills, onFailure }: Operations,
  call: (till: Till) => Promise<Answer>,
  { till }: Intent,
): Promise<Answer | { said: 'nothing' }> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<{ said: 'nothing' }>((resolve) => {
    timer = setTimeout(() => resolve({ said: 'nothing' }), patienceMs);
  });
  try {
    return await Promise.race([call(tills[till]), tooLate]);
  } catch (error) {
    onFailure(error);
    return { said: 'nothing' };
  } finally {
    clearTimeout(timer);
  }
}
