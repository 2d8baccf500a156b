/** For the tests: a claim by what is special about it, and a decision on one line. */
import type { Claim, Order, OrderLine } from './claim.ts';
import { decide } from './decide.ts';
import type { Policy } from './policy.ts';

export interface Given extends Partial<Omit<Claim, 'order' | 'now' | 'condition'>> {
  now?: string;
  order?: Partial<Order>;
  /** Of the line that is asked about. */
  item?: Partial<OrderLine>;
  condition?: Partial<Claim['condition']>;
}

export const time = (text: string) =>
  Date.parse(text.length > 16 ? text : `${text.length > 10 ? text : `${text}T10:00`}:00+08:00`);

/** A bodysuit for 119 yuan, received six days ago, whole; another size is in stock. */
export function claimOf({ now, order, item, condition, ...more }: Given = {}): Claim {
  const line: OrderLine = {
    sku: 'A-90',
    title: '连体衣',
    quantity: 1,
    unitPrice: 12900,
    couponShare: 1000,
    refunded: 0,
    excluded: null,
    exclusionConfirmedAt: null,
    guaranteeDays: 180,
    ...item,
  };
  return {
    wish: 'return',
    reason: 'no-reason',
    now: time(now ?? '2026-11-20'),
    zone: '+08:00',
    line: 0,
    condition: { tags: true, resaleable: true, proof: false, ...condition },
    stock: { 'A-100': 3 },
    exchangeFor: null,
    bookedInBy: null,
    lowerPrice: null,
    priceDifferencePaid: false,
    lastScanAt: null,
    promisedBy: null,
    failedRepairs: 0,
    actor: 'agent',
    ...more,
    order: {
      number: '20261110001',
      paidAt: time('2026-11-10'),
      dispatchedAt: time('2026-11-11'),
      receivedAt: time('2026-11-14'),
      status: 'received',
      lines: [line],
      outbound: [{ sku: line.sku, quantity: line.quantity }],
      outboundFreight: 0,
      changes: [],
      priceGuaranteeUntil: null,
      customerRequestedClose: false,
      ...order,
    },
  };
}

/** `approval by lead, customer, 11900: special-approval` */
export function decided(given: Given, policy?: Policy): string {
  const { outcome, approval, secondSignature, freight, amount, plans } = decide(claimOf(given), policy);
  const signers = [approval, secondSignature].filter((signer) => signer !== null).join(' and ');
  const kinds = plans.map(({ kind }) => kind).join(', ') || 'nothing';
  return `${outcome}${signers ? ` by ${signers}` : ''}, ${freight ?? '-'}, ${amount ?? '-'}: ${kinds}`;
}

export const clausesOf = (given: Given): string[] => decide(claimOf(given)).why.map(({ clause }) => clause);

/** Nothing has left yet. */
export const toBeSent: Partial<Order> = {
  status: 'paid',
  dispatchedAt: null,
  receivedAt: null,
  outbound: [],
};
export const unpaid: Partial<Order> = { ...toBeSent, status: 'unpaid', paidAt: null };
export const underWay: Partial<Order> = { status: 'dispatched', receivedAt: null };
