/** What a customer's orders tell of refunds, and of who else has things sent to the same door. */
import type { RiskFacts } from '../../../../core/commerce/risk/signs.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';
import { mask } from '../../customers/index.ts';
import type { KnownOf } from '../orders-of-customer.ts';
import { indexesOf } from '../orders-of-customer.ts';
import { openPersonal } from '../read-orders.ts';

const mostOrders = 500;
const mostDoors = 5;

/** By what the shop knows of them, not by numbers that anybody can write. */
export async function riskOrders(
  tx: Tx,
  vault: Vault,
  shopId: string,
  known: KnownOf,
  since: number,
): Promise<Pick<RiskFacts, 'orders' | 'addresses'>> {
  const orders = await tx.query<OwnOrder>(own, [shopId, ...indexesOf(vault, shopId, known), new Date(since)]);
  const doors = new Map<string, OwnOrder>();
  for (const order of orders) {
    const door = order.door?.toString('hex');
    if (door && doors.size < mostDoors && !doors.has(door)) doors.set(door, order);
  }
  const shared = await tx.query<{ door: Buffer; accounts: number; orders: number; refundedOrders: number }>(
    `select address_index as door, count(distinct buyer_id)::int as accounts, count(*)::int as orders,
      count(*) filter (where refunded_fen > 0)::int as "refundedOrders"
    from orders where shop_id = $1 and address_index = any($2::bytea[]) and address_index <> '' and placed_at >= $3
    group by address_index`,
    [shopId, [...doors.values()].map(({ door }) => door), new Date(since)],
  );
  return {
    orders: orders.map(({ paidFen, refundedFen, partFen, currency }) => ({
      paidFen,
      refundedFen,
      partFen,
      currency,
    })),
    addresses: shared.map(({ door, ...counts }) => {
      const { address } = openPersonal(vault, doors.get(door.toString('hex'))!);
      return { address: mask('address', address ?? ''), ...counts };
    }),
  };
}

interface OwnOrder {
  paidFen: number;
  refundedFen: number;
  partFen: number;
  currency: string;
  door: Buffer | null;
  sealed: Buffer | null;
  keySealed: Buffer | null;
}

const own = `select coalesce(o.paid_fen, 0) as "paidFen", coalesce(o.refunded_fen, 0) as "refundedFen", o.currency,
    (select coalesce(sum(l.refunded_fen), 0)::int from order_lines l where l.shop_id = $1 and l.order_id = o.order_id
      and l.refunded_fen > 0 and l.refunded_fen < l.paid_fen) as "partFen",
    nullif(o.address_index, '') as door, o.sealed, b.key_sealed as "keySealed"
  from (
    select order_id from orders where shop_id = $1 and account_index = any($2::bytea[]) and placed_at >= $5
    union select order_id from orders where shop_id = $1 and phone_index = any($3::bytea[]) and placed_at >= $5
    union select order_id from orders where shop_id = $1 and number_index = any($4::bytea[]) and placed_at >= $5
  ) found join orders o on o.shop_id = $1 and o.order_id = found.order_id
  join buyers b on b.shop_id = $1 and b.buyer_id = o.buyer_id
  order by o.placed_at desc limit ${mostOrders}`;
