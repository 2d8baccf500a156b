/** Orders as the desk shows them, with their lines, parcels and changes; personal data masked. */
import type { OrderPersonal, OrderView } from '../../../core/commerce/order-api.ts';
import { stateOf, stateWithParcels } from '../../../core/commerce/order-state.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { mask } from '../customers/index.ts';
import { receiverBefore } from './desk-changes/overtaken.ts';
import type { Personal } from './importing/gather-orders.ts';
import { masked } from './masked.ts';

interface OrderRow extends Omit<OrderView, 'number' | 'receiver' | 'phone' | 'address'> {
  sealed: Buffer | null;
  keySealed: Buffer | null;
  closedAt: number | null;
}

/** Scans of one parcel that are shown, the newest. */
const mostScans = 30;

/** In the order of the ids. */
export async function readOrders(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderIds: string[],
): Promise<OrderView[]> {
  if (orderIds.length === 0) return [];
  const rows = await tx.query<OrderRow>(statements.orders, [shopId, orderIds]);
  const views = new Map(rows.map((row) => [row.orderId, viewOf(vault, row)]));
  return orderIds.flatMap((id) => views.get(id) ?? []);
}

export async function readPersonal(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderId: string,
): Promise<OrderPersonal | null> {
  const [row] = await tx.query<{ sealed: Buffer | null; keySealed: Buffer | null }>(statements.sealed, [
    shopId,
    orderId,
  ]);
  if (!row) return null;
  const { number = '', receiver, phone, address, buyerNote, sellerNote } = openPersonal(vault, row);
  return {
    number,
    receiver: receiver ?? null,
    phone: phone ?? null,
    address: address ?? null,
    buyerNote: buyerNote ?? null,
    sellerNote: sellerNote ?? null,
    atDesk: await receiverBefore(tx, vault, shopId, orderId),
  };
}

/** Whose account each was placed with, by order; for finding them, never for showing. */
export async function accountsOf(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderIds: string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ orderId: string; sealed: Buffer | null; keySealed: Buffer | null }>(
    `select o.order_id as "orderId", o.sealed, b.key_sealed as "keySealed" from orders o
    join buyers b on b.shop_id = o.shop_id and b.buyer_id = o.buyer_id
    where o.shop_id = $1 and o.order_id = any($2::uuid[]) and o.account_index is not null`,
    [shopId, orderIds],
  );
  return new Map(
    rows.flatMap((row) => {
      const { account } = openPersonal(vault, row);
      return account ? [[row.orderId, account]] : [];
    }),
  );
}

function viewOf(vault: Vault, { sealed, keySealed, closedAt, ...row }: OrderRow): OrderView {
  const { number, ...personal } = openPersonal(vault, { sealed, keySealed });
  return {
    ...row,
    state: stateWithParcels(stateOf({ ...row, closedAt }), row.parcels),
    number: number === undefined ? '****' : mask('order', number),
    ...masked(personal),
  };
}

/** Nothing of an erased buyer. */
export function openPersonal(
  vault: Vault,
  { sealed, keySealed }: Pick<OrderRow, 'sealed' | 'keySealed'>,
): Partial<Personal> {
  if (sealed === null || keySealed === null) return {};
  return JSON.parse(vault.open(sealed, vault.open(keySealed)).toString('utf8')) as Personal;
}

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

export const statements = {
  sealed: `select o.sealed, b.key_sealed as "keySealed" from orders o
    join buyers b on b.shop_id = o.shop_id and b.buyer_id = o.buyer_id
    where o.shop_id = $1 and o.order_id = $2`,

  orders: `select o.order_id as "orderId", o.source, o.sealed, b.key_sealed as "keySealed", o.state,
      o.state_said as "stateSaid", o.total_fen as "totalFen", o.paid_fen as "paidFen", o.refunded_fen as "refundedFen",
      o.freight_fen as "freightFen", o.currency, o.placed_at as "placedAt", o.paid_at as "paidAt",
      o.dispatched_at as "dispatchedAt", o.received_at as "receivedAt", o.closed_at as "closedAt",
      o.promised_at as "promisedAt", o.updated_at as "updatedAt",
      (select json_build_object('toldAt', ${ms('c.told_at')}, 'failingSince', ${ms('c.failing_since')}, 'trouble', c.failure)
        from sources c where c.shop_id = o.shop_id and c.name = o.source) as standing,
      coalesce((select json_agg(json_build_object('title', coalesce(l.title, (select p.name from skus k
            join products p on p.shop_id = k.shop_id and p.product_id = k.product_id
            where k.shop_id = l.shop_id and k.code = l.sku_code order by (k.source = o.source) desc limit 1)),
          'spec', l.spec, 'skuCode', l.sku_code,
          'productId', (select k.product_id from skus k where k.shop_id = l.shop_id and k.code = l.sku_code
            order by (k.source = o.source) desc limit 1),
          'quantity', l.quantity, 'priceFen', l.price_fen, 'paidFen', l.paid_fen, 'refundedFen', l.refunded_fen,
          'swappedBy', l.swapped_by) order by l.line_key)
        from order_lines l where l.shop_id = o.shop_id and l.order_id = o.order_id), '[]') as lines,
      coalesce((select json_agg(json_build_object('trackingNo', s.tracking_no, 'carrier', s.carrier,
          'dispatchedAt', ${ms('s.dispatched_at')}, 'promisedAt', ${ms('s.promised_at')},
          'deliveredAt', ${ms('s.delivered_at')}, 'lastScanAt', ${ms('s.last_scan_at')},
          'scans', coalesce((select json_agg(json_build_object('at', ${ms('e.at')}, 'state', e.state, 'place', e.place,
              'said', e.said))
            from (select * from tracking_events e where e.shop_id = s.shop_id and e.shipment_id = s.shipment_id
              order by e.at desc limit ${mostScans}) e), '[]'),
          'items', coalesce((select json_agg(json_build_object('skuCode', i.sku_code, 'batch', i.batch,
              'quantity', i.quantity))
            from outbound_items i where i.shop_id = s.shop_id and i.shipment_id = s.shipment_id), '[]'))
          order by s.shipment_id)
        from shipments s where s.shop_id = o.shop_id and s.order_id = o.order_id), '[]') as parcels,
      coalesce((select json_agg(json_build_object('kind', c.kind, 'skuCode', c.sku_code, 'toSkuCode', c.to_sku_code,
          'at', ${ms('c.at')}, 'agreedAt', ${ms('c.agreed_at')}) order by c.at)
        from order_changes c where c.shop_id = o.shop_id and c.order_id = o.order_id), '[]') as changes
    from orders o join buyers b on b.shop_id = o.shop_id and b.buyer_id = o.buyer_id
    where o.shop_id = $1 and o.order_id = any($2::uuid[])`,
};
