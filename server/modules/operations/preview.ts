/** What would come of it, before anybody decides: nothing is written. */
import type { OperationPreview, OperationRequest, UndoUntil } from '../../../core/commerce/operation-api.ts';
import type { OperationKind, OperationWish } from '../../../core/commerce/operations/operation.ts';
import { movesMoney } from '../../../core/commerce/operations/operation.ts';
import { planOf } from '../../../core/commerce/operations/plan.ts';
import { ownLimit } from '../../../core/commerce/operations/signing.ts';
import { parcelSentence } from '../../../core/words/parcel-sentence.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import { dearerBy, readProducts } from '../commerce/index.ts';
import { isBeside } from '../conversations/index.ts';
import { requireKind } from './ask.ts';
import type { Operations } from './context.ts';
import { gather } from './situation.ts';
import { tillOf } from './tills/of-shop.ts';
import { nameOfSku } from './view.ts';

export async function preview(
  operations: Operations,
  person: Person,
  orderId: string,
  { wish, reason, condition, conversationId }: Omit<OperationRequest, 'key'>,
): Promise<OperationPreview> {
  requireKind(person, wish);
  const { shopId, role } = person;
  const { pool, vault } = operations.conversations;
  const zone = await operations.zone(shopId);
  return snapshotOfShop(pool, shopId, async (tx) => {
    const { situation } = await gather(
      tx,
      operations,
      person,
      orderId,
      wish,
      { reason: reason.code, condition },
      { zone },
    );
    const plan = planOf(wish, situation);
    const { order, policy, decision } = situation;
    const stray = conversationId !== null && !(await isBeside(tx, vault, shopId, conversationId, orderId));
    const goods = plan.comparison
      ? await readProducts(
          tx,
          shopId,
          order.lines.flatMap((line) => line.productId ?? []),
        )
      : [];
    const { counts } = plan;
    return {
      kind: wish.kind,
      refusal: stray ? { code: 'conflict', reason: 'not-beside' } : plan.refusal,
      amountFen: plan.amountFen,
      money: plan.money,
      limits: {
        operation: { fen: counts.operation, limitFen: ownLimit(policy.limits, role) },
        order: { fen: counts.order, limitFen: ownLimit(policy.limitsPerOrder, role) },
        day: { fen: counts.day, limitFen: ownLimit(policy.limitsPerDay, role) },
      },
      policy: decision,
      needs: plan.needs,
      why: plan.why,
      stock: plan.takes.map(({ skuCode, quantity, available }) => ({
        skuCode,
        availableNow: available ?? 0,
        takes: quantity,
      })),
      comparison: plan.comparison,
      sentence:
        (plan.comparison &&
          wish.kind === 'book-in' &&
          parcelSentence({
            trackingNo: wish.trackingNo,
            comparison: plan.comparison,
            nameOf: (code) => nameOfSku(code, order, goods),
          })) ||
        null,
      dearerFen: await dearerIn(tx, shopId, wish, order),
      dueAt: plan.dueAt,
      till: movesMoney(wish.kind) && plan.amountFen !== null ? await tillOf(tx, shopId) : null,
      undo: undoUntil[wish.kind],
    };
  });
}

async function dearerIn(tx: Tx, shopId: string, wish: OperationWish, order: OrderView) {
  const line = wish.kind === 'size-change' ? order.lines[wish.line] : undefined;
  if (wish.kind !== 'size-change' || !line) return null;
  const { skuCode, quantity } = line;
  return dearerBy(
    tx,
    shopId,
    order.orderId,
    { skuCode, quantity: wish.quantity ?? quantity },
    wish.toSkuCode,
  );
}

const undoUntil: Record<OperationKind, UndoUntil> = {
  return: 'relied-on',
  'book-in': 'relied-on',
  exchange: 'sent',
  refund: 'paid',
  payout: 'paid',
  compensation: 'paid',
  'price-difference': 'paid',
  gift: 'sent',
  'address-change': 'dispatched',
  'size-change': 'sent',
  close: 'paid',
};
