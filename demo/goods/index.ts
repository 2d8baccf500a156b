/** The demo shop's goods and orders: what `npm start` brings in. The same for the same `now`. */
import type { ImportKind } from '../../core/commerce/reading/fields.ts';
import type { Row } from '../../core/commerce/reading/read-row.ts';
import { buyersOf } from './buyers.ts';
import { productRows, stockRows } from './catalogue.ts';
import type { Order } from './orders.ts';
import { ordersOf } from './orders.ts';
import { changeRows, orderRows, parcelRows, promotionRows } from './rows.ts';
import { seeded } from './seeded.ts';
import { storefrontOrders } from './storefront-orders.ts';

const seed = 2_026;
export const orderCount = 3_000;

export function halfYearOf(now: number): Order[] {
  const chance = seeded(seed);
  return [...ordersOf(chance, buyersOf(chance, 1_900), orderCount, now), ...storefrontOrders];
}

/** In the order in which they refer to one another. */
export function goodsOf(now: number): [ImportKind, Row[]][] {
  const chance = seeded(seed + 1);
  const orders = halfYearOf(now);
  return [
    ['products', productRows()],
    ['stock', stockRows(chance, new Date(now).toISOString())],
    ['promotions', promotionRows(now)],
    ['orders', orders.flatMap(orderRows)],
    ['shipments', orders.flatMap((order) => parcelRows(chance, order, now))],
    ['changes', orders.flatMap(changeRows)],
  ];
}
