/** What the commerce's use cases are handed. */
import type { Pool } from '../../platform/database/pool.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Vault } from '../../platform/vault.ts';

export interface Commerce {
  pool: Pool;
  vault: Vault;
  /** Files on their way in; they go when they are in. */
  files: FileStore;
  /** A longer one is refused, in bytes. */
  largestImport: number;
  /** The shop's clock. */
  zone(shopId: string): Promise<string>;
  now(): number;
  onFailure(error: unknown): void;
}
