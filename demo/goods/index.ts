/** The demo shop's goods: what `npm start` brings in, and what the counts below promise. */
import type { ImportKind } from '../../core/commerce/reading/fields.ts';
import type { Row } from '../../core/commerce/reading/read-row.ts';
import { buyersOf } from './buyers.ts';
import { productRows, stockRows } from './catalogue.ts';
import { ordersOf } from './orders.ts';
import { changeRows, orderRows, parcelRows, promotionRows } from './rows.ts';
import { seeded } from './seeded.ts';

const seed = 2_026;
export const orderCount = 3_000;

/** In the order in which they refer to one another. The same for the same `now`. */
export function goodsOf(now: number): [ImportKind, Row[]][] {
  const chance = seeded(seed);
  const orders = ordersOf(chance, buyersOf(chance, 1_900), orderCount, now);
  return [
    ['products', productRows()],
    ['stock', stockRows(chance, new Date(now).toISOString())],
    ['promotions', promotionRows(now)],
    ['orders', orders.flatMap(orderRows)],
    ['shipments', orders.flatMap((order) => parcelRows(chance, order, now))],
    ['changes', orders.flatMap(changeRows)],
  ];
}
