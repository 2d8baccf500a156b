/** Photos of a parcel: files that belong to the order, kept where all files are. */
import type { WishOf } from '../../../core/commerce/operations/operation.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';

type Parcel = Pick<WishOf<'book-in'>, 'photos'>;

/** Whole, pictures, taken for this order by whoever books in; of a parcel without one for the shop. */
export async function requirePhotos(
  tx: Tx,
  { shopId, agentId }: Person,
  orderId: string,
  { photos }: Parcel,
): Promise<void> {
  if (photos.length === 0) return;
  const found = await tx.query<{ id: string }>(
    `select attachment_id as id from attachments where shop_id = $1 and conversation_id = $2 and attachment_id = any($3::uuid[])
      and uploader = 'agent' and uploader_id = $4 and state = 'ready' and kind = 'image' for update`,
    [shopId, orderId, photos, agentId],
  );
  if (found.length < new Set(photos).size) refuse({ code: 'not-found', what: 'file' });
}

export function takePhotos(tx: Tx, shopId: string, { photos }: Parcel): void {
  tx.send(`update attachments set state = 'posted' where shop_id = $1 and attachment_id = any($2::uuid[])`, [
    shopId,
    photos,
  ]);
}
