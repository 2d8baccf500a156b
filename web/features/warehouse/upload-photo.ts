import { longestFileName } from '../../../core/attachments.ts';
import { remade } from '../../../live/picture.ts';
import { request } from '../../lib/request.ts';
import { sendBytes } from '../files/upload.ts';

/** A picture of a parcel on its way to the shop; answers with the id that the booking names. */
export async function uploadPhoto(orderId: string | null, file: File): Promise<string> {
  const bytes = await remade(file);
  const name = file.name.slice(-longestFileName) || 'photo';
  const { attachmentId } = await request<{ attachmentId: string }>(
    'POST',
    orderId === null ? '/stray-photos' : `/orders/${encodeURIComponent(orderId)}/photos`,
    { name, size: bytes.size },
  );
  await sendBytes(`/api/v1/parcel-photos/${attachmentId}`, bytes);
  return attachmentId;
}
