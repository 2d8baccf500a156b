/** What the storefront's one customer bought, as her page of orders shows it. */
import { skuOf } from './catalogue.ts';
import { day } from './half-year.ts';
import type { Line, Order } from './orders.ts';

const buyer = {
  account: 'member-8801',
  receiver: '王女士',
  phone: '13800138001',
  address: '杭州市西湖区文三路 88 号 3 幢 502 室',
  hub: '杭州转运中心',
};
const line = (code: string, quantity: number): Line => ({
  sku: skuOf(code),
  quantity,
  couponShare: 0,
  refunded: 0,
});

function received(number: string, placed: string, delivered: string, lines: Line[]): Order {
  const placedAt = Date.parse(placed);
  const dispatchedAt = placedAt + day;
  const deliveredAt = Date.parse(delivered);
  const transit = (deliveredAt - dispatchedAt) / day;
  const freight = lines.reduce((sum, { sku, quantity }) => sum + sku.fen * quantity, 0) >= 9_900 ? 0 : 800;
  return {
    number,
    buyer,
    lines,
    freight,
    placedAt,
    paidAt: placedAt + 60_000,
    dispatchedAt,
    deliveredAt,
    transit,
    trouble: null,
  };
}

export const storefrontOrders: readonly Order[] = [
  received('YD2026111500731', '2026-11-15T10:12:00+08:00', '2026-11-19T15:40:00+08:00', [
    line('SB-YL-80', 1),
    line('BS-YD-73', 2),
  ]),
  received('YD2026110300418', '2026-11-03T21:05:00+08:00', '2026-11-06T11:20:00+08:00', [
    line('HT-MQ-44', 1),
  ]),
];
