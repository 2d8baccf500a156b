import type { UploadAnswer } from '../../core/api.ts';
import { longestFileName } from '../../core/attachments.ts';
import { remade } from '../../live/picture.ts';
import type { reach } from '../desk.ts';

/**
 * Announced, then sent; answers with the id that the message names.
 * @param ask the widget's own, whose refusals it knows again: a part has copies of all it imports
 */
export async function sendFile(
  ask: typeof reach,
  desk: string,
  visitorToken: string,
  file: File,
): Promise<string> {
  const bytes = await remade(file);
  const authorization = `Bearer ${visitorToken}`;
  const announced = await ask(`${desk}/widget/v1/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ name: file.name.slice(-longestFileName), size: bytes.size }),
  });
  const { attachmentId } = (await announced.json()) as UploadAnswer;
  await ask(`${desk}/widget/v1/uploads/${attachmentId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', authorization },
    body: bytes,
  });
  return attachmentId;
}
