/**
 * Phones by their last four digits, as customers say them. The digits lie nowhere: what is kept is a keyed hash of them,
 * its key derived from the server's secret outside the database, and another one in each shop.
 */
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';

const digits = 4;

/** null: it does not end in four digits. */
export function tailIndex(vault: Vault, shopId: string, phone: string): Buffer | null {
  const tail = /\d{4}$/.exec(phone.normalize('NFKC').replaceAll(/[\s-]/g, ''))?.[0];
  return tail ? vault.blindIndex(shopId, 'phone-tail', tail) : null;
}

/** Whose phone ends so; only where four digits and nothing else are asked for. Those who came last first. */
export async function findByTail(tx: Tx, vault: Vault, shopId: string, written: string): Promise<string[]> {
  const tail = written.normalize('NFKC').trim();
  if (!/^\d+$/.test(tail) || tail.length !== digits) return [];
  const rows = await tx.query<{ customerId: string }>(
    `select customer_id as "customerId" from customer_contacts where shop_id = $1 and tail_index = $2
    group by customer_id order by max(created_at) desc limit 50`,
    [shopId, tailIndex(vault, shopId, tail)],
  );
  return rows.map((row) => row.customerId);
}

/** Phones from before there were tails, so many at a time. Answers whether there may be more. */
export function fillTails(pool: Pool, vault: Vault, shopId: string): Promise<boolean> {
  return inShop(pool, shopId, async (tx) => {
    const rows = await tx.query<{ contact_id: string; sealed: Buffer; key_sealed: Buffer }>(
      `select c.contact_id, c.sealed, k.key_sealed from customer_contacts c
      join customer_keys k on k.shop_id = c.shop_id and k.customer_id = c.customer_id
      where c.shop_id = $1 and c.kind = 'phone' and c.tail_index is null order by c.contact_id limit ${atOnce}`,
      [shopId],
    );
    // One without four digits at its end is marked as looked at.
    const none = Buffer.alloc(0);
    const tails = rows.map(
      ({ sealed, key_sealed }) =>
        tailIndex(vault, shopId, vault.open(sealed, vault.open(key_sealed)).toString('utf8')) ?? none,
    );
    tx.send(
      `update customer_contacts c set tail_index = r.tail from unnest($2::uuid[], $3::bytea[]) as r(contact_id, tail)
      where c.shop_id = $1 and c.contact_id = r.contact_id`,
      [shopId, rows.map((row) => row.contact_id), tails],
    );
    return rows.length === atOnce;
  });
}

const atOnce = 500;
