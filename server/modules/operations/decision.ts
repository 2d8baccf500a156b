/** What the shop's policy says of a wish, by the order's own facts and what was done to it before. */
import { arrivedByOthers } from '../../../core/commerce/operations/arrived.ts';
import type { OperationWish } from '../../../core/commerce/operations/operation.ts';
import { withoutLimits } from '../../../core/commerce/operations/policy-word.ts';
import { refundedOfLine } from '../../../core/commerce/operations/refunded-line.ts';
import { linesOf, policyWishOf, together } from '../../../core/commerce/operations/policy-wish.ts';
import type { Situation } from '../../../core/commerce/operations/situation.ts';
import { isAlive } from '../../../core/commerce/operations/situation.ts';
import type { Reason } from '../../../core/commerce/policy/claim.ts';
import { claimOfOrder } from '../../../core/commerce/policy/claim-of-order.ts';
import { decide } from '../../../core/commerce/policy/decide.ts';
import type { Decision } from '../../../core/commerce/policy/decision.ts';
import type { OrderHistory } from '../../../core/commerce/policy/order-facts.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { readOrderFacts } from '../commerce/index.ts';

export interface Ground {
  reason: Reason;
  condition?: { tags: boolean; resaleable: boolean; proof: boolean };
}

export async function decisionOn(
  tx: Tx,
  vault: Vault,
  shopId: string,
  situation: Situation,
  wish: OperationWish,
  { reason, condition }: Ground,
): Promise<Decision | null> {
  const { order, policy, now, zone, actor } = situation;
  const asked = policyWishOf(wish);
  if (asked === null) return null;
  const [facts] = await readOrderFacts(tx, vault, shopId, [order.orderId]);
  if (!facts) return null;
  const decisions = linesOf(wish, order.lines.length).map((line) => {
    const claim = claimOfOrder(
      { ...facts, history: historyOf(line, situation) },
      { line, wish: asked, reason, now, askedAt: null, zone, actor: actor.role },
      { ...condition, exchangeFor: wantedFor(wish, line) },
      policy,
    );
    return withoutLimits(decide(claim, policy));
  });
  return together(decisions);
}

export function historyOf(line: number, situation: Situation): OrderHistory {
  const { operations, order, asksToClose, actor } = situation;
  const items = [{ line, quantity: order.lines[line]?.quantity ?? 1 }];
  const byOther = arrivedByOthers(items, situation);
  const byActor = operations.some(
    ({ kind, state, requesterId }) => kind === 'book-in' && state === 'done' && requesterId === actor.agentId,
  );
  return {
    returnBookedIn: byOther ? 'by-other' : byActor ? 'by-actor' : 'no',
    priceDifferencePaid: operations.some(
      (one) =>
        one.kind === 'price-difference' && isAlive(one) && (one.details as { line: number }).line === line,
    ),
    closeAsked: asksToClose,
    refundedFen: refundedOfLine(line, situation),
  };
}

function wantedFor(wish: OperationWish, line: number): string | null {
  if (wish.kind === 'size-change') return wish.toSkuCode;
  if (wish.kind !== 'exchange') return null;
  return wish.items.find((item) => item.line === line)?.toSkuCode ?? null;
}
