import type { Tx } from '../../platform/database/pool.ts';

/**
 * A parcel lies in one place: in an order's books, or among those that wait for their order; null: nobody booked it in. Whoever
 * books the same one meanwhile waits here until the transaction ends.
 */
export async function placeOfParcel(
  tx: Tx,
  shopId: string,
  trackingNo: string,
): Promise<'booked' | 'waiting' | null> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 21))', [`${shopId} ${trackingNo}`]);
  const [row] = await tx.query<{ place: 'booked' | 'waiting' }>(
    `select 'booked' as place from operations
      where shop_id = $1 and tracking_no = $2 and kind = 'book-in' and state = 'done'
    union all select 'waiting' from stray_parcels where shop_id = $1 and tracking_no = $2 and state = 'waiting'`,
    [shopId, trackingNo],
  );
  return row?.place ?? null;
}
