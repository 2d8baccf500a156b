/**
 * Help before the sale, and what goes wrong before or after it. Personal data is masked.
 * POST /basket/price PricedBasket · GET /products/:productId/size?height=&weight=… → SizeAnswer
 * GET /products/:productId/companions → Companions · GET /promotions → PromotionsAnswer · POST /promotions, /offers …
 * GET /shortages → ShortageView[] · GET /conversations/:id/shortages → ShortagesBeside · POST /orders/:orderId/shortages
 * POST /conversations/:id/shortages/:shortageId/answer · POST /shortages/:shortageId/withdraw
 * GET /batches?sku=&batch= → BatchView · GET /conversations/:id/risk-signs → RiskSign[]
 */
import type { OperationKind, OperationState } from './operations/operation.ts';
import type { Decision } from './policy/decision.ts';
import type { BasketLine } from './price/basket.ts';
import type { Price } from './price/best-price.ts';
import type { Offer, Stacking } from './price/offer.ts';
import type { Choice, FoundBy, ShortageState } from './shortage/shortage.ts';
import type { SizeAdvice } from './size/advise-size.ts';
import type { SizeTable } from './size/size-table.ts';
import type { Companion } from './together/goes-with.ts';
import type { OrderState } from './order-state.ts';

export interface PricedBasket {
  currency: string;
  lines: BasketLine[];
  price: Price;
}

export interface SizeAnswer {
  name: string;
  /** null: the product has none, or its words can't be read as figures. */
  table: SizeTable | null;
  /** null: no measures were given. */
  advice: SizeAdvice | null;
  /** By size; null: nobody counted it. */
  stock: Record<string, number | null>;
}

export interface Companions {
  name: string;
  /** Orders with it that were looked at, of the last so many days. */
  of: number;
  days: number;
  companions: (Companion & { name: string })[];
}

export interface PromotionsAnswer {
  promotions: PromotionView[];
  offers: OfferView[];
  stacking: Stacking;
  stackingVersion: number;
}

/** A campaign as it is written: the same name and times for each of its SKUs. */
export interface NewPromotion {
  name: string;
  prices: { skuCode: string; priceFen: number }[];
  currency: string;
  startsAt: number;
  endsAt: number;
  guaranteedUntil: number | null;
}

export type NewOffer = Omit<Offer, 'offerId'> & { startsAt: number; endsAt: number };

export interface PromotionView {
  /** One of its rows; it stands for all of them. */
  promotionId: string;
  name: string;
  source: string;
  prices: { skuCode: string; title: string | null; priceFen: number; listFen: number | null }[];
  currency: string;
  startsAt: number;
  endsAt: number;
  guaranteedUntil: number | null;
  endedAt: number | null;
  endedByName: string | null;
}

export interface OfferView extends Offer {
  startsAt: number;
  endsAt: number;
  endedAt: number | null;
  endedByName: string | null;
  createdByName: string;
}

export interface ShortageView {
  shortageId: string;
  orderId: string;
  /** Masked. */
  number: string;
  line: number;
  title: string;
  spec: string | null;
  skuCode: string | null;
  quantity: number;
  units: number;
  currency: string;
  by: FoundBy;
  state: ShortageState;
  markedAt: number;
  markedByName: string | null;
  answer: { choice: Choice; conversationId: string; messageSeq: number; at: number; byName: string } | null;
  /** What is being done about it as the customer chose; once it is done the shortage is settled. */
  operation: { operationId: string; kind: OperationKind; state: OperationState } | null;
  /** By the shop's policy: what to offer, in order. */
  decision: Decision;
  /** Other sizes and colours of it that are there. */
  swaps: { code: string; spec: string; stock: number }[];
  paidAt: number | null;
  /** The customer's thread, where one is known and within reach. */
  conversationId: string | null;
}

export interface ShortagesBeside {
  shortages: ShortageView[];
  /** Orders that still have to leave: lines of them can be marked. */
  markable: string[];
  /** The customer's last words, for naming the one that is the answer. */
  said: { seq: number; text: string; at: number | null }[];
}

export interface BatchView {
  skuCode: string;
  title: string | null;
  /** '': nobody wrote one down; then it is all that left of the SKU. */
  batch: string;
  orders: number;
  units: number;
  /** What still lies in stock of it. */
  inStock: number;
  /** The newest. */
  newest: {
    orderId: string;
    number: string;
    receiver: string | null;
    state: OrderState | null;
    quantity: number;
    dispatchedAt: number | null;
  }[];
  /** Conversations in which somebody reported harm, of customers who got some of it; not those that a person called a false alarm. */
  complaints: {
    /** null: outside the reader's reach. */
    conversationId: string | null;
    messageSeq: number;
    at: number;
    number: string;
  }[];
}
