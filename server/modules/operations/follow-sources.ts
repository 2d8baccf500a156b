/** What the shop's sources told of orders, where it concerns what the desk did to them. Each once, by whichever node comes first. */
import { hasLeft } from '../../../core/commerce/operations/has-left.ts';
import { sent } from '../../../core/commerce/operations/moves.ts';
import { inShop } from '../../platform/database/pool.ts';
import { readOrders, settleShortages, tellOnce, untoldChanges } from '../commerce/index.ts';
import { act } from './act.ts';
import { carry, lockOrder } from './carry.ts';
import type { Operations } from './context.ts';
import { settleStock } from './effects.ts';
import { mustFind } from './find.ts';
import { moveTo, operationsOf } from './rows.ts';

export async function followSources(operations: Operations, shopId: string): Promise<void> {
  const { pool } = operations.conversations;
  const [changes, leaving] = await inShop(pool, shopId, async (tx) => [
    await untoldChanges(tx, shopId),
    await tx.query<{ operationId: string }>(mayHaveLeft, [shopId]),
  ]);
  for (const { operationId } of changes) await each(() => tellOvertaken(operations, shopId, operationId));
  for (const { operationId } of leaving) await each(() => settleSent(operations, shopId, operationId));

  /** One that fails keeps none of the others. */
  async function each(step: () => Promise<void>): Promise<void> {
    await step().catch(operations.onFailure);
  }
}

/** In the conversation that the change was made from. */
async function tellOvertaken(operations: Operations, shopId: string, operationId: string): Promise<void> {
  const { pool, now } = operations.conversations;
  const { orderId, conversationId } = await inShop(pool, shopId, (tx) => mustFind(tx, shopId, operationId));
  await carry(operations, { shopId, conversationId, reacher: null }, async (tx) => {
    await lockOrder(tx, shopId, orderId);
    const one = await mustFind(tx, shopId, operationId);
    const isFirst = await tellOnce(tx, shopId, operationId, now());
    return { result: null, told: isFirst ? { ...one, overtaken: true } : null, byId: null };
  });
}

/** As if the warehouse had said so. */
async function settleSent(operations: Operations, shopId: string, operationId: string): Promise<void> {
  const { vault } = operations.conversations;
  await act(operations, { shopId, agentId: null }, operationId, async (tx, one, at) => {
    if (one.state !== 'ready') return null;
    const [order] = await readOrders(tx, vault, shopId, [one.orderId]);
    const others = await operationsOf(tx, shopId, one.orderId);
    const taken = new Set(
      others.flatMap(({ kind, trackingNo }) => (kind === 'exchange' && trackingNo ? [trackingNo] : [])),
    );
    const left = order && hasLeft(one, order, taken);
    if (!left) return null;
    const state = sent(one);
    const { trackingNo } = left;
    moveTo(tx, shopId, one, state, at, { trackingNo });
    settleStock(tx, shopId, one, 'sent', at);
    await settleShortages(tx, shopId, one, null, at);
    return { act: 'sent', state, reference: trackingNo };
  });
}

const mayHaveLeft = `select o.operation_id as "operationId" from operations o
  join orders r on r.shop_id = o.shop_id and r.order_id = o.order_id
  where o.shop_id = $1 and o.state = 'ready' and (o.kind = 'size-change'
      and (r.dispatched_at is not null or r.received_at is not null or r.state in ('dispatched', 'received')
        or exists (select from shipments s where s.shop_id = $1 and s.order_id = o.order_id))
    or o.kind = 'exchange' and exists (select from shipments s
      join outbound_items i on i.shop_id = $1 and i.shipment_id = s.shipment_id
        and i.sku_code in (select item ->> 'toSkuCode' from jsonb_array_elements(o.details -> 'items') item)
      where s.shop_id = $1 and s.order_id = o.order_id and coalesce(s.dispatched_at, s.last_scan_at) > o.created_at))
  order by o.created_at limit 100`;
