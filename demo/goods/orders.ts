/** Half a year of orders: what was in them, what was paid, how far each has come by now, and what went wrong. */
import type { OrderState } from '../../core/team/routing.ts';
import type { Buyer } from './buyers.ts';
import type { Sku } from './catalogue.ts';
import { skus } from './catalogue.ts';
import { day, dayCode, hour, inTheWarehouse, momentsOf } from './half-year.ts';
import type { Chance } from './seeded.ts';

export interface Line {
  sku: Sku;
  quantity: number;
  /** Its share of the coupon, in fen. */
  couponShare: number;
  refunded: number;
}

/** `wrong` and `missing` are seen only when the parcel is opened; a `stalled` one is not scanned any more. */
export type Trouble =
  | 'stalled'
  | 'wrong'
  | 'missing'
  | 'oversold'
  | 'swapped'
  | 'out-of-stock'
  | 'returned'
  | 'unpaid';

export interface Order {
  number: string;
  buyer: Buyer;
  lines: Line[];
  freight: number;
  placedAt: number;
  paidAt: number | null;
  dispatchedAt: number | null;
  deliveredAt: number | null;
  /** The days that the parcel is on its way. */
  transit: number;
  trouble: Trouble | null;
}

export function ordersOf(chance: Chance, buyers: readonly Buyer[], count: number, now: number): Order[] {
  const placed = new Map<string, number>();
  return momentsOf(chance, count, now).map((placedAt) => {
    const code = dayCode(placedAt);
    const nth = (placed.get(code) ?? 0) + 1;
    placed.set(code, nth);
    const number = `YD${code}${String(10_000 + nth * 3).padStart(5, '0')}`;
    // One in three buys again and again.
    const buyer = chance.is(0.35) ? buyers[chance.between(0, 240)]! : chance.oneOf(buyers);
    return orderOf(chance, { number, buyer, lines: basketOf(chance), placedAt }, now);
  });
}

interface Asked {
  number: string;
  buyer: Buyer;
  lines: Line[];
  placedAt: number;
}

function orderOf(chance: Chance, asked: Asked, now: number): Order {
  const sum = goodsOf(asked.lines);
  const drawn = troubleOf(chance, now - asked.placedAt);
  const trouble = asked.buyer.returnsMuch && drawn !== 'unpaid' ? 'returned' : drawn;
  const paidAt = trouble === 'unpaid' ? null : asked.placedAt + chance.between(20, 200) * 1000;
  const packs =
    paidAt === null || holdsBack(trouble) ? null : inTheWarehouse(paidAt + chance.between(2, 26) * hour);
  const dispatchedAt = packs !== null && packs < now ? packs : null;
  const transit = (chance.is(0.02) ? 7 : 1.4) + chance.next() * 3.2; // now and then one loses its way
  const arrives = dispatchedAt === null || trouble === 'stalled' ? null : dispatchedAt + transit * day;
  const deliveredAt = arrives !== null && arrives < now ? arrives : null;
  // What comes back has arrived first.
  const stands = trouble === 'returned' && deliveredAt === null ? null : trouble;
  if (stands === 'returned') asked.lines[0]!.refunded = paidFor(asked.lines[0]!);
  return {
    ...asked,
    freight: sum >= 9_900 ? 0 : 800,
    paidAt,
    dispatchedAt,
    deliveredAt,
    transit,
    trouble: stands,
  };
}

const holdsBack = (trouble: Trouble | null) => trouble === 'oversold' || trouble === 'out-of-stock';

function troubleOf(chance: Chance, age: number): Trouble | null {
  if (chance.is(0.02)) return 'unpaid';
  // What waits for the customer's word or lies still somewhere is of the last days.
  if (age < 2 * day) return chance.is(0.15) ? chance.oneOf(['oversold', 'out-of-stock'] as const) : null;
  if (age > 4 * day && age < 9 * day && chance.is(0.14)) return 'stalled';
  if (chance.is(0.06)) return 'returned';
  return chance.is(0.03) ? chance.oneOf(['wrong', 'missing', 'swapped'] as const) : null;
}

function basketOf(chance: Chance): Line[] {
  const chosen = new Set<Sku>();
  const wanted = chance.oneOf([1, 1, 1, 2, 2, 3, 4]);
  while (chosen.size < wanted) chosen.add(nextIn(chance, chosen));
  const lines = [...chosen].map((sku) => ({
    sku,
    quantity: chance.is(0.12) ? 2 : 1,
    couponShare: 0,
    refunded: 0,
  }));
  return shared(lines, chance.is(0.5) ? couponFor(goodsOf(lines)) : 0);
}

/** What people put beside it: a bib to the bodysuit, socks to the shoes. */
const companions: Record<string, string> = {
  BS: 'BB-XX',
  SB: 'BS-YD',
  SH: 'SK-BL',
  CD: 'HT-MQ',
  GS: 'MB-SX',
};

function nextIn(chance: Chance, chosen: ReadonlySet<Sku>): Sku {
  const [first] = chosen;
  const beside = first && companions[first.kind.code];
  if (!beside || !chance.is(0.45)) return chance.oneOf(skus);
  return chance.oneOf(skus.filter(({ productCode }) => productCode === beside));
}

/** 20 off 199, 50 off 399. */
const couponFor = (sum: number): number => (sum >= 39_900 ? 5_000 : sum >= 19_900 ? 2_000 : 0);

/** Each line its share by price; the fen that do not divide go to the first. */
function shared(lines: Line[], coupon: number): Line[] {
  const sum = goodsOf(lines);
  let left = coupon;
  for (const line of lines) {
    line.couponShare = Math.floor((coupon * line.sku.fen * line.quantity) / sum);
    left -= line.couponShare;
  }
  lines[0]!.couponShare += left;
  return lines;
}

/** How far it is, as the widget's routing asks. */
export function stateOf({ dispatchedAt, deliveredAt }: Order): OrderState {
  if (deliveredAt !== null) return 'received';
  return dispatchedAt === null ? 'paid' : 'dispatched';
}

const goodsOf = (lines: readonly Line[]) =>
  lines.reduce((sum, { sku, quantity }) => sum + sku.fen * quantity, 0);
export const paidFor = ({ sku, quantity, couponShare }: Line): number => sku.fen * quantity - couponShare;

/** What lay in the parcel: not always what was ordered. */
export function packedIn({ lines, trouble }: Order): { sku: Sku; quantity: number }[] {
  const [first, ...rest] = lines.map(({ sku, quantity }) => ({ sku, quantity }));
  if (trouble === 'missing') return rest.length > 0 ? rest : [];
  if (trouble === 'wrong' || trouble === 'swapped')
    return [{ ...first!, sku: insteadOf(first!.sku) }, ...rest];
  return [first!, ...rest];
}

/** The next size; of what has one size, the next thing on the shelf. */
export function insteadOf(sku: Sku): Sku {
  const sizes = skus.filter((one) => one.productCode === sku.productCode);
  const at = sizes.indexOf(sku);
  return sizes[at + 1] ?? sizes[at - 1] ?? skus[(skus.indexOf(sku) + 1) % skus.length]!;
}
