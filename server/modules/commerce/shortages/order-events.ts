/** The orders' own log: what happened, in the transaction in which it did. */
import type { OrderHappening } from '../../../../core/events.ts';
import type { Tx } from '../../../platform/database/pool.ts';

export function tell(
  tx: Tx,
  shopId: string,
  orderId: string,
  { type, ...data }: OrderHappening,
  now: number,
): void {
  tx.send('insert into order_events (shop_id, order_id, type, data, at) values ($1, $2, $3, $4, $5)', [
    shopId,
    orderId,
    type,
    JSON.stringify(data),
    new Date(now),
  ]);
}
