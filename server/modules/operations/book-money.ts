/** Money that has gone back, in the order's own figures: once for each operation, behind the order's lock. */
import { givesBack } from '../../../core/commerce/operations/operation.ts';
import type { LineItems } from '../../../core/commerce/operations/operation.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import { sharesOf } from '../../../core/commerce/operations/shares.ts';
import { refundedAfter } from '../../../core/commerce/operations/sums.ts';
import { noHash } from '../../../core/commerce/operations/chain.ts';
import type { Tx } from '../../platform/database/pool.ts';

interface Line {
  key: string;
  quantity: number;
  paid: number | null;
  refunded: number;
}

export async function bookMoney(tx: Tx, shopId: string, one: Operation): Promise<void> {
  const { orderId, amountFen, kind } = one;
  if (!givesBack(kind) || amountFen === null) return;
  const [found] = await tx.query<{ told: number | null; known: number | null }>(
    `select o.refunded_fen as told, b.refunded_fen as known from orders o
    left join order_books b on b.shop_id = o.shop_id and b.order_id = o.order_id
    where o.shop_id = $1 and o.order_id = $2`,
    [shopId, orderId],
  );
  const refunded = refundedAfter(found!.known ?? 0, found!.told, amountFen);
  tx.send(
    `insert into order_books (shop_id, order_id, refunded_fen, hash) values ($1, $2, $3, $4)
    on conflict (shop_id, order_id) do update set refunded_fen = excluded.refunded_fen`,
    [shopId, orderId, refunded, noHash],
  );
  tx.send('update orders set refunded_fen = $3, updated_at = now() where shop_id = $1 and order_id = $2', [
    shopId,
    orderId,
    refunded,
  ]);
  const lines = await tx.query<Line>(
    `select line_key as key, quantity, paid_fen as paid, coalesce(refunded_fen, 0) as refunded from order_lines
    where shop_id = $1 and order_id = $2 order by line_key`,
    [shopId, orderId],
  );
  for (const { line, fen } of sharesOf(amountFen, itemsOf(one, lines), lines))
    tx.send(
      'update order_lines set refunded_fen = $4 where shop_id = $1 and order_id = $2 and line_key = $3',
      [shopId, orderId, lines[line]!.key, lines[line]!.refunded + fen],
    );
}

/** What the money was for; of a closed order everything. */
function itemsOf({ kind, details, lineKey }: Operation, lines: Line[]): LineItems[] {
  if (kind === 'close') return lines.map(({ quantity }, line) => ({ line, quantity }));
  if (kind === 'price-difference')
    return [{ line: lines.findIndex(({ key }) => key === lineKey), quantity: 1 }].filter(
      ({ line }) => line >= 0,
    );
  return (details as { items: LineItems[] }).items.filter(({ line }) => line < lines.length);
}
