/** What was done to orders before the desk was opened: returns, exchanges, money back; some of it still waits for somebody. */
import type { OperationWish } from '../../core/commerce/operations/operation.ts';
import type { Reason } from '../../core/commerce/policy/claim.ts';
import { day, hour } from './half-year.ts';
import type { Order } from './orders.ts';
import { insteadOf, paidFor } from './orders.ts';

/** How far each goes. */
export type Ending = 'asked' | 'agreed' | 'paid' | 'sent' | 'unanswered';

export interface PastOperation {
  order: Order;
  wish: OperationWish;
  reason: { code: Reason; words: string };
  by: 'agent' | 'lead' | 'warehouse';
  at: number;
  ending: Ending;
}

type Make = (order: Order, now: number) => Omit<PastOperation, 'order'>[];

interface Story {
  /** So many orders have it. */
  count: number;
  fits(order: Order, now: number): boolean;
  make: Make;
}

const received =
  (least: number, most: number) =>
  ({ deliveredAt, trouble, lines }: Order, now: number) =>
    deliveredAt !== null &&
    !trouble &&
    lines[0]!.quantity === 1 &&
    now - deliveredAt > least * day &&
    now - deliveredAt < most * day;

/** As `received`, and more was paid for it than this. */
const dear =
  (least: number, most: number, aboveFen: number) =>
  (order: Order, now: number): boolean =>
    received(least, most)(order, now) && paidFor(order.lines[0]!) > aboveFen;

/** The order shows its lines as they were bought. */
const first = { line: 0, quantity: 1 };
const sum = (amountFen: number) => ({ amountFen, currency: 'CNY' });
const back = (order: Order) => `YT${order.number.slice(-9)}1`;
const goBack = (order: Order): OperationWish => ({ kind: 'return', items: [first], trackingNo: back(order) });
const came = (order: Order, sku = order.lines[0]!.sku): OperationWish => ({
  kind: 'book-in',
  trackingNo: back(order),
  carrier: '圆通',
  items: [{ skuCode: sku.code, quantity: 1, condition: 'as-new' }],
  photos: [],
});
const refundOf = (order: Order): OperationWish => ({
  kind: 'refund',
  items: [first],
  ...sum(paidFor(order.lines[0]!)),
});
const compensated = (amountFen: number) => (): OperationWish => ({
  kind: 'compensation',
  line: first.line,
  ...sum(amountFen),
});
const gift = (): OperationWish => ({ kind: 'gift', gift: '小云朵口水巾一条', ...sum(6_00) });
const noReason = { code: 'no-reason' as const, words: '七天无理由，吊牌在，顾客不喜欢颜色' };
const tooSmall = { code: 'no-reason' as const, words: '尺码不合适，吊牌在' };
const lateParcel = { code: 'late' as const, words: '物流停滞超过两天，安抚顾客' };
const loose = { code: 'defect' as const, words: '线头松脱，顾客发了照片，愿意留用' };
const missing = { code: 'missing-item' as const, words: '顾客说包裹里没有这件，仓库在查监控' };
const regular = { code: 'other' as const, words: '老顾客，随单送一份' };

/** One thing, asked for so many hours ago. */
const today =
  (
    hours: number,
    { wish, ...one }: Omit<PastOperation, 'order' | 'at' | 'wish'> & { wish(order: Order): OperationWish },
  ): Make =>
  (order, now) => [{ ...one, wish: wish(order), at: now - hours * hour }];

/** Sent back, booked in, and refunded so far. */
const returned =
  (ending: Ending): Make =>
  (order) => {
    const asked = order.deliveredAt! + 2 * day;
    return [
      { wish: goBack(order), reason: noReason, by: 'agent', at: asked, ending: 'asked' },
      { wish: came(order), reason: noReason, by: 'warehouse', at: asked + 3 * day, ending: 'asked' },
      { wish: refundOf(order), reason: noReason, by: 'agent', at: asked + 3 * day + 2 * hour, ending },
    ];
  };

const stories: Story[] = [
  { count: 9, fits: received(12, 60), make: returned('paid') },
  // Past its day: somebody has to hurry.
  { count: 1, fits: received(14, 20), make: returned('asked') },
  { count: 3, fits: received(5.5, 9), make: returned('asked') },
  {
    count: 5,
    fits: received(1, 6),
    make: (order) => [
      {
        wish: goBack(order),
        reason: noReason,
        by: 'agent',
        at: order.deliveredAt! + 20 * hour,
        ending: 'asked',
      },
    ],
  },
  {
    count: 1,
    fits: received(4, 8),
    make: (order) => [
      { wish: goBack(order), reason: tooSmall, by: 'agent', at: order.deliveredAt! + day, ending: 'asked' },
      {
        wish: came(order, insteadOf(order.lines[0]!.sku)),
        reason: tooSmall,
        by: 'warehouse',
        at: order.deliveredAt! + 3.5 * day,
        ending: 'asked',
      },
    ],
  },
  ...(['sent', 'asked'] as const).map((ending): Story => ({
    count: 3,
    fits: (order, now) =>
      received(ending === 'sent' ? 8 : 2, ending === 'sent' ? 25 : 6)(order, now) &&
      order.lines[0]!.sku.kind.sizeTable !== null,
    make: (order) => [
      {
        wish: {
          kind: 'exchange',
          items: [{ ...first, toSkuCode: insteadOf(order.lines[0]!.sku).code }],
        },
        reason: tooSmall,
        by: 'agent',
        at: order.deliveredAt! + 1.5 * day,
        ending,
      },
    ],
  })),
  {
    count: 4,
    fits: ({ trouble, dispatchedAt }) => trouble === 'stalled' && dispatchedAt !== null,
    make: today(20, { wish: compensated(5_00), reason: lateParcel, by: 'agent', ending: 'paid' }),
  },
  {
    count: 2,
    fits: dear(3, 10, 200_00),
    make: today(3, { wish: compensated(58_00), reason: loose, by: 'agent', ending: 'asked' }),
  },
  {
    count: 2,
    fits: dear(3, 12, 90_00),
    make: today(5, { wish: refundOf, reason: missing, by: 'agent', ending: 'asked' }),
  },
  {
    count: 1,
    fits: dear(6, 14, 80_00),
    make: today(2, { wish: compensated(19_99), reason: loose, by: 'lead', ending: 'unanswered' }),
  },
  {
    count: 2,
    fits: ({ paidAt, dispatchedAt, trouble }) => paidAt !== null && dispatchedAt === null && !trouble,
    make: today(1, { wish: gift, reason: regular, by: 'agent', ending: 'asked' }),
  },
];

/** In the order in which they happened; an order has one story. */
export function pastOperations(orders: readonly Order[], now: number): PastOperation[] {
  const taken = new Set<string>();
  const all = stories.flatMap(({ count, fits, make }) => {
    const chosen = orders.filter((order) => !taken.has(order.number) && fits(order, now)).slice(-count);
    for (const { number } of chosen) taken.add(number);
    return chosen.flatMap((order) => make(order, now).map((one) => ({ ...one, order })));
  });
  return all.filter(({ at }) => at < now).toSorted((a, b) => a.at - b.at);
}
