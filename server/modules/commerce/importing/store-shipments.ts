/** Parcels, what is in them, and where they were scanned. */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../platform/database/pool.ts';
import type { ImportTarget, ReadRow, Stored } from './storing.ts';
import { ordersOf, unknownOf } from './known.ts';
import type { Written } from './rows.ts';
import { bytes, figure, iso, tally, word } from './rows.ts';

export async function storeShipments(tx: Tx, target: ImportTarget, rows: ReadRow[]): Promise<Stored> {
  const orders = await ordersOf(tx, target, rows);
  const faults = unknownOf(rows, 'number', 'unknown-order', (number) => orders.has(number));
  const parcels = new Map<string, Parcel>();
  const items = new Map<string, object>();
  const scans = new Map<string, object>();
  for (const { values } of rows) {
    const order_id = orders.get(values['number'] as string);
    if (order_id === undefined) continue;
    const tracking_no = values['trackingNo'] as string;
    const parcel = { order_id, tracking_no };
    const key = `${order_id}\n${tracking_no}`;
    const scanAt = iso(values['scanAt']);
    parcels.set(key, {
      ...(parcels.get(key) ?? { shipment_id: uuid(), ...parcel, last_scan_at: null }),
      ...said({
        carrier: word(values['carrier']),
        dispatched_at: iso(values['dispatchedAt']),
        promised_at: iso(values['promisedAt']),
        delivered_at: iso(values['deliveredAt']),
      }),
    });
    const known = parcels.get(key)!;
    if (scanAt !== null && (known.last_scan_at === null || scanAt > known.last_scan_at))
      known.last_scan_at = scanAt;
    const sku_code = word(values['skuCode']);
    if (sku_code !== null) {
      const batch = word(values['batch']) ?? '';
      const quantity = figure(values['quantity']) || 1;
      items.set([key, sku_code, batch].join('\n'), { ...parcel, sku_code, batch, quantity });
    }
    if (scanAt !== null) {
      const scan = {
        ...parcel,
        at: scanAt,
        state: word(values['scanState']),
        place: word(values['scanPlace']),
        said: word(values['scanSaid'])?.replaceAll(/(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)/g, '$1****$2') ?? null,
      };
      const said_hash = createHash('sha256').update(`${scan.state}\n${scan.place}\n${scan.said}`).digest();
      scans.set([key, scanAt, said_hash.toString('hex')].join('\n'), {
        ...scan,
        said_hash: bytes(said_hash),
      });
    }
  }
  const { shopId } = target;
  const written = tx.query<Written>(parcelRows, [shopId, JSON.stringify([...parcels.values()])]);
  if (items.size > 0) tx.send(itemRows, [shopId, JSON.stringify([...items.values()])]);
  if (scans.size > 0) tx.send(scanRows, [shopId, JSON.stringify([...scans.values()])]);
  return { ...tally(parcels.size, await written), faults };
}

interface Parcel {
  shipment_id: string;
  order_id: string;
  tracking_no: string;
  last_scan_at: string | null;
}

const said = (values: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

const parcelRows = `insert into shipments as s (shop_id, shipment_id, order_id, tracking_no, carrier, dispatched_at,
    promised_at, delivered_at, last_scan_at)
  select $1, r.* from json_to_recordset($2::json) as r(shipment_id uuid, order_id uuid, tracking_no text, carrier text,
    dispatched_at timestamptz, promised_at timestamptz, delivered_at timestamptz, last_scan_at timestamptz)
  on conflict (shop_id, order_id, tracking_no) do update
    set carrier = coalesce(excluded.carrier, s.carrier), dispatched_at = coalesce(excluded.dispatched_at, s.dispatched_at),
      promised_at = coalesce(excluded.promised_at, s.promised_at),
      delivered_at = coalesce(excluded.delivered_at, s.delivered_at),
      last_scan_at = greatest(excluded.last_scan_at, s.last_scan_at)
    where (s.carrier, s.dispatched_at, s.promised_at, s.delivered_at, s.last_scan_at) is distinct from (
      coalesce(excluded.carrier, s.carrier), coalesce(excluded.dispatched_at, s.dispatched_at),
      coalesce(excluded.promised_at, s.promised_at), coalesce(excluded.delivered_at, s.delivered_at),
      greatest(excluded.last_scan_at, s.last_scan_at))
  returning shipment_id::text as key, (xmax = 0) as added`;

const itemRows = `insert into outbound_items as i (shop_id, shipment_id, sku_code, batch, quantity)
  select $1, s.shipment_id, r.sku_code, r.batch, r.quantity
  from json_to_recordset($2::json) as r(order_id uuid, tracking_no text, sku_code text, batch text, quantity int)
  join shipments s on s.shop_id = $1 and s.order_id = r.order_id and s.tracking_no = r.tracking_no
  on conflict (shop_id, shipment_id, sku_code, batch) do update set quantity = excluded.quantity
    where i.quantity <> excluded.quantity`;

const scanRows = `insert into tracking_events (shop_id, shipment_id, at, said_hash, state, place, said)
  select $1, s.shipment_id, r.at, r.said_hash, r.state, r.place, case when b.key_sealed is not null then r.said end
  from json_to_recordset($2::json) as r(order_id uuid, tracking_no text, at timestamptz, said_hash bytea, state text,
    place text, said text)
  join shipments s on s.shop_id = $1 and s.order_id = r.order_id and s.tracking_no = r.tracking_no
  join orders o on o.shop_id = $1 and o.order_id = s.order_id
  join buyers b on b.shop_id = $1 and b.buyer_id = o.buyer_id
  on conflict do nothing`;
