/** How each kind of row is stored. */
import type { ImportKind } from '../../../../core/commerce/reading/fields.ts';
import { storeChanges } from './store-changes.ts';
import { storeOrders } from './store-orders.ts';
import { storeProducts } from './store-products.ts';
import { storePromotions } from './store-promotions.ts';
import { storeRefunds } from './store-refunds.ts';
import { storeShipments } from './store-shipments.ts';
import { storeStock } from './store-stock.ts';
import type { Store, Storer } from './storing.ts';

export const storers: Record<ImportKind, Storer> = {
  orders: storeOrders,
  products: atOnce(storeProducts),
  stock: atOnce(storeStock),
  shipments: atOnce(storeShipments),
  refunds: atOnce(storeRefunds),
  changes: atOnce(storeChanges),
  promotions: atOnce(storePromotions),
};

function atOnce(store: Store): Storer {
  return (target, rows) => (tx) => store(tx, target, rows);
}
