/** The statements that orders of a batch are written with: as they are where the order is new, else on top of what is known of it. */
import type { Cell, Columns } from '../../../platform/database/columns.ts';
import { namesOf, rowsFrom, valuesOf } from '../../../platform/database/columns.ts';
import type { Tx } from '../../../platform/database/pool.ts';

export type Row = Record<string, Cell>;

export const addBuyers = (tx: Tx, shopId: string, rows: Row[]): void =>
  tx.send(buyerRows, [shopId, ...valuesOf(buyer, rows)]);

export interface OrderRows {
  orders: Row[];
  lines: Row[];
  parcels: Row[];
}

/** Nobody else writes meanwhile, so what is not there needs no looking whether it is: that takes longer than to write it. */
export function addOrders(tx: Tx, shopId: string, source: string, rows: OrderRows): void {
  put(tx, shopId, source, rows, fresh);
}

export function changeOrders(tx: Tx, shopId: string, source: string, rows: OrderRows): void {
  put(tx, shopId, source, rows, known);
  // The platform's second file tells when they were placed.
  if (rows.orders.length > 0) tx.send(lineTimes, [shopId, rows.orders.map((one) => one['order_id'])]);
}

function put(
  tx: Tx,
  shopId: string,
  source: string,
  { orders, lines, parcels }: OrderRows,
  statements: typeof fresh,
): void {
  if (orders.length > 0) tx.send(statements.orders, [shopId, source, ...valuesOf(order, orders)]);
  if (lines.length > 0) tx.send(statements.lines, [shopId, ...valuesOf(line, lines)]);
  if (parcels.length > 0) tx.send(statements.parcels, [shopId, ...valuesOf(parcel, parcels)]);
}

const buyer = { buyer_id: 'uuid', identity_index: 'bytea', key_sealed: 'bytea' } satisfies Columns;

const order = {
  order_id: 'uuid',
  buyer_id: 'uuid',
  number_index: 'bytea',
  external_index: 'bytea',
  told_at: 'timestamptz',
  sealed: 'bytea',
  account_index: 'bytea',
  name_index: 'bytea',
  phone_index: 'bytea',
  phone_tail_index: 'bytea',
  address_index: 'bytea',
  state: 'text',
  state_said: 'text',
  total_fen: 'bigint',
  paid_fen: 'bigint',
  freight_fen: 'bigint',
  refunded_fen: 'bigint',
  currency: 'text',
  placed_at: 'timestamptz',
  paid_at: 'timestamptz',
  dispatched_at: 'timestamptz',
  received_at: 'timestamptz',
  closed_at: 'timestamptz',
  promised_at: 'timestamptz',
  fingerprint: 'bytea',
} satisfies Columns;

const line = {
  order_id: 'uuid',
  line_key: 'text',
  product_code: 'text',
  sku_code: 'text',
  title: 'text',
  spec: 'text',
  price_fen: 'bigint',
  paid_fen: 'bigint',
  refunded_fen: 'bigint',
  state_said: 'text',
  quantity: 'int',
  placed_at: 'timestamptz',
} satisfies Columns;

const parcel = {
  shipment_id: 'uuid',
  order_id: 'uuid',
  tracking_no: 'text',
  carrier: 'text',
  dispatched_at: 'timestamptz',
  promised_at: 'timestamptz',
  delivered_at: 'timestamptz',
} satisfies Columns;

const buyerRows = `insert into buyers (shop_id, ${namesOf(buyer)}) select $1, r.* from ${rowsFrom(buyer, 2)}`;

const orderRows = `insert into orders (shop_id, source, ${namesOf(order)}) select $1, $2, r.* from ${rowsFrom(order, 3)}`;

const knownOrder = `
  on conflict (shop_id, source, number_index) do update set
    external_index = coalesce(excluded.external_index, orders.external_index),
    told_at = coalesce(excluded.told_at, orders.told_at),
    sealed = excluded.sealed,
    account_index = excluded.account_index,
    name_index = excluded.name_index,
    phone_index = excluded.phone_index,
    phone_tail_index = excluded.phone_tail_index,
    address_index = excluded.address_index,
    state = case when excluded.state_said is null then orders.state else excluded.state end,
    state_said = coalesce(excluded.state_said, orders.state_said),
    total_fen = coalesce(excluded.total_fen, orders.total_fen),
    paid_fen = coalesce(excluded.paid_fen, orders.paid_fen),
    freight_fen = coalesce(excluded.freight_fen, orders.freight_fen),
    refunded_fen = coalesce(excluded.refunded_fen, orders.refunded_fen),
    -- A file that names none was read as CNY.
    currency = case when excluded.currency = 'CNY' then orders.currency else excluded.currency end,
    placed_at = coalesce(excluded.placed_at, orders.placed_at),
    paid_at = coalesce(excluded.paid_at, orders.paid_at),
    dispatched_at = coalesce(excluded.dispatched_at, orders.dispatched_at),
    received_at = coalesce(excluded.received_at, orders.received_at),
    closed_at = coalesce(excluded.closed_at, orders.closed_at),
    promised_at = coalesce(excluded.promised_at, orders.promised_at),
    fingerprint = excluded.fingerprint,
    updated_at = now()`;

const lineRows = (placedAt: string, also: string) => `insert into order_lines (shop_id, ${namesOf(line)})
  select $1, r.order_id, r.line_key, r.product_code, r.sku_code, r.title, r.spec, r.price_fen, r.paid_fen, r.refunded_fen,
    r.state_said, coalesce(r.quantity, 1), ${placedAt} from ${rowsFrom(line, 2)} ${also}`;

const knownLine = `
  join orders o on o.shop_id = $1 and o.order_id = r.order_id
  on conflict (shop_id, order_id, line_key) do update set
    product_code = coalesce(excluded.product_code, order_lines.product_code),
    sku_code = coalesce(excluded.sku_code, order_lines.sku_code),
    title = coalesce(excluded.title, order_lines.title),
    spec = coalesce(excluded.spec, order_lines.spec),
    quantity = excluded.quantity,
    price_fen = coalesce(excluded.price_fen, order_lines.price_fen),
    paid_fen = coalesce(excluded.paid_fen, order_lines.paid_fen),
    refunded_fen = coalesce(excluded.refunded_fen, order_lines.refunded_fen),
    state_said = coalesce(excluded.state_said, order_lines.state_said),
    placed_at = coalesce(excluded.placed_at, order_lines.placed_at)`;

const lineTimes = `update order_lines l set placed_at = o.placed_at from orders o
  where l.shop_id = $1 and l.order_id = any($2::uuid[]) and o.shop_id = l.shop_id and o.order_id = l.order_id
    and l.placed_at is distinct from o.placed_at`;

const parcelRows = `insert into shipments (shop_id, ${namesOf(parcel)}) select $1, r.* from ${rowsFrom(parcel, 2)}`;

const knownParcel = `
  on conflict (shop_id, order_id, tracking_no) do update set
    carrier = coalesce(excluded.carrier, shipments.carrier),
    dispatched_at = coalesce(excluded.dispatched_at, shipments.dispatched_at),
    promised_at = coalesce(excluded.promised_at, shipments.promised_at),
    delivered_at = coalesce(excluded.delivered_at, shipments.delivered_at)`;

const fresh = { orders: orderRows, lines: lineRows('r.placed_at', ''), parcels: parcelRows };
const known = {
  orders: orderRows + knownOrder,
  lines: lineRows('coalesce(r.placed_at, o.placed_at)', knownLine),
  parcels: parcelRows + knownParcel,
};
