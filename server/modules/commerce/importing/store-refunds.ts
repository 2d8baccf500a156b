/** Money that a source says went back, each time once, however often and in whatever order it is told. */
import type { Tx } from '../../../platform/database/pool.ts';
import { ordersOf, unknownOf } from './known.ts';
import type { Written } from './rows.ts';
import { currencyOf, iso, tally } from './rows.ts';
import type { ImportTarget, ReadRow, Stored } from './storing.ts';

export async function storeRefunds(tx: Tx, target: ImportTarget, rows: ReadRow[]): Promise<Stored> {
  const { shopId } = target;
  const orders = await ordersOf(tx, target, rows);
  const faults = unknownOf(rows, 'number', 'unknown-order', (number) => orders.has(number));
  const refunds = new Map<string, object>();
  for (const { values } of rows) {
    const order_id = orders.get(values['number'] as string);
    if (order_id === undefined) continue;
    refunds.set([order_id, values['refundId']].join('\n'), {
      order_id,
      refund_key: values['refundId'],
      amount_fen: values['amount'],
      currency: currencyOf(values),
      refunded_at: iso(values['refundedAt']),
    });
  }
  const written = await tx.query<Written>(refundRows, [shopId, JSON.stringify([...refunds.values()])]);
  if (written.length > 0) tx.send(orderSums, [shopId, written.map(({ key }) => key)]);
  return { ...tally(refunds.size, written), faults };
}

const refundRows = `insert into told_refunds as t (shop_id, order_id, refund_key, amount_fen, currency, refunded_at)
  select $1, r.* from json_to_recordset($2::json) as r(order_id uuid, refund_key text, amount_fen bigint, currency text,
    refunded_at timestamptz)
  on conflict (shop_id, order_id, refund_key) do update
    set amount_fen = excluded.amount_fen, currency = excluded.currency,
      refunded_at = coalesce(excluded.refunded_at, t.refunded_at)
    where (t.amount_fen, t.currency) is distinct from (excluded.amount_fen, excluded.currency)
  returning order_id::text as key, (xmax = 0) as added`;

/** The order itself may know of more: of those that were paid back before anybody told of each. */
const orderSums = `update orders o set refunded_fen = greatest(coalesce(o.refunded_fen, 0), s.fen), updated_at = now()
  from (select order_id, sum(amount_fen)::bigint as fen from told_refunds
    where shop_id = $1 and order_id = any($2::uuid[]) group by order_id) s
  where o.shop_id = $1 and o.order_id = s.order_id and coalesce(o.refunded_fen, 0) < s.fen`;
