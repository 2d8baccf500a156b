/**
 * A file's way to the desk: `upload(conversationId, file, { onProgress, signal })` answers with the attachment, which the
 * next message names by its id. Pictures are made anew first. Rejects with Refused.
 */
import type { UploadAnswer } from '../../../core/api.ts';
import type { Attachment } from '../../../core/attachments.ts';
import { longestFileName } from '../../../core/attachments.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { Refused } from '../../../core/refusal.ts';
import { remade } from '../../../live/picture.ts';
import { request } from '../../lib/request.ts';

export interface UploadOptions {
  /** From 0 to 1. */
  onProgress?(done: number): void;
  signal?: AbortSignal;
}

export async function upload(
  conversationId: string,
  file: File,
  { onProgress = () => {}, signal }: UploadOptions = {},
): Promise<Attachment> {
  const bytes = await remade(file);
  const name = file.name.slice(-longestFileName) || 'picture';
  const path = `/conversations/${encodeURIComponent(conversationId)}/uploads`;
  const { attachmentId } = await request<UploadAnswer>('POST', path, { name, size: bytes.size }, signal);
  return sendBytes(`/api/v1/uploads/${attachmentId}`, bytes, onProgress, signal);
}

/** Not by fetch, which does not tell how far it has come. */
export function sendBytes(
  url: string,
  bytes: Blob,
  onProgress: (done: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('PUT', url);
    call.setRequestHeader('content-type', 'application/octet-stream');
    call.responseType = 'json';
    call.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    call.onload = () =>
      call.status < 300
        ? resolve(call.response as Attachment)
        : reject(new Refused(refusalIn(call.response as unknown)));
    call.onerror = call.onabort = () => reject(new Refused({ code: 'unavailable', part: 'server' }));
    signal?.addEventListener('abort', () => call.abort());
    call.send(bytes);
  });
}

function refusalIn(answer: unknown): Refusal {
  if (answer !== null && typeof answer === 'object' && 'code' in answer) return answer as Refusal;
  return { code: 'unavailable', part: 'server' };
}

export const fileAddress = (conversationId: string, attachmentId: string) =>
  `/api/v1/conversations/${encodeURIComponent(conversationId)}/files/${encodeURIComponent(attachmentId)}`;
