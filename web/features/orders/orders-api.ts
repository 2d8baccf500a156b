/** The calls of the orders and their import. */
import type { ImportPreview, ImportRun } from '../../../core/commerce/import-api.ts';
import type { OrdersBeside, Lookup, OrderPersonal, OrderView } from '../../../core/commerce/order-api.ts';
import type { ImportKind, Mapping } from '../../../core/commerce/reading/fields.ts';
import { Refused, type Refusal } from '../../../core/refusal.ts';
import { request } from '../../lib/request.ts';

const oneImport = (id: string) => `/imports/${encodeURIComponent(id)}`;

export const ordersApi = {
  lookUp: (q: string, signal?: AbortSignal) =>
    request<Lookup>('GET', `/lookup?q=${encodeURIComponent(q)}`, undefined, signal),
  newest: () => request<OrderView[]>('GET', '/orders'),
  unmask: (id: string) => request<OrderPersonal>('POST', `/orders/${encodeURIComponent(id)}/unmask`),
  beside: (conversationId: string) =>
    request<OrdersBeside>('GET', `/conversations/${encodeURIComponent(conversationId)}/orders`),

  imports: () => request<ImportRun[]>('GET', '/imports'),
  import: (id: string) => request<ImportRun>('GET', oneImport(id)),
  preview: (id: string, as: { source?: string; mapping?: Mapping }) =>
    request<ImportPreview>('POST', `${oneImport(id)}/preview`, as),
  start: (id: string, as: { source: string; mapping: Mapping }) =>
    request<ImportRun>('POST', `${oneImport(id)}/start`, as),
  cancel: (id: string) => request<ImportRun>('POST', `${oneImport(id)}/cancel`),
};

/** The file's bytes; `onProgress` from 0 to 1. Not by fetch, which does not tell how far it has come. */
export function uploadImport(
  kind: ImportKind,
  file: File,
  onProgress: (done: number) => void,
): Promise<ImportPreview> {
  return new Promise((resolve, reject) => {
    const query = new URLSearchParams({ kind, name: file.name.slice(-200) });
    const call = new XMLHttpRequest();
    call.open('PUT', `/api/v1/imports/upload?${query}`);
    call.setRequestHeader('content-type', 'application/octet-stream');
    call.responseType = 'json';
    call.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    call.onload = () =>
      call.status < 300
        ? resolve(call.response as ImportPreview)
        : reject(new Refused((call.response as Refusal | null) ?? { code: 'unavailable', part: 'server' }));
    call.onerror = () => reject(new Refused({ code: 'unavailable', part: 'server' }));
    call.send(file);
  });
}
