/** Orders of a batch: each once, however often its file comes in; what a file does not say stays as it was. */
import type { KeyObject } from 'node:crypto';
import { createSecretKey } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';
import {
  accountIndex,
  addressIndex,
  externalIndex,
  nameIndex,
  numberIndex,
  phoneIndex,
  tailIndex,
} from '../blind.ts';
import { againstDesk } from '../desk-changes/against-desk.ts';
import type { GatheredOrder, Personal } from './gather-orders.ts';
import { gatherOrders } from './gather-orders.ts';
import type { ImportTarget, ReadRow, Stored } from './storing.ts';
import { isOlder } from './storing.ts';
import { bytes, iso } from './rows.ts';

export function storeOrders(target: ImportTarget, rows: ReadRow[]): (tx: Tx) => Promise<Stored> {
  const { vault, shopId, source } = target;
  const gathered = gatherOrders(rows).map((one) => ({
    ...one,
    index: numberIndex(vault, shopId, one.number),
    external: one.externalId === null ? null : externalIndex(vault, shopId, source, one.externalId),
    fingerprint: vault.blindIndex(shopId, 'order as told', told(one)),
  }));
  return (tx) => write(tx, target, gathered);
}

type Indexed = GatheredOrder & { index: Buffer; external: Buffer | null; fingerprint: Buffer };

async function write(tx: Tx, target: ImportTarget, gathered: Indexed[]): Promise<Stored> {
  const { vault, shopId, source } = target;
  const standing = await readKnown(
    tx,
    target,
    gathered.map((one) => one.index),
  );
  const fresh = gathered.filter((one) => {
    const before = standing.get(one.index.toString('hex'));
    return !before || (!before.fingerprint.equals(one.fingerprint) && !isOlder(one.toldAt, before.toldAt));
  });
  const added = fresh.filter(({ index }) => !standing.has(index.toString('hex')));
  const keys = await buyersOf(tx, target, added);
  const known = await againstDesk(
    tx,
    target,
    fresh.flatMap((told) => {
      const before = standing.get(told.index.toString('hex'));
      return before ? { ...before, told } : [];
    }),
  );
  const orders: OfOrder[] = [];
  const lines: OfOrder[] = [];
  const parcels: OfOrder[] = [];
  const isNew = new Set<string>();
  for (const each of fresh) {
    const before = standing.get(each.index.toString('hex'));
    const { told: one, sealed } = (before && known.get(before.orderId)) ?? { told: each, sealed: null };
    const { buyerId, key } = before ?? keys.get(one.number)!;
    const orderId = before?.orderId ?? uuid();
    // Of an erased buyer nothing is kept again.
    const personal = key && { ...opened(vault, key, sealed), ...one.personal };
    if (!before) isNew.add(orderId);
    orders.push({
      order_id: orderId,
      buyer_id: buyerId,
      number_index: bytes(one.index),
      external_index: bytes(one.external),
      told_at: iso(one.toldAt),
      sealed: bytes(personal && vault.seal(Buffer.from(JSON.stringify(personal)), key)),
      ...indexes(vault, shopId, personal ?? {}),
      ...one.order,
      fingerprint: bytes(one.fingerprint),
    });
    for (const [line_key, line] of one.lines)
      lines.push({ order_id: orderId, line_key, ...line, placed_at: one.order['placed_at'] ?? null });
    for (const [tracking_no, parcel] of one.parcels)
      parcels.push({ shipment_id: uuid(), order_id: orderId, tracking_no, ...parcel });
  }
  // Nobody else writes meanwhile, so what is not there needs no looking whether it is: that takes longer than to write it.
  for (const isFirst of [true, false]) {
    const these = (rows: OfOrder[]) => rows.filter((row) => isNew.has(row.order_id) === isFirst);
    const [some, more, sent] = [these(orders), these(lines), these(parcels)];
    const parts = isFirst ? statements.fresh : statements.known;
    if (some.length > 0) tx.send(parts.orders, [shopId, JSON.stringify(some), source]);
    // The platform's second file tells when they were placed.
    if (some.length > 0 && !isFirst) tx.send(lineTimes, [shopId, some.map((one) => one.order_id)]);
    if (more.length > 0) tx.send(parts.lines, [shopId, JSON.stringify(more)]);
    if (sent.length > 0) tx.send(parts.parcels, [shopId, JSON.stringify(sent)]);
  }
  return {
    added: added.length,
    changed: fresh.length - added.length,
    unchanged: gathered.length - fresh.length,
    faults: [],
  };
}

