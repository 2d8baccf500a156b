/** A claim from what the shop's tables hold and what the agent answered; what neither says has its stated default. */
import type { Role } from '../../team/roles.ts';
import type { Claim, OrderLine, Reason, Wish } from './claim.ts';
import { exclusionKind } from './exclusion-kind.ts';
import { paidFor, refundedOf } from './line-money.ts';
import {
  guaranteedUntil,
  type OrderFacts,
  packedOf,
  priceNow,
  productOf,
  statusOf,
  stockOf,
  timesOf,
} from './order-facts.ts';
import type { Policy } from './policy.ts';
import { endOfWindow } from './window.ts';

export interface Asked {
  line: number;
  wish: Wish;
  reason: Reason;
  now: number;
  /** When the customer asked, where it is known. */
  askedAt: number | null;
  zone: string;
  actor: Role;
}

/** What only a person can tell; what is absent has its default. */
export interface Answers {
  tags?: boolean;
  resaleable?: boolean;
  proof?: boolean;
  /** The buyer was told at the purchase that it does not come back, and confirmed it. */
  exclusionConfirmed?: boolean;
  /** As often as the policy asks for. */
  repairsFailed?: boolean;
  closeAsked?: boolean;
  /** The parcel is back and its content is right. */
  bookedIn?: boolean;
  differencePaid?: boolean;
  /** Somebody looked on the shelf. */
  inStock?: boolean;
  exchangeFor?: string | null;
  lowerPrice?: number | null;
  paid?: number;
  refunded?: number;
  paidAt?: number | null;
  receivedAt?: number | null;
}

export function claimOfOrder(facts: OrderFacts, asked: Asked, answers: Answers, policy: Policy): Claim {
  const { line, now, zone, actor } = asked;
  const { order, history } = facts;
  const status = statusOf(facts, line);
  const times = timesOf(facts, line);
  const paidAt = status === 'unpaid' ? null : (answers.paidAt ?? order.paidAt ?? order.placedAt);
  const receivedAt = status === 'received' ? (answers.receivedAt ?? times.receivedAt) : null;
  const windowEnds = endOfWindow(zone, paidAt, policy.days.price);
  return {
    wish: asked.wish,
    reason: asked.reason,
    now,
    ...(asked.askedAt !== null && { askedAt: Math.min(asked.askedAt, now) }),
    zone,
    line,
    order: {
      number: order.number,
      paidAt,
      dispatchedAt: times.dispatchedAt,
      receivedAt,
      status,
      lines: order.lines.map((_, at) =>
        lineOfClaim(facts, at, at === line, at === line ? answers : {}, paidAt),
      ),
      outbound: packedOf(facts),
      outboundFreight: order.freightFen ?? 0,
      changes: order.changes.map(({ kind, skuCode, toSkuCode, agreedAt }) => ({
        kind,
        from: skuCode,
        to: toSkuCode,
        agreed: agreedAt !== null,
      })),
      priceGuaranteeUntil: guaranteedUntil(facts, line, { paidAt, windowEnds, now }),
      customerRequestedClose: answers.closeAsked ?? history.closeAsked ?? false,
    },
    condition: {
      tags: answers.tags ?? true,
      resaleable: answers.resaleable ?? true,
      proof: answers.proof ?? false,
    },
    stock: { ...stockOf(facts, line), ...onTheShelf(facts, line, answers) },
    exchangeFor: answers.exchangeFor ?? null,
    bookedInBy: bookedInBy(facts, answers, actor),
    lowerPrice: answers.lowerPrice ?? priceNow(facts, line, now),
    priceDifferencePaid: answers.differencePaid ?? history.priceDifferencePaid ?? false,
    lastScanAt: times.lastScanAt,
    promisedBy: times.promisedBy,
    failedRepairs: answers.repairsFailed ? policy.failedRepairs : 0,
    actor,
  };
}

/** @param isAsked the history told is of the line that is asked about */
function lineOfClaim(
  facts: OrderFacts,
  at: number,
  isAsked: boolean,
  answers: Answers,
  paidAt: number | null,
): OrderLine {
  const { order } = facts;
  const line = order.lines[at]!;
  const { quantity } = line;
  const paid = answers.paid ?? paidFor(order, line).fen;
  const listed = line.priceFen ?? 0;
  // Where the list does not reach what was paid the price is what was paid, a whole fen for each unit.
  const unitPrice = listed * quantity >= paid ? listed : Math.ceil(paid / quantity);
  const product = productOf(facts, at);
  return {
    sku: skuOf(facts, at),
    title: line.title ?? skuOf(facts, at),
    quantity,
    unitPrice,
    couponShare: unitPrice * quantity - paid,
    refunded:
      answers.refunded ?? Math.max(refundedOf(order, line).fen, isAsked ? facts.history.refundedFen : 0),
    excluded: exclusionKind(product?.facts.excluded),
    // Confirmed at the purchase: that is when it was paid.
    exclusionConfirmedAt: answers.exclusionConfirmed ? (paidAt ?? order.placedAt ?? 0) : null,
    guaranteeDays: product?.facts.guaranteeDays ?? 0,
  };
}

/** A line that names no SKU is called by what it says of itself. */
export function skuOf({ order }: OrderFacts, at: number): string {
  const { skuCode, spec, title } = order.lines[at]!;
  return skuCode ?? spec ?? title ?? `#${at + 1}`;
}

function onTheShelf(
  facts: OrderFacts,
  line: number,
  { inStock, exchangeFor }: Answers,
): Record<string, number> {
  return inStock ? { [exchangeFor ?? skuOf(facts, line)]: 1 } : {};
}

/** Who found it right matters: whoever pays it out may not be the one. */
function bookedInBy({ history }: OrderFacts, { bookedIn }: Answers, actor: Role): string | null {
  if (bookedIn ?? history.returnBookedIn === 'by-other') return actor === 'warehouse' ? 'lead' : 'warehouse';
  return history.returnBookedIn === 'by-actor' ? actor : null;
}
