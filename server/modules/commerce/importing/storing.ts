/** What each kind of row is stored with, and what comes of it. */
import type { Fault, Values } from '../../../../core/commerce/reading/read-row.ts';
import type { Pool, Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';

/** One at a time in a shop: two that name the same orders neither wait for each other crosswise nor mix keys. */
export const oneWriter = (tx: Tx, shopId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [shopId]);

export interface ImportTarget {
  pool: Pool;
  vault: Vault;
  shopId: string;
  source: string;
  now(): number;
}

export interface ReadRow {
  number: number;
  values: Values;
}

export interface Stored {
  added: number;
  changed: number;
  unchanged: number;
  /** Rows that name what the shop does not have. */
  faults: { number: number; fault: Fault }[];
}

export type Store = (tx: Tx, target: ImportTarget, rows: ReadRow[]) => Promise<Stored>;

/** Sealing and hashing come first, while the database is still busy with the batch before. */
export type Storer = (target: ImportTarget, rows: ReadRow[]) => (tx: Tx) => Promise<Stored>;

/** What was told later may arrive earlier: then it has the later time, and the other changes nothing. */
export const isOlder = (told: number | null, known: number | null): boolean =>
  told !== null && known !== null && told < known;