type OfOrder = { order_id: string } & Record<string, string | number | null>;

interface Buyer {
  buyerId: string;
  /** null: erased. */
  key: KeyObject | null;
}

interface Known extends Buyer {
  orderId: string;
  fingerprint: Buffer;
  toldAt: number | null;
}

async function readKnown(
  tx: Tx,
  { vault, shopId, source }: ImportTarget,
  indexes: Buffer[],
): Promise<Map<string, Known>> {
  const rows = await tx.query<{
    number_index: Buffer;
    order_id: string;
    buyer_id: string;
    fingerprint: Buffer;
    told_at: number | null;
    key_sealed: Buffer | null;
  }>(
    `select o.number_index, o.order_id, o.buyer_id, o.fingerprint, o.told_at, b.key_sealed
    from orders o join buyers b on b.shop_id = o.shop_id and b.buyer_id = o.buyer_id
    where o.shop_id = $1 and o.source = $2 and o.number_index = any($3::bytea[])`,
    [shopId, source, indexes],
  );
  return new Map(
    rows.map((row) => [
      row.number_index.toString('hex'),
      {
        orderId: row.order_id,
        buyerId: row.buyer_id,
        fingerprint: row.fingerprint,
        toldAt: row.told_at,
        key: row.key_sealed && createSecretKey(vault.open(row.key_sealed)),
      },
    ]),
  );
}

/** Whose each new order is: the same account, else the same phone, is the same buyer. By the order's number. */
async function buyersOf(
  tx: Tx,
  { vault, shopId, source }: ImportTarget,
  orders: GatheredOrder[],
): Promise<Map<string, Buyer>> {
  const identities = new Map(
    orders.map(({ number, personal: { account, phone } }) => {
      const identity = account
        ? `account ${source} ${account}`
        : phone
          ? `phone ${phone}`
          : `order ${source} ${number}`;
      return [number, vault.blindIndex(shopId, 'buyer', identity)];
    }),
  );
  const all = new Map([...identities.values()].map((index) => [index.toString('hex'), index]));
  const wanted = [...all.values()];
  const find = () =>
    tx.query<{ buyer_id: string; identity_index: Buffer; key_sealed: Buffer | null }>(
      'select buyer_id, identity_index, key_sealed from buyers where shop_id = $1 and identity_index = any($2::bytea[])',
      [shopId, wanted],
    );
  const known = new Map<string, Buyer>();
  for (const { buyer_id, identity_index, key_sealed } of await find())
    known.set(identity_index.toString('hex'), {
      buyerId: buyer_id,
      key: key_sealed && createSecretKey(vault.open(key_sealed)),
    });
  const fresh: object[] = [];
  for (const [hex, index] of all) {
    if (known.has(hex)) continue;
    const buyerId = uuid();
    const key = vault.newKey();
    known.set(hex, { buyerId, key: createSecretKey(key) });
    fresh.push({ buyer_id: buyerId, identity_index: bytes(index), key_sealed: bytes(vault.seal(key)) });
  }
  if (fresh.length > 0) tx.send(buyerRows, [shopId, JSON.stringify(fresh)]);
  return new Map([...identities].map(([number, index]) => [number, known.get(index.toString('hex'))!]));
}

/** What was known of it before. */
const opened = (vault: Vault, key: KeyObject, sealed: Buffer | null): Partial<Personal> =>
  sealed ? JSON.parse(vault.open(sealed, key).toString('utf8')) : {};

