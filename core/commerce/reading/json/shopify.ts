/** Shopify's records, alike in its API, its webhooks and files of them. Parcels and refunds name their order by its id. */
import type { Data, Shape } from './shape.ts';
import { data, joined, list, sum, unsigned, words } from './shape.ts';

const source = 'shopify';

export const shopify: readonly Shape[] = [
  {
    kind: 'orders',
    source,
    knows: (record) => 'financial_status' in record && 'total_price' in record,
    rows: orderRows,
  },
  {
    kind: 'shipments',
    source,
    knows: (record) => 'order_id' in record && 'tracking_number' in record,
    rows: parcelRows,
  },
  {
    kind: 'refunds',
    source,
    knows: (record) => 'order_id' in record && 'refund_line_items' in record,
    rows: (record) => [
      {
        number: record['order_id'],
        refundId: record['id'],
        amount: sum(paidBack([record]), 'amount'),
        currency: paidBack([record])[0]?.['currency'],
        refundedAt: record['processed_at'] ?? record['created_at'],
      },
    ],
  },
  { kind: 'products', source, knows: isProduct, rows: productRows },
  { kind: 'stock', source, knows: isProduct, rows: stockRows },
];

function orderRows(record: Data): Data[] {
  const to = data(record['shipping_address']);
  const buyer = data(record['customer']);
  const paid = !['pending', 'authorized', 'voided'].includes(String(record['financial_status']));
  const refunds = list(record['refunds']);
  const order = {
    number: record['name'],
    externalId: record['id'],
    updatedAt: record['updated_at'],
    account: record['email'] || buyer['email'],
    receiver: to['name'],
    phone: to['phone'] || record['phone'] || buyer['phone'],
    address: joined(to['country'], to['province'], to['city'], to['address1'], to['address2']),
    state: record['cancelled_at']
      ? 'cancelled'
      : (record['fulfillment_status'] ?? record['financial_status']),
    total: record['total_price'],
    paid: paid ? record['total_price'] : null,
    refunded: refunds.length > 0 ? sum(paidBack(refunds), 'amount') : null,
    freight: sum(list(record['shipping_lines']), 'price'),
    currency: record['currency'],
    placedAt: record['created_at'],
    paidAt: paid ? record['processed_at'] : null,
    closedAt: record['cancelled_at'],
    buyerNote: record['note'],
  };
  const parcels = list(record['fulfillments']).filter((one) => one['status'] !== 'cancelled');
  const lines = list(record['line_items']);
  if (lines.length === 0) return [order];
  return lines.map((line) => {
    const parcel = parcels.find((one) => list(one['line_items']).some((item) => item['id'] === line['id']));
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
}

function parcelRows(record: Data): Data[] {
  const parcel = {
    number: record['order_id'],
    trackingNo: record['tracking_number'],
    carrier: record['tracking_company'],
    dispatchedAt: record['created_at'],
    deliveredAt: record['shipment_status'] === 'delivered' ? record['updated_at'] : null,
  };
  const items = list(record['line_items']);
  if (items.length === 0) return [parcel];
  return items.map((item) => ({
    ...parcel,
    skuCode: item['sku'] || item['variant_id'],
    quantity: item['quantity'],
  }));
}

/** Money that went back; one that failed or is still asked for did not. */
const paidBack = (refunds: Data[]): Data[] =>
  refunds
    .flatMap((refund) => list(refund['transactions']))
    .filter(({ kind = 'refund', status = 'success' }) => kind === 'refund' && status === 'success')
    .map((one) => ({ ...one, amount: unsigned(one['amount']) }));

function isProduct(record: Data): boolean {
  return 'variants' in record && 'vendor' in record && 'title' in record;
}

const variantsOf = (record: Data): Data[] =>
  list(record['variants']).map((variant) => ({
    ...variant,
    code: variant['sku'] || variant['id'],
  }));

function productRows(record: Data): Data[] {
  const sizeAt = list(record['options']).findIndex(({ name }) => /size|尺码|尺寸/i.test(String(name)));
  return variantsOf(record).map((variant) => ({
    productCode: record['id'],
    updatedAt: record['updated_at'],
    name: record['title'],
    description: words(record['body_html']),
    state: record['status'],
    skuCode: variant['code'],
    spec: variant['title'] === 'Default Title' ? null : variant['title'],
    size: sizeAt >= 0 ? variant[`option${sizeAt + 1}`] : null,
    price: variant['price'],
  }));
}

/** Sold more than there were, it stands below nothing. */
function stockRows(record: Data): Data[] {
  return variantsOf(record)
    .filter((variant) => variant['inventory_management'])
    .map((variant) => ({
      skuCode: variant['code'],
      warehouse: 'Shopify',
      quantity: Math.max(0, Number(variant['inventory_quantity']) || 0),
      countedAt: record['updated_at'],
    }));
}
