/** Orders from before doors were hashed, so many at a time. Answers whether there may be more. */
import type { Pool } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';
import { addressIndex } from '../blind.ts';
import { oneWriter } from '../importing/storing.ts';
import { openPersonal } from '../read-orders.ts';

const atOnce = 1000;

export function fillAddresses(pool: Pool, vault: Vault, shopId: string): Promise<boolean> {
  return inShop(pool, shopId, async (tx) => {
    await oneWriter(tx, shopId);
    const rows = await tx.query<{ order_id: string; sealed: Buffer | null; keySealed: Buffer | null }>(
      `select o.order_id, o.sealed, b.key_sealed as "keySealed" from orders o
      join buyers b on b.shop_id = o.shop_id and b.buyer_id = o.buyer_id
      where o.shop_id = $1 and o.address_index is null order by o.order_id limit ${atOnce}`,
      [shopId],
    );
    if (rows.length === 0) return false;
    tx.send(
      `update orders o set address_index = r.door from unnest($2::uuid[], $3::bytea[]) as r(order_id, door)
      where o.shop_id = $1 and o.order_id = r.order_id`,
      [
        shopId,
        rows.map((row) => row.order_id),
        rows.map((row) => addressIndex(vault, shopId, openPersonal(vault, row).address)),
      ],
    );
    return rows.length === atOnce;
  });
}
