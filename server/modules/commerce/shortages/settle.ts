/** An operation that is done ends the shortage whose answer it was, in its own transaction, once. */
import type { Operation } from '../../../../core/commerce/operations/record.ts';
import type { Answered } from '../../../../core/commerce/shortage/meets.ts';
import { meets } from '../../../../core/commerce/shortage/meets.ts';
import { settledBy } from '../../../../core/commerce/shortage/shortage.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { tell } from './order-events.ts';

export async function settleShortages(
  tx: Tx,
  shopId: string,
  one: Pick<Operation, 'operationId' | 'orderId' | 'kind' | 'details'>,
  byId: string | null,
  now: number,
): Promise<void> {
  const { operationId, orderId } = one;
  const answered = await tx.query<Answered & { shortageId: string }>(
    `select s.shortage_id as "shortageId", s.state, s.choice, s.units, (select count(*)::int from order_lines l
      where l.shop_id = s.shop_id and l.order_id = s.order_id and l.line_key < s.line_key) as line
    from shortages s where s.shop_id = $1 and s.order_id = $2 and s.state = 'answered' for update`,
    [shopId, orderId],
  );
  for (const shortage of answered) {
    if (!meets(shortage, one)) continue;
    const { shortageId } = shortage;
    tx.send(
      `update shortages set state = 'settled', ended_at = $3, settled_by = $4 where shop_id = $1 and shortage_id = $2`,
      [shopId, shortageId, new Date(now), operationId],
    );
    tell(tx, shopId, orderId, { ...settledBy(operationId, byId), shortageId }, now);
  }
}
