import type { UploadAnswer } from '../../core/api.ts';
import { longestFileName } from '../../core/attachments.ts';
import { remade } from '../../live/picture.ts';
import { ask } from '../desk.ts';

/** Announced, then sent; answers with the id that the message names. */
export async function sendFile(desk: string, visitorToken: string, file: File): Promise<string> {
  const bytes = await remade(file);
  const authorization = `Bearer ${visitorToken}`;
  const { attachmentId } = await ask<UploadAnswer>(`${desk}/widget/v1/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ name: file.name.slice(-longestFileName), size: bytes.size }),
  });
  await ask(`${desk}/widget/v1/uploads/${attachmentId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', authorization },
    body: bytes,
  });
  return attachmentId;
}
