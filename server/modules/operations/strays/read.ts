/** Parcels that fit no order, as their list shows them. */
import type { Page } from '../../../../core/commerce/operation-api.ts';
import type { StrayParcel } from '../../../../core/commerce/stray-api.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';
import { readOrders } from '../../commerce/index.ts';
import { pageSize, placeOf } from '../pages.ts';

interface Row extends Omit<StrayParcel, 'sender' | 'order'> {
  senderSealed: Buffer | null;
  orderId: string | null;
}

const columns = `s.parcel_id as "parcelId", s.state, s.tracking_no as "trackingNo", s.carrier, s.items, s.photos,
  s.sender_sealed as "senderSealed", s.order_id as "orderId", s.booked_at as "bookedAt", s.ended_at as "endedAt",
  s.ended_words as words, coalesce(b.name, '') as "bookedBy", e.name as "endedBy"`;
const tables = `stray_parcels s left join agents b on b.shop_id = s.shop_id and b.agent_id = s.booked_by
  left join agents e on e.shop_id = s.shop_id and e.agent_id = s.ended_by`;

/** What waits, the longest waiting first; what has ended, the newest first. */
export async function readStrays(
  tx: Tx,
  vault: Vault,
  shopId: string,
  show: 'waiting' | 'ended',
  after: string | null,
): Promise<Page<StrayParcel>> {
  const place = after === null ? null : placeOf(after);
  const [sign, direction, states] =
    show === 'waiting' ? ['>', 'asc', ['waiting']] : ['<', 'desc', ['tied', 'given-up']];
  const found = await tx.query<Row>(
    `select ${columns} from ${tables} where s.shop_id = $1 and s.state = any($2)
      ${place ? `and (s.booked_at, s.parcel_id) ${sign} ($3, $4)` : ''}
    order by s.booked_at ${direction}, s.parcel_id ${direction} limit ${pageSize + 1}`,
    [shopId, states, ...(place ? [place.at, place.id] : [])],
  );
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return {
    rows: await shown(tx, vault, shopId, rows),
    next: found.length > pageSize && last ? `${last.bookedAt}_${last.parcelId}` : null,
  };
}

export async function readStray(
  tx: Tx,
  vault: Vault,
  shopId: string,
  parcelId: string,
): Promise<StrayParcel> {
  const rows = await tx.query<Row>(
    `select ${columns} from ${tables} where s.shop_id = $1 and s.parcel_id = $2`,
    [shopId, parcelId],
  );
  const [one] = await shown(tx, vault, shopId, rows);
  return one ?? refuse({ code: 'not-found', what: 'parcel' });
}

async function shown(tx: Tx, vault: Vault, shopId: string, rows: readonly Row[]): Promise<StrayParcel[]> {
  const orders = await readOrders(
    tx,
    vault,
    shopId,
    rows.flatMap(({ orderId }) => orderId ?? []),
  );
  const numbers = new Map(orders.map(({ orderId, number }) => [orderId, number]));
  return rows.map(({ senderSealed, orderId, ...row }) => ({
    ...row,
    sender: senderSealed && vault.open(senderSealed).toString('utf8'),
    order: orderId === null ? null : { orderId, number: numbers.get(orderId) ?? '****' },
  }));
}
