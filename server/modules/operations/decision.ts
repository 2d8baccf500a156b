/** What the shop's policy says of a wish. */
import type { OperationWish } from '../../../core/commerce/operations/operation.ts';
import type { Situation } from '../../../core/commerce/operations/situation.ts';
import type { Decision } from '../../../core/commerce/policy/decision.ts';
import type { Reason } from '../../../core/commerce/policy/claim.ts';
import type { Tx } from '../../platform/database/pool.ts';

export interface Ground {
  reason: Reason;
  condition?: { tags: boolean; resaleable: boolean; proof: boolean };
}

export async function decisionOn(
  _tx: Tx,
  _shopId: string,
  _situation: Situation,
  _wish: OperationWish,
  _ground: Ground,
): Promise<Decision | null> {
  return null;
}
