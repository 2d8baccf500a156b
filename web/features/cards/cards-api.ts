/** The calls of the cards. */
import type { Attachment } from '../../../core/attachments.ts';
import type { ProductView } from '../../../core/commerce/order-api.ts';
import { request } from '../../lib/request.ts';

/** What one wants a card of; `name` is shown until the server has made it. */
export interface Wanted {
  kind: 'product' | 'order';
  id: string;
  name: string;
}

export const cardsApi = {
  make: (conversationId: string, { kind, id }: Wanted, signal?: AbortSignal) =>
    request<Attachment>(
      'POST',
      `/conversations/${encodeURIComponent(conversationId)}/cards`,
      { kind, id },
      signal,
    ),
  products: (q: string, signal?: AbortSignal) =>
    request<ProductView[]>('GET', `/products?q=${encodeURIComponent(q)}`, undefined, signal),
};
