/** Whose orders they are: by the accounts that the shop signed for, by phone, and by the numbers that are known or were written. */
import type { CustomerOrders, OrderView } from '../../../core/commerce/order-api.ts';
import { numbersIn } from '../../../core/commerce/numbers-in.ts';
import { readPhone } from '../../../core/commerce/reading/cell.ts';
import { provenBy } from '../../../core/commerce/second-proof.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { accountIndex, numberIndex, phoneIndex } from './blind.ts';
import { readOrders, readPersonal } from './read-orders.ts';
import { readProducts } from './read-products.ts';

export interface KnownOf {
  accounts: readonly string[];
  phones: readonly string[];
  numbers: readonly string[];
}

const most = 20;

/** `said`: what the customer wrote. A number in it finds an order; it takes more to prove that it is theirs. */
export async function ordersOfCustomer(
  tx: Tx,
  vault: Vault,
  shopId: string,
  known: KnownOf,
  said: readonly string[] = [],
): Promise<CustomerOrders> {
  const found = await findOrders(tx, vault, shopId, known, said);
  const by = new Map(found.map((one) => [one.id, one]));
  const views = await readOrders(tx, vault, shopId, [...by.keys()]);
  const orders = views.map((order) => {
    const { rank, proven } = by.get(order.orderId)!;
    return { ...(proven ? order : stateOnly(order)), by: ways[rank]!, proven };
  });
  const goods = orders.flatMap((order) => order.lines.flatMap((line) => line.productId ?? []));
  return { orders, products: await readProducts(tx, shopId, goods) };
}

/** The ids of those that are proven to be theirs, newest first. */
export async function ownOrderIds(
  tx: Tx,
  vault: Vault,
  shopId: string,
  known: KnownOf,
  said: readonly string[],
): Promise<string[]> {
  const found = await findOrders(tx, vault, shopId, known, said);
  return found.flatMap(({ id, proven }) => (proven ? id : []));
}

async function findOrders(
  tx: Tx,
  vault: Vault,
  shopId: string,
  known: KnownOf,
  said: readonly string[],
): Promise<{ id: string; rank: number; proven: boolean }[]> {
  const written = [...new Set(said.flatMap(numbersIn))];
  const rows = await tx.query<{ id: string; rank: number }>(ofCustomer, [
    shopId,
    ...indexesOf(vault, shopId, known),
    written.map((number) => numberIndex(vault, shopId, number)),
  ]);
  const found = [];
  for (const { id, rank } of rows)
    found.push({ id, rank, proven: rank < asWritten || (await isProven(tx, vault, shopId, id, said)) });
  return found;
}

async function isProven(tx: Tx, vault: Vault, shopId: string, orderId: string, said: readonly string[]) {
  const personal = await readPersonal(tx, vault, shopId, orderId);
  return personal !== null && provenBy(said, personal);
}

/** What whoever holds a parcel's label may know. */
function stateOnly({ orderId, source, number, state, currency, updatedAt, standing }: OrderView): OrderView {
  return {
    standing,
    orderId,
    source,
    number,
    state,
    currency,
    updatedAt,
    receiver: null,
    phone: null,
    address: null,
    stateSaid: null,
    totalFen: null,
    paidFen: null,
    refundedFen: null,
    freightFen: null,
    placedAt: null,
    paidAt: null,
    dispatchedAt: null,
    receivedAt: null,
    promisedAt: null,
    lines: [],
    parcels: [],
    changes: [],
  };
}

/** Whether there is one at all, that is known to be theirs. */
export async function hasOrders(tx: Tx, vault: Vault, shopId: string, known: KnownOf): Promise<boolean> {
  return (await findOrders(tx, vault, shopId, known, [])).length > 0;
}

export const indexesOf = (
  vault: Vault,
  shopId: string,
  { accounts, phones, numbers }: KnownOf,
): Buffer[][] => [
  accounts.map((account) => accountIndex(vault, shopId, account)),
  phones.flatMap((phone) => readPhone(phone) ?? []).map((phone) => phoneIndex(vault, shopId, phone)),
  numbers.map((number) => numberIndex(vault, shopId, number)),
];

/** The orders of these that bear one of the numbers. */
export async function bearing(
  tx: Tx,
  vault: Vault,
  shopId: string,
  orderIds: readonly string[],
  numbers: readonly string[],
): Promise<string[]> {
  if (orderIds.length === 0 || numbers.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    'select order_id as id from orders where shop_id = $1 and order_id = any($2::uuid[]) and number_index = any($3::bytea[])',
    [shopId, orderIds, numbers.map((number) => numberIndex(vault, shopId, number))],
  );
  return rows.map(({ id }) => id);
}

/** By rank: the surest way that an order was found counts. */
const ways = ['account', 'phone', 'number', 'number'] as const;
const asWritten = 3;

/** Each way by its own index, then together: one condition with "or" would read them all. */
const ofCustomer = `select id, min(rank) as rank from (
    (select order_id as id, placed_at, 0 as rank from orders where shop_id = $1 and account_index = any($2::bytea[])
      order by placed_at desc nulls last limit ${most})
    union all
    (select order_id, placed_at, 1 from orders where shop_id = $1 and phone_index = any($3::bytea[])
      order by placed_at desc nulls last limit ${most})
    union all
    (select order_id, placed_at, 2 from orders where shop_id = $1 and number_index = any($4::bytea[])
      limit ${most})
    union all
    (select order_id, placed_at, ${asWritten} from orders where shop_id = $1 and number_index = any($5::bytea[])
      limit ${most})
  ) found group by id order by max(placed_at) desc nulls last limit ${most}`;
