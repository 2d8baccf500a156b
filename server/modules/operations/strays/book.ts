/** A parcel whose order nobody can tell: kept with what is in it, once, until somebody can. */
import { v7 as uuid } from 'uuid';
import type { StrayBooking } from '../../../../core/commerce/stray-api.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { canonical } from '../canonical.ts';
import type { Operations } from '../context.ts';
import { requirePhotos, takePhotos } from '../photos.ts';
import { placeOfParcel } from '../place-of-parcel.ts';

/** Its id. */
export function bookStray(
  { conversations }: Operations,
  person: Person,
  { key, ...booking }: StrayBooking,
): Promise<string> {
  const { pool, vault, now } = conversations;
  const { shopId, agentId } = person;
  const { trackingNo, carrier, items, sender, photos } = booking;
  const index = vault.blindIndex(shopId, 'stray parcel', canonical({ ...booking, agentId }));
  return inShop(pool, shopId, async (tx) => {
    // First: of two that are one, the second waits here and then finds its key.
    const place = await placeOfParcel(tx, shopId, trackingNo);
    const before = await sameKey(tx, shopId, key, index);
    if (before) return before;
    if (place) refuse({ code: 'conflict', reason: 'parcel-known' });
    // Until it has an order its photos are the shop's own.
    await requirePhotos(tx, person, shopId, { photos });
    const parcelId = uuid();
    const written = await tx.query(
      `insert into stray_parcels (shop_id, parcel_id, key, request_index, tracking_no, carrier, items, photos, sender_sealed,
        state, booked_by, booked_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10, $11) on conflict do nothing returning parcel_id`,
      [
        shopId,
        parcelId,
        key,
        index,
        trackingNo,
        carrier,
        JSON.stringify(items),
        photos,
        sender && vault.seal(Buffer.from(sender)),
        agentId,
        new Date(now()),
      ],
    );
    // Another parcel came under the same key meanwhile: refused in `sameKey`.
    if (written.length === 0) return (await sameKey(tx, shopId, key, index))!;
    takePhotos(tx, shopId, { photos });
    return parcelId;
  });
}

async function sameKey(tx: Tx, shopId: string, key: string, index: Buffer): Promise<string | null> {
  const [row] = await tx.query<{ parcelId: string; index: Buffer }>(
    'select parcel_id as "parcelId", request_index as index from stray_parcels where shop_id = $1 and key = $2',
    [shopId, key],
  );
  if (row && !row.index.equals(index)) refuse({ code: 'conflict', reason: 'key-reused' });
  return row?.parcelId ?? null;
}
