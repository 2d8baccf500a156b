import { expect, test } from 'vitest';
import { orderCard, productCard, tintOf, tints } from './card.ts';
import type { OrderView, Parcel, SkuView } from './order-api.ts';

const sku = (size: string, stock: number | null, priceFen: number | null = 9900): SkuView => {
  return { code: `S-${size}`, spec: `${size} 码`, size, priceFen, currency: 'CNY', stock, countedAt: null };
};
const product = (skus: SkuView[]) => productCard({ productId: 'p', name: '连体衣', facts: {}, skus }).card;

test('a product promises only what somebody counted', () => {
  expect(product([sku('80', null), sku('90', null)]).sizes).toBeNull();
  expect(product([sku('80', 0), sku('90', null)]).sizes).toEqual([]);
  expect(product([sku('80', 2), sku('90', 0), sku('100', 1)]).sizes).toEqual(['80', '100']);
  expect(product([sku('80', 2), { ...sku('80', 1), code: 'RED-80' }]).sizes).toEqual(['80']);
});

test('its prices are of one currency, and none where none is known', () => {
  expect(product([sku('80', 1, 9900), sku('90', 1, 12_900)]).prices).toEqual({
    fromFen: 9900,
    toFen: 12_900,
  });
  expect(product([sku('80', 1), { ...sku('90', 1, 1), currency: 'USD' }]).prices).toEqual({
    fromFen: 9900,
    toFen: 9900,
  });
  expect(product([sku('80', 1, null)]).prices).toBeNull();
  expect(product([]).prices).toBeNull();
});

const parcel = (part: Partial<Parcel>): Parcel => {
  const times = { dispatchedAt: null, promisedAt: null, deliveredAt: null, lastScanAt: null };
  return { trackingNo: 'SF1', carrier: null, ...times, scans: [], items: [], ...part };
};
const line = { title: '连体衣', spec: '90 码', skuCode: 'S', productId: null, quantity: 2 };
const order = (part: Partial<OrderView>): OrderView =>
  ({
    orderId: 'o',
    number: '2026****1234',
    state: 'paid',
    currency: 'CNY',
    paidFen: 1,
    ...part,
  }) as OrderView;

test('an order tells the parcel that moved last, and a few of many lines', () => {
  const lines = Array.from({ length: 6 }, () => ({ ...line, priceFen: 1, paidFen: 1, refundedFen: null }));
  const scans = [
    { at: 9, state: '派送中', place: '杭州', said: null },
    { at: 1, state: null, place: null, said: '已揽收' },
  ];
  const parcels = [parcel({ carrier: '甲', lastScanAt: 2 }), parcel({ carrier: '乙', lastScanAt: 9, scans })];
  const { name, card } = orderCard(order({ lines, parcels }));
  expect(card.parcel).toEqual({ carrier: '乙', deliveredAt: null, scan: { at: 9, said: '杭州 派送中' } });
  expect([card.lines.length, card.moreLines]).toEqual([4, 2]);
  expect(name).toMatch(/^2026\*{4}1234 · 连体衣 90 码 × 2 · /);
  const bare = orderCard(order({ lines: [], parcels: [] }));
  expect(bare).toMatchObject({ name: '2026****1234', card: { lines: [], moreLines: 0, parcel: null } });
});

test('every id has one of the tints', () => {
  expect(tintOf('01a20247-c436-74da-8fb3-5017ffabb4bc')).toBe(0xbc % tints);
  expect(tintOf('p')).toBe(0);
});
