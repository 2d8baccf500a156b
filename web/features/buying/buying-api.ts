/** The calls of the help before the sale, and of what goes wrong with goods. */
import type {
  BatchView,
  Companions,
  PricedBasket,
  PromotionsAnswer,
  ShortagesBeside,
  ShortageView,
  SizeAnswer,
  NewOffer,
  NewPromotion,
} from '../../../core/commerce/buying-api.ts';
import type { ProductView } from '../../../core/commerce/order-api.ts';
import type { Stacking } from '../../../core/commerce/price/offer.ts';
import type { RiskSign } from '../../../core/commerce/risk/signs.ts';
import type { Choice } from '../../../core/commerce/shortage/shortage.ts';
import type { Body } from '../../../core/commerce/size/advise-size.ts';
import { request } from '../../lib/request.ts';

const one = (id: string) => encodeURIComponent(id);
const beside = (conversationId: string) => `/conversations/${one(conversationId)}`;

export const buyingApi = {
  product: (productId: string) => request<ProductView>('GET', `/products/${one(productId)}`),
  size: (productId: string, body: Body, signal?: AbortSignal) =>
    request<SizeAnswer>(
      'GET',
      `/products/${one(productId)}/size?${new URLSearchParams(body as Record<string, string>)}`,
      undefined,
      signal,
    ),
  companions: (productId: string) => request<Companions>('GET', `/products/${one(productId)}/companions`),
  price: (lines: { productId: string; sku: string; quantity: number }[], signal?: AbortSignal) =>
    request<PricedBasket>('POST', '/basket/price', { lines }, signal),

  promotions: () => request<PromotionsAnswer>('GET', '/promotions'),
  addPromotion: (promotion: NewPromotion) => request('POST', '/promotions', promotion),
  endPromotion: (id: string) => request('POST', `/promotions/${one(id)}/end`),
  addOffer: (offer: NewOffer) => request('POST', '/offers', offer),
  endOffer: (id: string) => request('POST', `/offers/${one(id)}/end`),
  saveStacking: (stacking: Stacking, basedOn: number) =>
    request<{ stackingVersion: number }>('PUT', '/stacking', { stacking, basedOn }),

  shortages: () => request<ShortageView[]>('GET', '/shortages'),
  shortagesBeside: (conversationId: string) =>
    request<ShortagesBeside>('GET', `${beside(conversationId)}/shortages`),
  markShort: (orderId: string, line: number, units: number) =>
    request('POST', `/orders/${one(orderId)}/shortages`, { line, units }),
  answerShortage: (conversationId: string, shortageId: string, choice: Choice, seq: number) =>
    request('POST', `${beside(conversationId)}/shortages/${one(shortageId)}/answer`, { choice, seq }),
  withdrawShortage: (shortageId: string) => request('POST', `/shortages/${one(shortageId)}/withdraw`),

  batch: (sku: string, batch: string) =>
    request<BatchView>('GET', `/batches?${new URLSearchParams({ sku, batch })}`),
  riskSigns: (conversationId: string) => request<RiskSign[]>('GET', `${beside(conversationId)}/risk-signs`),
};
