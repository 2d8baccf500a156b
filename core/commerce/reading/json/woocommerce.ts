/** WooCommerce's records, alike in its API and its webhooks. Its times in GMT say so in their name alone. */
import type { Data, Shape } from './shape.ts';
import { data, joined, list, sum, words } from './shape.ts';

const source = 'woocommerce';

export const woocommerce: readonly Shape[] = [
  {
    kind: 'orders',
    source,
    knows: (record) => 'line_items' in record && 'billing' in record && 'status' in record,
    rows: orderRows,
  },
  { kind: 'products', source, knows: isProduct, rows: productRows },
  { kind: 'stock', source, knows: isProduct, rows: stockRows },
];

function orderRows(record: Data): Data[] {
  const from = data(record['billing']);
  const shipping = data(record['shipping']);
  const to = shipping['address_1'] ? shipping : from;
  const refunds = list(record['refunds']);
  const paidAt = gmt(record['date_paid_gmt']);
  const [parcel] = parcels(record);
  const order = {
    number: record['number'] ?? record['id'],
    externalId: record['id'],
    updatedAt: gmt(record['date_modified_gmt']),
    account: from['email'],
    receiver: joined(to['first_name'], to['last_name']),
    phone: to['phone'] || from['phone'],
    address: joined(to['country'], to['state'], to['city'], to['address_1'], to['address_2']),
    state: record['status'],
    total: record['total'],
    paid: paidAt ? record['total'] : null,
    refunded: refunds.length > 0 ? sum(refunds, 'total') : null,
    freight: record['shipping_total'],
    currency: record['currency'],
    placedAt: gmt(record['date_created_gmt']),
    paidAt,
    dispatchedAt: gmt(record['date_completed_gmt']),
    buyerNote: record['customer_note'],
    carrier: parcel?.['tracking_provider'],
    trackingNo: parcel?.['tracking_number'],
  };
  const lines = list(record['line_items']);
  if (lines.length === 0) return [order];
  return lines.map((line) => ({
    ...order,
    lineId: line['id'],
    title: line['parent_name'] || line['name'],
    productCode: line['product_id'],
    skuCode: line['sku'] || line['variation_id'] || line['product_id'],
    spec: list(line['meta_data'])
      .filter(({ display_key: name }) => typeof name === 'string' && !name.startsWith('_'))
      .map(({ display_value: value }) => value)
      .filter((value) => typeof value === 'string')
      .join(' / '),
    quantity: line['quantity'],
    price: line['price'],
    linePaid: line['total'],
  }));
}

/** As the shop's usual plugin for parcels keeps them. */
const parcels = (record: Data): Data[] =>
  list(record['meta_data'])
    .filter(({ key }) => key === '_wc_shipment_tracking_items')
    .flatMap(({ value }) => list(value));

function isProduct(record: Data): boolean {
  return 'regular_price' in record && 'stock_status' in record;
}

/** A variation comes with the product that it is of. */
const productOf = (record: Data): Data => ('product' in record ? data(record['product']) : record);
const codeOf = (record: Data): unknown => record['sku'] || record['id'];

function productRows(record: Data): Data[] {
  const product = productOf(record);
  const attributes = record === product ? [] : list(record['attributes']);
  // What is sold are its variations; they come by themselves.
  const sold = record['type'] !== 'variable';
  return [
    {
      productCode: product['id'],
      updatedAt: gmt(product['date_modified_gmt']),
      name: product['name'],
      description: words(product['short_description'] || product['description']),
      state: product['status'],
      ...(sold && {
        skuCode: codeOf(record),
        spec: attributes.map(({ option }) => option).join(' / '),
        size: attributes.find(({ name }) => /size|尺码|尺寸/i.test(String(name)))?.['option'],
        price: record['price'] || record['regular_price'],
      }),
    },
  ];
}

function stockRows(record: Data): Data[] {
  if (record['manage_stock'] !== true || record['type'] === 'variable') return [];
  const quantity = Math.max(0, Math.floor(Number(record['stock_quantity']) || 0));
  const countedAt = gmt(record['date_modified_gmt']);
  return [{ skuCode: codeOf(record), warehouse: 'WooCommerce', quantity, countedAt }];
}

const gmt = (at: unknown): string | null =>
  typeof at === 'string' && at !== '' ? `${at.replace(/Z$/, '')}Z` : null;
