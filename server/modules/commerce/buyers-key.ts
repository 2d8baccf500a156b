import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';

/** The key that what is personal of an order is sealed with; null: whoever bought was erased. */
export async function buyersKey(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderId: string,
): Promise<Buffer | null> {
  const [row] = await tx.query<{ key: Buffer | null }>(
    `select b.key_sealed as key from orders o join buyers b on b.shop_id = o.shop_id and b.buyer_id = o.buyer_id
    where o.shop_id = $1 and o.order_id = $2`,
    [shopId, orderId],
  );
  return row?.key ? vault.open(row.key) : null;
}
