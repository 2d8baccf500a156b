/** What left of a batch and to whom, for when one of it did harm; and which of these orders a customer's are. */
import type { BatchView } from '../../../core/commerce/buying-api.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { mask } from '../customers/index.ts';
import { accountIndex, numberIndex } from './blind.ts';
import { openPersonal, readOrders } from './read-orders.ts';

export interface Batch {
  skuCode: string;
  /** '': none was written down; then all that left of the SKU. */
  batch: string;
}

const mostShown = 30;

export async function readBatch(
  tx: Tx,
  vault: Vault,
  shopId: string,
  { skuCode, batch }: Batch,
): Promise<Omit<BatchView, 'complaints'>> {
  const of = [shopId, skuCode, batch];
  const [[sums], newest, [title]] = await Promise.all([
    tx.query<{ orders: number; units: number; inStock: number }>(sumsOf(batch), of),
    tx.query<{ order_id: string; quantity: number; dispatched_at: number | null }>(newestOf(batch), of),
    tx.query<{ name: string }>(titleOf, [shopId, skuCode]),
  ]);
  const orders = await readOrders(
    tx,
    vault,
    shopId,
    newest.map((row) => row.order_id),
  );
  return {
    skuCode,
    title: title?.name ?? null,
    batch,
    ...sums!,
    newest: orders.map(({ orderId, number, receiver, state }, at) => ({
      orderId,
      number,
      receiver,
      state,
      quantity: newest[at]!.quantity,
      dispatchedAt: newest[at]!.dispatched_at,
    })),
  };
}

/** How somebody is known: the hashes that orders are found by. */
export interface Hashes {
  accounts: Buffer[];
  phones: Buffer[];
  numbers: Buffer[];
}

/** Of the batch's orders those of whoever is known by one of these; with what they were known by. */
export async function ordersInBatch(
  tx: Tx,
  vault: Vault,
  shopId: string,
  { skuCode, batch }: Batch,
  { accounts, phones, numbers }: Hashes,
): Promise<{ number: string; hashes: Buffer[] }[]> {
  const rows = await tx.query<{ sealed: Buffer | null; keySealed: Buffer | null; hashes: Buffer[] }>(
    `select o.sealed, b.key_sealed as "keySealed", array_remove(array[o.account_index, o.phone_index, o.number_index], null) as hashes
    from (${sent(batch)}) s join orders o on o.shop_id = $1 and o.order_id = s.order_id
    join buyers b on b.shop_id = $1 and b.buyer_id = o.buyer_id
    where o.account_index = any($4::bytea[]) or o.phone_index = any($5::bytea[]) or o.number_index = any($6::bytea[])
    order by o.placed_at desc limit 200`,
    [shopId, skuCode, batch, accounts, phones, numbers],
  );
  return rows.map(({ hashes, ...row }) => ({
    hashes,
    number: mask('order', openPersonal(vault, row).number ?? ''),
  }));
}

export const hashesOf = (vault: Vault, shopId: string) => ({
  account: (account: string) => accountIndex(vault, shopId, account),
  number: (number: string) => numberIndex(vault, shopId, number),
});

/** By the packing lists; without a batch by what was ordered of the SKU and left. `$3` is named in both. */
const sent = (batch: string) =>
  batch === ''
    ? `select l.order_id, sum(l.quantity)::int as quantity, max(o.dispatched_at) as dispatched_at from order_lines l
      join orders o on o.shop_id = l.shop_id and o.order_id = l.order_id
      where l.shop_id = $1 and l.sku_code = $2 and $3 = ''
        and (o.dispatched_at is not null or exists (select from shipments s where s.shop_id = $1 and s.order_id = l.order_id))
      group by l.order_id`
    : `select s.order_id, sum(i.quantity)::int as quantity, max(s.dispatched_at) as dispatched_at from outbound_items i
      join shipments s on s.shop_id = i.shop_id and s.shipment_id = i.shipment_id
      where i.shop_id = $1 and i.sku_code = $2 and i.batch = $3 and i.batch <> '' group by s.order_id`;

const sumsOf = (batch: string) => `select count(*)::int as orders, coalesce(sum(quantity), 0)::int as units,
    (select coalesce(sum(t.quantity), 0)::int from stock t join skus k on k.shop_id = t.shop_id and k.sku_id = t.sku_id
      where t.shop_id = $1 and k.code = $2 and ($3 = '' or t.batch = $3)) as "inStock"
  from (${sent(batch)}) s`;

const newestOf = (batch: string) =>
  `select order_id, quantity, dispatched_at from (${sent(batch)}) s order by dispatched_at desc nulls last, order_id limit ${mostShown}`;

const titleOf = `select concat_ws(' ', p.name, coalesce(k.size, k.spec)) as name from skus k
  join products p on p.shop_id = k.shop_id and p.product_id = k.product_id where k.shop_id = $1 and k.code = $2 limit 1`;
