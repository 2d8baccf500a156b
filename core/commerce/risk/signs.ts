/**
 * What a lead may look at before money goes out: facts that stand out, with their counts. A sign is a hint; it refuses
 * nothing, and an honest customer can have each of them.
 */
import type { ClaimKind } from './claim-in.ts';
import { claimKinds } from './claim-in.ts';

export interface RiskFacts {
  /** The customer's orders within the days looked at. */
  orders: {
    paidFen: number;
    refundedFen: number;
    /** Of lines of which only a part went back. */
    partFen: number;
    currency: string;
  }[];
  /** What they claimed, once an episode at most by kind. */
  claims: { kind: ClaimKind; conversationId: string; messageSeq: number; at: number }[];
  /** Where their orders went. */
  addresses: SharedAddress[];
}

export interface SharedAddress {
  /** Masked. */
  address: string;
  accounts: number;
  orders: number;
  refundedOrders: number;
}

export type RiskSign =
  | { sign: 'serial-refunds'; refunded: number; of: number; refundedFen: number; currency: string }
  | { sign: 'part-refunds'; times: number; refundedFen: number; currency: string }
  | { sign: 'same-claim'; claim: ClaimKind; times: number; places: RiskFacts['claims'] }
  | ({ sign: 'shared-address' } & SharedAddress);

/** From where on it stands out. */
export const riskLimits = {
  days: 180,
  refunds: 3,
  refundedPercent: 40,
  partRefunds: 3,
  claims: 3,
  accounts: 3,
};

export function riskSigns({ orders, claims, addresses }: RiskFacts): RiskSign[] {
  const signs: RiskSign[] = [];
  const paid = orders.filter(({ paidFen }) => paidFen > 0);
  const [first] = paid;
  // Sums are of one currency; a customer with several is looked at by the one they use most.
  const currency = first ? mostUsed(paid.map((order) => order.currency)) : 'CNY';
  const own = paid.filter((order) => order.currency === currency);
  const refunded = own.filter(({ refundedFen }) => refundedFen > 0);
  const sum = (some: typeof own) => some.reduce((total, { refundedFen }) => total + refundedFen, 0);
  if (
    refunded.length >= riskLimits.refunds &&
    refunded.length * 100 >= own.length * riskLimits.refundedPercent
  )
    signs.push({
      sign: 'serial-refunds',
      refunded: refunded.length,
      of: own.length,
      refundedFen: sum(refunded),
      currency,
    });
  const part = own.filter(({ partFen }) => partFen > 0);
  if (part.length >= riskLimits.partRefunds)
    signs.push({
      sign: 'part-refunds',
      times: part.length,
      refundedFen: part.reduce((total, { partFen }) => total + partFen, 0),
      currency,
    });
  for (const claim of claimKinds) {
    const places = claims.filter(({ kind }) => kind === claim);
    if (places.length >= riskLimits.claims)
      signs.push({ sign: 'same-claim', claim, times: places.length, places });
  }
  for (const address of addresses)
    if (address.accounts >= riskLimits.accounts) signs.push({ sign: 'shared-address', ...address });
  return signs;
}

function mostUsed(currencies: string[]): string {
  const counts = new Map<string, number>();
  for (const one of currencies) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]![0];
}
