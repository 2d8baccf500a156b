/** Orders and goods of small shop systems of no particular name. */
import type { Data, Shape } from './shape.ts';
import { data, joined, list, sum } from './shape.ts';

export const retail: readonly Shape[] = [
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
