/**
 * What the desk sees of orders. Personal data is masked; POST /orders/:id/unmask → OrderPersonal is logged.
 * GET /lookup?q= → Lookup · GET /orders/:id → OrderView · GET /conversations/:id/orders → OrdersBeside (./beside-api.ts)
 * GET /products?q= → ProductView[] · POST /conversations/:id/cards → Attachment (./card.ts)
 */
import type { OrderState } from './order-state.ts';
import type { ProductFacts } from './product-facts.ts';
import type { SourceStanding } from './source-api.ts';

export interface OrderView {
  orderId: string;
  source: string;
  /** Masked: `2026****8834`. */
  number: string;
  receiver: string | null;
  phone: string | null;
  address: string | null;
  state: OrderState | null;
  stateSaid: string | null;
  totalFen: number | null;
  paidFen: number | null;
  refundedFen: number | null;
  freightFen: number | null;
  currency: string;
  placedAt: number | null;
  paidAt: number | null;
  dispatchedAt: number | null;
  receivedAt: number | null;
  promisedAt: number | null;
  lines: OrderLine[];
  parcels: Parcel[];
  changes: OrderChange[];
  /** Of the shop system that tells of it; null: files do. */
  standing: SourceStanding | null;
  /** When a file last said something new of it. */
  updatedAt: number;
}

export interface OrderLine {
  title: string | null;
  spec: string | null;
  skuCode: string | null;
  productId: string | null;
  quantity: number;
  priceFen: number | null;
  paidFen: number | null;
  refundedFen: number | null;
  /** Some units of another line, by this change of size; null: it is a line of its own. */
  swappedBy?: string | null;
}

export interface Parcel {
  trackingNo: string;
  carrier: string | null;
  dispatchedAt: number | null;
  promisedAt: number | null;
  deliveredAt: number | null;
  lastScanAt: number | null;
  scans: { at: number; state: string | null; place: string | null; said: string | null }[];
  items: { skuCode: string; batch: string; quantity: number }[];
}

export interface OrderChange {
  kind: 'oversell-deletion' | 'oversell-change' | 'out-of-stock-deletion';
  skuCode: string;
  toSkuCode: string | null;
  at: number;
  agreedAt: number | null;
}

export interface OrderPersonal {
  number: string;
  receiver: string | null;
  phone: string | null;
  address: string | null;
  buyerNote: string | null;
  sellerNote: string | null;
  /** What the desk had changed it to, where its source has brought something new since. */
  atDesk: { receiver: string | null; phone: string | null; address: string | null } | null;
}

export interface ProductView {
  productId: string;
  name: string;
  facts: ProductFacts;
  skus: SkuView[];
}

export interface SkuView {
  code: string;
  spec: string | null;
  size: string | null;
  priceFen: number | null;
  currency: string;
  /** null: nobody counted it. */
  stock: number | null;
  countedAt: number | null;
}

/** `by`: what the words were; null in a list that nobody asked for. */
export type LookedUpBy = 'number' | 'tracking' | 'phone' | 'tail' | 'name' | 'account' | 'sku';
export interface Lookup {
  orders: (OrderView & { by: LookedUpBy })[];
  products: ProductView[];
}

export interface CustomerOrders {
  /**
   * Newest first. `by`: how they were found. Not `proven`: found by a number that the customer wrote and by nothing else, so it
   * may be somebody else's; of it only the state is told.
   */
  orders: (OrderView & { by: 'account' | 'phone' | 'number'; proven: boolean })[];
  /** The goods in those that are proven. */
  products: ProductView[];
}
