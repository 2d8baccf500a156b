import type { UploadAnswer } from '../../core/api.ts';
import { longestFileName } from '../../core/attachments.ts';
import { remade } from '../../live/picture.ts';
import type { reach } from '../desk.ts';
import type { Carried } from '../outgoing.ts';

/**
 * Announced, then sent; answers with the id that the message names.
 * @param ask the widget's own, whose refusals it knows again: a part has copies of all it imports
 */
export async function sendFile(
  ask: typeof reach,
  desk: string,
  visitorToken: string,
  file: Carried,
): Promise<string> {
  const authorization = `Bearer ${visitorToken}`;
  const announce = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', authorization };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await (await ask(`${desk}/widget/v1/${path}`, init)).json()) as UploadAnswer;
  };
  // The desk makes the card anew: nothing that it says comes from here.
  if ('card' in file) return (await announce('cards', { orderId: file.card.id })).attachmentId;
  const bytes = await remade(file);
  const announced = { name: file.name.slice(-longestFileName), size: bytes.size };
  const { attachmentId } = await announce('uploads', announced);
  await ask(`${desk}/widget/v1/uploads/${attachmentId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', authorization },
    body: bytes,
  });
  return attachmentId;
}
