/** Some units of an order's line as a line of their own, and back. The order's row is locked. */
import type { LineMoney } from '../../../../core/commerce/desk-changes/share-of-units.ts';
import { shareOfUnits } from '../../../../core/commerce/desk-changes/share-of-units.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Apart, LineContent } from './changes.ts';

/** Behind every other key: operations name lines by their place, and those of the others must not move. */
const keyApart = (operationId: string): string => `\u{10ffff}${operationId}`;

export async function splitOff(
  tx: Tx,
  shopId: string,
  { operationId, orderId, lineKey }: { operationId: string; orderId: string; lineKey: string },
  quantity: number,
  content: LineContent,
): Promise<Apart> {
  const [money] = await tx.query<LineMoney>(
    `select paid_fen as "paidFen", refunded_fen as "refundedFen" from order_lines
    where shop_id = $1 and order_id = $2 and line_key = $3`,
    [shopId, orderId, lineKey],
  );
  const { rest, apart } = shareOfUnits(money!, content.quantity, quantity);
  const key = keyApart(operationId);
  tx.send(
    `insert into order_lines (shop_id, order_id, line_key, product_code, sku_code, title, spec, price_fen, quantity,
      paid_fen, refunded_fen, placed_at, swapped_by)
    select shop_id, order_id, $4, $5, $6, $7, $8, $9, $10, $11, $12, placed_at, $13 from order_lines
    where shop_id = $1 and order_id = $2 and line_key = $3`,
    [
      shopId,
      orderId,
      lineKey,
      key,
      content.productCode,
      content.skuCode,
      content.title,
      content.spec,
      content.priceFen,
      content.quantity,
      apart.paidFen,
      apart.refundedFen,
      operationId,
    ],
  );
  tx.send(
    `update order_lines set quantity = $4, paid_fen = $5, refunded_fen = $6
    where shop_id = $1 and order_id = $2 and line_key = $3`,
    [shopId, orderId, lineKey, quantity - content.quantity, rest.paidFen, rest.refundedFen],
  );
  touch(tx, shopId, orderId);
  return { lineKey: key, content };
}

interface Together {
  orderId: string;
  lineKey: string;
  apartKey: string;
  /** What was paid for them comes back with them: the source still counts them to the line. */
  withPaid: boolean;
}

/** Nothing is short any more of what is not there; what went back stays on record. */
export function putTogether(
  tx: Tx,
  shopId: string,
  { orderId, lineKey, apartKey, withPaid }: Together,
  at: number,
): void {
  tx.send(
    `update order_lines k set paid_fen = case when $5::boolean then k.paid_fen + coalesce(a.paid_fen, 0) else k.paid_fen end,
      refunded_fen = case when a.refunded_fen is null then k.refunded_fen else coalesce(k.refunded_fen, 0) + a.refunded_fen end
    from order_lines a where k.shop_id = $1 and k.order_id = $2 and k.line_key = $3
      and a.shop_id = $1 and a.order_id = $2 and a.line_key = $4`,
    [shopId, orderId, lineKey, apartKey, withPaid],
  );
  tx.send(
    `with ended as (update shortages set state = 'withdrawn', ended_at = $4
      where shop_id = $1 and order_id = $2 and line_key = $3 and state in ('open', 'answered') returning shortage_id)
    insert into order_events (shop_id, order_id, type, data, at)
    select $1, $2, 'shortage.ended', json_build_object('as', 'withdrawn', 'byId', null, 'shortageId', shortage_id), $4 from ended`,
    [shopId, orderId, apartKey, new Date(at)],
  );
  moveShortages(tx, shopId, orderId, apartKey, lineKey);
  remove(tx, shopId, orderId, apartKey);
  touch(tx, shopId, orderId);
}

/** What the desk had set apart, under the source's own name for it. */
export function callAsTold(tx: Tx, shopId: string, orderId: string, apartKey: string, toldKey: string): void {
  tx.send(
    `insert into order_lines (shop_id, order_id, line_key, product_code, sku_code, title, spec, price_fen, quantity,
      paid_fen, refunded_fen, state_said, placed_at)
    select shop_id, order_id, $4, product_code, sku_code, title, spec, price_fen, quantity, paid_fen, refunded_fen,
      state_said, placed_at from order_lines where shop_id = $1 and order_id = $2 and line_key = $3
    on conflict do nothing`,
    [shopId, orderId, apartKey, toldKey],
  );
  moveShortages(tx, shopId, orderId, apartKey, toldKey);
  remove(tx, shopId, orderId, apartKey);
}

function moveShortages(tx: Tx, shopId: string, orderId: string, from: string, to: string): void {
  tx.send('update shortages set line_key = $4 where shop_id = $1 and order_id = $2 and line_key = $3', [
    shopId,
    orderId,
    from,
    to,
  ]);
}

function remove(tx: Tx, shopId: string, orderId: string, lineKey: string): void {
  tx.send('delete from order_lines where shop_id = $1 and order_id = $2 and line_key = $3', [
    shopId,
    orderId,
    lineKey,
  ]);
}

const touch = (tx: Tx, shopId: string, orderId: string): void =>
  tx.send('update orders set updated_at = now() where shop_id = $1 and order_id = $2', [shopId, orderId]);
