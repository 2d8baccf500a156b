/** The calls of parcels that fit no order. */
import type { OperationView, Page } from '../../../../core/commerce/operation-api.ts';
import type { StrayBooking, StrayParcel } from '../../../../core/commerce/stray-api.ts';
import { request } from '../../../lib/request.ts';

const one = (parcelId: string, what: string) => `/stray-parcels/${encodeURIComponent(parcelId)}/${what}`;

export const straysApi = {
  book: (booking: StrayBooking) => request<StrayParcel>('POST', '/stray-parcels', booking),
  list: (show: 'waiting' | 'ended', after: string | null) =>
    request<Page<StrayParcel>>(
      'GET',
      `/stray-parcels?show=${show}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`,
    ),
  tie: (parcelId: string, orderId: string, words: string) =>
    request<OperationView>('POST', one(parcelId, 'tie'), { orderId, words }),
  giveUp: (parcelId: string, words: string) =>
    request<StrayParcel>('POST', one(parcelId, 'give-up'), { words }),
};