function indexes(vault: Vault, shopId: string, { account, receiver, phone, address }: Partial<Personal>) {
  return {
    account_index: bytes(account ? accountIndex(vault, shopId, account) : null),
    name_index: bytes(receiver ? nameIndex(vault, shopId, receiver) : null),
    phone_index: bytes(phone ? phoneIndex(vault, shopId, phone) : null),
    phone_tail_index: bytes(phone ? tailIndex(vault, shopId, phone.slice(-4)) : null),
    address_index: bytes(addressIndex(vault, shopId, address)),
  };
}

const told = ({ personal, order, lines, parcels, toldAt }: GatheredOrder): string =>
  JSON.stringify([personal, order, [...lines], [...parcels], ...(toldAt === null ? [] : [toldAt])]);

const buyerRows = `insert into buyers (shop_id, buyer_id, identity_index, key_sealed)
  select $1, r.* from json_to_recordset($2::json) as r(buyer_id uuid, identity_index bytea, key_sealed bytea)`;

const orderRows = `insert into orders (shop_id, source, order_id, buyer_id, number_index, external_index, told_at, sealed,
    account_index, name_index, phone_index, phone_tail_index, address_index, state, state_said, total_fen, paid_fen, freight_fen,
    refunded_fen, currency, placed_at, paid_at, dispatched_at, received_at, closed_at, promised_at, fingerprint)
  select $1, $3, r.* from json_to_recordset($2::json) as r(order_id uuid, buyer_id uuid, number_index bytea,
    external_index bytea, told_at timestamptz, sealed bytea, account_index bytea, name_index bytea, phone_index bytea,
    phone_tail_index bytea, address_index bytea, state text, state_said text, total_fen bigint, paid_fen bigint, freight_fen bigint,
    refunded_fen bigint, currency text, placed_at timestamptz, paid_at timestamptz, dispatched_at timestamptz,
    received_at timestamptz, closed_at timestamptz, promised_at timestamptz, fingerprint bytea)`;

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

const lineColumns = `insert into order_lines (shop_id, order_id, line_key, product_code, sku_code, title, spec, quantity,
    price_fen, paid_fen, refunded_fen, state_said, placed_at)
  select $1, r.order_id, r.line_key, r.product_code, r.sku_code, r.title, r.spec, coalesce(r.quantity, 1),
    r.price_fen, r.paid_fen, r.refunded_fen, r.state_said,`;
const lineRows = `from json_to_recordset($2::json) as r(order_id uuid, line_key text, product_code text, sku_code text, title text,
    spec text, quantity int, price_fen bigint, paid_fen bigint, refunded_fen bigint, state_said text,
    placed_at timestamptz)`;

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

const parcelRows = `insert into shipments (shop_id, shipment_id, order_id, tracking_no, carrier, dispatched_at, promised_at,
    delivered_at)
  select $1, r.* from json_to_recordset($2::json) as r(shipment_id uuid, order_id uuid, tracking_no text, carrier text,
    dispatched_at timestamptz, promised_at timestamptz, delivered_at timestamptz)`;

const knownParcel = `
  on conflict (shop_id, order_id, tracking_no) do update set
    carrier = coalesce(excluded.carrier, shipments.carrier),
    dispatched_at = coalesce(excluded.dispatched_at, shipments.dispatched_at),
    promised_at = coalesce(excluded.promised_at, shipments.promised_at),
    delivered_at = coalesce(excluded.delivered_at, shipments.delivered_at)`;

const statements = {
  fresh: { orders: orderRows, lines: `${lineColumns} r.placed_at ${lineRows}`, parcels: parcelRows },
  known: {
    orders: orderRows + knownOrder,
    lines: `${lineColumns} coalesce(r.placed_at, o.placed_at) ${lineRows}${knownLine}`,
    parcels: parcelRows + knownParcel,
  },
};
