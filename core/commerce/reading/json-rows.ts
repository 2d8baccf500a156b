/**
 * Orders, goods and parcels as shop systems keep them in JSON, laid out as rows of our own template: each shape by what its
 * records hold, wherever in the file they lie.
 */
import type { ImportKind } from './fields.ts';
import type { Row } from './read-row.ts';
import type { Source } from './sources.ts';

type Data = Record<string, unknown>;
interface Shape {
  kind: ImportKind;
  source: Source;
  knows(record: Data): boolean;
  /** `key`: the name that the record stands under. */
  rows(record: Data, key: string): Data[];
}

export function jsonRows(kind: ImportKind, root: unknown): { source: Source; rows: Row[] } | null {
  for (const shape of shapes) {
    if (shape.kind !== kind) continue;
    const found = [...records(root, '', shape)].flatMap(([record, key]) => shape.rows(record, key));
    if (found.length > 0) return { source: shape.source, rows: found.map(asText) };
  }
  return null;
}

function* records(value: unknown, key: string, shape: Shape): Generator<[Data, string]> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value) && shape.knows(value as Data)) yield [value as Data, key];
  else for (const [name, inner] of Object.entries(value)) yield* records(inner, name, shape);
}

const shapes: readonly Shape[] = [
  {
    kind: 'orders',
    source: 'jd',
    knows: (record) => '订单ID' in record && '订单商品列表' in record,
    rows: (record) => {
      const to = data(record['收货地址']);
      const order = {
        number: record['订单ID'],
        account: record['用户ID'],
        receiver: to['收件人姓名'],
        phone: to['电话号码'],
        address: joined(to['省份'], to['城市'], to['区县'], to['详细地址']),
        state: record['订单状态'],
        total: record['订单总金额'],
        paid: record['订单总金额'],
      };
      const lines = list(record['订单商品列表']);
      if (lines.length === 0) return [order];
      return lines.map((line) => ({
        ...order,
        skuCode: line['商品ID'],
        price: line['单价'],
        quantity: line['数量'],
      }));
    },
  },
  {
    kind: 'shipments',
    source: 'jd',
    knows: (record) => '物流单号' in record && '物流轨迹' in record,
    rows: (record, key) => {
      const shipment = {
        number: key,
        trackingNo: record['物流单号'],
        carrier: record['物流公司'],
        promisedAt: record['预计送达时间'],
        deliveredAt: record['实际送达时间'],
      };
      const scans = list(record['物流轨迹']);
      if (scans.length === 0) return [shipment];
      return scans.map((scan) => ({
        ...shipment,
        scanAt: scan['时间'],
        scanState: scan['状态'] ?? scan['status'],
        scanPlace: scan['位置'],
        scanSaid: scan['描述'],
      }));
    },
  },
  {
    kind: 'products',
    source: 'jd',
    knows: (record) => '商品ID' in record && '商品价格' in record,
    rows: (record) => [
      {
        productCode: record['商品ID'],
        name: record['商品名称'],
        skuCode: record['商品ID'],
        price: record['商品价格'],
        description: record['商品描述'],
        state: record['商品状态'],
      },
    ],
  },
  {
    kind: 'orders',
    source: 'shopify',
    knows: (record) => 'financial_status' in record && 'total_price' in record,
    rows: (record) => {
      const to = data(record['shipping_address']);
      const paid = !['pending', 'authorized', 'voided'].includes(String(record['financial_status']));
      const refunds = list(record['refunds']).flatMap((refund) => list(refund['transactions']));
      const order = {
        number: record['name'],
        account: record['email'],
        receiver: to['name'],
        phone: to['phone'],
        address: joined(to['country'], to['province'], to['city'], to['address1'], to['address2']),
        state: record['cancelled_at']
          ? 'cancelled'
          : (record['fulfillment_status'] ?? record['financial_status']),
        total: record['total_price'],
        paid: paid ? record['total_price'] : null,
        refunded: refunds.length > 0 ? sum(refunds, 'amount') : null,
        freight: sum(list(record['shipping_lines']), 'price'),
        currency: record['currency'],
        placedAt: record['created_at'],
        paidAt: paid ? record['processed_at'] : null,
        closedAt: record['cancelled_at'],
        buyerNote: record['note'],
      };
      const parcels = list(record['fulfillments']);
      const lines = list(record['line_items']);
      if (lines.length === 0) return [order];
      return lines.map((line) => {
        const parcel = parcels.find((one) =>
          list(one['line_items']).some((item) => item['id'] === line['id']),
        );
        return {
          ...order,
          lineId: line['id'],
          title: line['title'],
          productCode: line['product_id'],
          skuCode: line['sku'] || line['variant_id'],
          spec: line['variant_title'],
          quantity: line['quantity'],
          price: line['price'],
          carrier: parcel?.['tracking_company'],
          trackingNo: parcel?.['tracking_number'],
          dispatchedAt: parcel?.['created_at'],
        };
      });
    },
  },
  {
    kind: 'orders',
    source: 'other',
    knows: (record) => 'order_id' in record && 'items' in record,
    rows: (record) => {
      const to = data(record['address']);
      const payments = list(record['payment_history']);
      const order = {
        number: record['order_id'],
        account: record['user_id'],
        address: joined(to['country'], to['state'], to['city'], to['address1'], to['address2']),
        state: record['status'],
        total: sum(list(record['items']), 'price'),
        paid: sum(
          payments.filter((one) => one['transaction_type'] === 'payment'),
          'amount',
        ),
        refunded: sum(
          payments.filter((one) => one['transaction_type'] === 'refund'),
          'amount',
        ),
        currency: 'USD',
      };
      const parcels = list(record['fulfillments']);
      return list(record['items']).map((line) => ({
        ...order,
        title: line['name'],
        productCode: line['product_id'],
        skuCode: line['item_id'],
        spec: Object.values(data(line['options'])).join(' / '),
        price: line['price'],
        trackingNo: parcelOf(parcels, line['item_id']),
      }));
    },
  },
  {
    kind: 'products',
    source: 'other',
    knows: (record) => 'product_id' in record && 'variants' in record,
    rows: (record) =>
      Object.values(data(record['variants'])).map((value) => {
        const variant = data(value);
        return {
          productCode: record['product_id'],
          name: record['name'],
          skuCode: variant['item_id'],
          spec: Object.values(data(variant['options'])).join(' / '),
          size: data(variant['options'])['size'],
          price: variant['price'],
          currency: 'USD',
          state: variant['available'] === true ? 'available' : 'unavailable',
        };
      }),
  },
];

function parcelOf(parcels: Data[], itemId: unknown): unknown {
  const parcel = parcels.find((one) => (one['item_ids'] as unknown[] | undefined)?.includes(itemId));
  return (parcel?.['tracking_id'] as unknown[] | undefined)?.[0];
}

/** In whole fen: 0.1 + 0.2 must stay 0.3. */
function sum(amounts: Data[], field: string): string {
  const fen = amounts.reduce((total, one) => total + Math.round(Number(one[field] ?? 0) * 100), 0);
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

const data = (value: unknown): Data => (value !== null && typeof value === 'object' ? (value as Data) : {});
const list = (value: unknown): Data[] => (Array.isArray(value) ? value.map(data) : []);
const joined = (...parts: unknown[]): string => parts.filter((part) => typeof part === 'string').join(' ');

function asText(row: Data): Row {
  const held = Object.entries(row).filter(([, value]) => ['string', 'number'].includes(typeof value));
  return Object.fromEntries(held.map(([name, value]) => [name, String(value)]));
}
