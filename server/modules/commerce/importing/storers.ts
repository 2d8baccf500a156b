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

type Store = (tx: Tx, target: ImportTarget, rows: ReadRow[]) => Promise<Stored>;

/** Sealing and hashing come first, while the database is still busy with the batch before. */
export type Storer = (target: ImportTarget, rows: ReadRow[]) => (tx: Tx) => Promise<Stored>;

export const storers: Record<ImportKind, Storer> = {
  orders: storeOrders,
  products: atOnce(storeProducts),
  stock: atOnce(storeStock),
  shipments: atOnce(storeShipments),
  changes: atOnce(storeChanges),
  promotions: atOnce(storePromotions),
};

function atOnce(store: Store): Storer {
  return (target, rows) => (tx) => store(tx, target, rows);
}
