/** Customers who write about orders that the shop really has: each needs what stands beside the conversation. */
import type { Writer } from '../past.ts';
import { promoted } from './catalogue.ts';
import { day } from './half-year.ts';
import type { Line, Order } from './orders.ts';
import { insteadOf } from './orders.ts';

interface Call {
  topic: Writer['topic'];
  /** Which order it is about: the newest that fits. */
  fits(order: Order, now: number): boolean;
  words(line: Line, order: Order): string[];
}

const undispatched = ({ paidAt, dispatchedAt, trouble }: Order) =>
  paidAt !== null && dispatchedAt === null && !trouble;
const received =
  (least: number, most: number) =>
  ({ deliveredAt, trouble }: Order, now: number) =>
    deliveredAt !== null && !trouble && now - deliveredAt > least * day && now - deliveredAt < most * day;

const calls: Call[] = [
  {
    topic: 'order',
    fits: ({ trouble, dispatchedAt }) => trouble === 'stalled' && dispatchedAt !== null,
    words: () => ['物流好几天没更新了，是不是丢了？', '孩子这周末就要用'],
  },
  {
    topic: 'order',
    fits: ({ trouble }) => trouble === 'oversold' || trouble === 'out-of-stock',
    words: ({ sku }) => [`前两天拍的${sku.title}怎么还没发货`, '页面上不是写有现货吗'],
  },
  {
    topic: 'order',
    fits: (order) => undispatched(order) && order.lines.some(({ sku }) => sku.kind.sizeTable),
    words: ({ sku }) => [`刚下的单，${sku.title}的${sku.size}码想改成${insteadOf(sku).size}码，还来得及吗`],
  },
  {
    topic: 'order',
    fits: (order) => undispatched(order) && order.lines.length === 1,
    words: () => ['拍重复了，这单不要了，麻烦帮我取消'],
  },
  {
    topic: 'after-sale',
    fits: ({ trouble, deliveredAt, lines }) =>
      trouble === 'wrong' && deliveredAt !== null && lines[0]!.sku.kind.sizeTable !== null,
    words: ({ sku }) => [`收到了，可是码数不对：我买的${sku.size}码，寄来的是${insteadOf(sku).size}码`],
  },
  {
    topic: 'after-sale',
    fits: ({ trouble, deliveredAt, lines }) =>
      trouble === 'missing' && deliveredAt !== null && lines.length > 1,
    words: ({ sku }) => [`包裹里没有${sku.title}，是分开发的吗？`],
  },
  {
    topic: 'after-sale',
    fits: (order, now) =>
      received(0, 12)(order, now) &&
      now - order.paidAt! < 14 * day &&
      order.lines.some(({ sku }) => promoted.has(sku.code)),
    words: ({ sku }) => [`我刚买的${sku.title}今天便宜这么多，差价能退吗`],
  },
  {
    topic: 'after-sale',
    fits: received(13, 26),
    words: ({ sku }) => [`${sku.title}一直没拆，吊牌还在，过了七天还能退吗`],
  },
  {
    topic: 'after-sale',
    fits: (order, now) =>
      received(20, 80)(order, now) && order.lines.some(({ sku }) => sku.kind.code === 'SB'),
    words: () => ['睡袋的拉链头掉了，才用了一个多月', '这个能修吗还是给换一个'],
  },
  {
    topic: 'after-sale',
    fits: (order, now) =>
      received(1, 30)(order, now) &&
      order.lines.some(({ sku }) => sku.kind.code === 'BS') &&
      order.trouble === null,
    words: () => ['宝宝穿了你家连体衣，脖子上起了一片红疹，昨天带去医院看了'],
  },
  {
    topic: 'goods',
    fits: (order, now) =>
      received(31, 120)(order, now) && order.lines[0]!.sku.kind.code === 'SB' && order.lines.length === 1,
    words: ({ sku }) => [
      `之前买的${sku.title}很好，想再拍一件大的`,
      '宝宝现在身高78，21斤，要哪个码？和连体衣一起拍有优惠吗',
    ],
  },
  {
    topic: 'after-sale',
    fits: ({ buyer, deliveredAt }) => buyer.returnsMuch === true && deliveredAt !== null,
    words: ({ sku }) => [`${sku.title}不喜欢，退了吧，运费你们出`],
  },
  {
    topic: 'order',
    fits: ({ buyer, paidAt }) => buyer.sharesDoor === true && paidAt !== null,
    words: () => ['我的包裹到哪了', '几个号拍的，一起到吗'],
  },
];

/** In the order of the calls; one that no order fits is left out. */
export function callersOf(orders: readonly Order[], now: number): Required<Writer>[] {
  const taken = new Set<string>();
  return calls.flatMap(({ topic, fits, words }) => {
    const order = orders.findLast((one) => !taken.has(one.buyer.account) && fits(one, now));
    if (!order) return [];
    taken.add(order.buyer.account);
    return [{ customer: order.buyer.receiver, topic, messages: words(lineMeant(order), order), order }];
  });
}

/** What the words are about: what is promoted, has sizes or a zip before anything else in the basket. */
const lineMeant = ({ lines }: Order): Line => lines.find(({ sku }) => promoted.has(sku.code)) ?? lines[0]!;
