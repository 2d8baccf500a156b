/** How each kind of row is stored. */
import type { ImportKind } from '../../../../core/commerce/reading/fields.ts';
import type { Fault } from '../../../../core/commerce/reading/read-row.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { ImportTarget, ReadRow } from './import-table.ts';
import { storeChanges } from './store-changes.ts';
import { storeOrders } from './store-orders.ts';
import { storeProducts } from './store-products.ts';
import { storePromotions } from './store-promotions.ts';
import { storeShipments } from './store-shipments.ts';
import { storeStock } from './store-stock.ts';

export interface Stored {
  added: number;
  changed: number;
  unchanged: number;
  /** Rows that name what the shop does not have. */
  faults: { number: number; fault: Fault }[];
}

export type Storer = (tx: Tx, target: ImportTarget, rows: ReadRow[]) => Promise<Stored>;

export const storers: Record<ImportKind, Storer> = {
  orders: storeOrders,
  products: storeProducts,
  stock: storeStock,
  shipments: storeShipments,
  changes: storeChanges,
  promotions: storePromotions,
};
