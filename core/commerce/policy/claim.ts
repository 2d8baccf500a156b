/** What a customer wishes, and the facts that the policy decides it by. Money in fen, times in epoch milliseconds. */
import type { Role } from '../../team/roles.ts';

export const wishes = [
  'return',
  'exchange',
  'refund',
  'price-difference',
  'address-change',
  'size-change',
  'close',
  'compensation',
] as const;
export type Wish = (typeof wishes)[number];

export const reasons = [
  'no-reason',
  'defect',
  'wrong-item',
  'missing-item',
  'oversell',
  'late',
  'other',
  'harm', // to a person
  'false-claim', // the shop said of the goods what is not so
] as const;
export type Reason = (typeof reasons)[number];

export const statuses = ['unpaid', 'paid', 'dispatched', 'received'] as const;
export type OrderStatus = (typeof statuses)[number];

export const changeKinds = ['oversell-change', 'oversell-deletion', 'out-of-stock-deletion'] as const;

export interface Claim {
  wish: Wish;
  reason: Reason;
  now: number;
  /** When the customer asked, where the desk took it up later. What was asked for in time stays in time. */
  askedAt?: number;
  /** The shop's: `+08:00`, or an IANA name. */
  zone: string;
  order: Order;
  /** Which line of the order, from 0. */
  line: number;
  condition: Condition;
  /** Units on the shelf by SKU; what is not named is not in stock. */
  stock: Readonly<Record<string, number>>;
  /** The SKU that the customer wants instead. */
  exchangeFor: string | null;
  /** Who booked the returned parcel in and found its content right; null: it has not come back. */
  bookedInBy: string | null;
  /** What one unit of the same SKU is sold for now. */
  lowerPrice: number | null;
  priceDifferencePaid: boolean;
  lastScanAt: number | null;
  /** The last moment of the promised delivery. */
  promisedBy: number | null;
  failedRepairs: number;
  /** The role of whoever would carry it out. */
  actor: Role;
}

export interface Order {
  number: string;
  paidAt: number | null;
  dispatchedAt: number | null;
  receivedAt: number | null;
  status: OrderStatus;
  lines: OrderLine[];
  /** The packing list: what left the warehouse. */
  outbound: Packed[];
  /** What the customer paid for the way out, less what came back of it. */
  outboundFreight: number;
  changes: OrderChange[];
  /** The last moment of the promotion's price guarantee. */
  priceGuaranteeUntil: number | null;
  /** The customer's request to close the order is on record. */
  customerRequestedClose: boolean;
}

export interface OrderLine {
  sku: string;
  title: string;
  quantity: number;
  unitPrice: number;
  couponShare: number;
  refunded: number;
  /** Why the product may not come back without a reason; see `exclusion.ts`. */
  excluded: string | null;
  exclusionConfirmedAt: number | null;
  guaranteeDays: number;
}

export interface Packed {
  sku: string;
  quantity: number;
}

export interface OrderChange {
  kind: (typeof changeKinds)[number];
  from: string | null;
  to: string | null;
  agreed: boolean;
}

export interface Condition {
  tags: boolean;
  /** Complete and fit for resale; unpacking to inspect takes nothing from it. */
  resaleable: boolean;
  /** A picture, a report, or a defect found on return. */
  proof: boolean;
}

export const lineOf = ({ order, line }: Claim): OrderLine => order.lines[line]!;
export const askedAt = ({ askedAt: asked, now }: Claim): number => asked ?? now;
export const isUnderWay = ({ order }: Claim) => order.status === 'dispatched';
export const isDispatched = ({ order }: Claim) =>
  order.status === 'dispatched' || order.status === 'received';
