/** Who has this phone or order number: by its keyed hash, so the whole number must be given. */
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';

export interface KnownBy {
  customerId: string;
  kind: 'phone' | 'order';
}

export async function findByContact(
  tx: Tx,
  vault: Vault,
  shopId: string,
  written: string,
): Promise<KnownBy[]> {
  const values = [...new Set([written.trim(), written.normalize('NFKC').replaceAll(/[\s-]/g, '')])];
  if (!values.some((value) => /\d{5}/.test(value))) return [];
  const kinds = ['phone', 'order'] as const;
  const hashes = kinds.flatMap((kind) => values.map((value) => vault.blindIndex(shopId, kind, value)));
  return tx.query<KnownBy>(
    `select customer_id as "customerId", min(kind) as kind from customer_contacts
    where shop_id = $1 and kind in ('phone', 'order') and blind_index = any($2::bytea[])
    group by customer_id order by max(created_at) desc limit 20`,
    [shopId, hashes],
  );
}
