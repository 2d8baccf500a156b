import { describe, expect, test } from 'vitest';
import type { Turn } from '../../standard/facts.ts';
import { day } from '../../team/working-hours.ts';
import type { OrderLine, OrderView } from '../order-api.ts';
import { orderInQuestion } from './order-in-question.ts';
import { wishIn, withOrder } from './wish-guess.ts';

/** A Friday. */
const now = Date.parse('2026-11-20T10:00:00+08:00');

const line = (title: string, spec: string, skuCode: string, priceFen: number): OrderLine => ({
  title,
  spec,
  skuCode,
  productId: null,
  quantity: 1,
  priceFen,
  paidFen: priceFen,
  refundedFen: null,
});

function order(
  orderId: string,
  state: OrderView['state'],
  daysAgo: number,
  ...lines: OrderLine[]
): OrderView {
  const placedAt = now - daysAgo * day;
  return {
    orderId,
    source: 'yinuo',
    standing: null,
    number: `2026****${orderId}`,
    receiver: null,
    phone: null,
    address: null,
    state,
    stateSaid: null,
    totalFen: null,
    paidFen: lines.reduce((sum, { priceFen }) => sum + priceFen!, 0),
    refundedFen: null,
    freightFen: 0,
    currency: 'CNY',
    placedAt,
    paidAt: placedAt,
    dispatchedAt: null,
    receivedAt: state === 'received' ? placedAt + 3 * day : null,
    promisedAt: null,
    lines,
    parcels: [],
    changes: [],
    updatedAt: placedAt,
  };
}

const orders = [
  order('8834', 'paid', 0.5, line('加绒打底裤', '灰色 120码', 'LEG-GY-120', 5900)),
  order('1207', 'dispatched', 2, line('软底学步鞋', '36码 红色', 'SHOE-R-36', 12900)),
  order(
    '5521',
    'received',
    9,
    line('云朵短袖连体衣', '90码 白色', 'BODY-W-90', 9900),
    line('纱布口水巾', '5 条装', 'BIB-5', 2990),
  ),
  order('0040', 'received', 60, line('星星长袖连体衣', '80码 蓝色', 'BODY-B-80', 10900)),
];

function asked(words: string | string[], among = orders, byNumber: string[] = []) {
  const turns: Turn[] = [words].flat().map((text) => ({ from: 'customer', text, at: now }));
  return orderInQuestion({ orders: among, turns, byNumber, guess: wishIn(turns), now, zone: '+08:00' });
}
const which = (words: string | string[], among = orders) => asked(words, among)?.orderId ?? null;

describe('the order in question', () => {
  test.each([
    ['我上周买的连体衣有点小', '5521'],
    ['那双36码的鞋到哪了', '1207'],
    ['last week’s onesie is too small', '5521'],
    ['where are my shoes?', '1207'],
    ['两个月前买的连体衣', '0040'],
    ['蓝色的那件连体衣开线了', '0040'],
    ['109块的那件', '0040'],
    ['尾号5521的单子', '5521'],
    ['打底裤还没发货吗', '8834'],
    ['口水巾少了一条', '5521'],
    ['拍重复了，帮我取消吧', '8834'],
    ['星星的那件长袖想退', '0040'],
  ])('%s', (words, expected) => expect(which(words)).toBe(expected));

  test('which of its lines', () => {
    expect(asked('我上周买的连体衣有点小')!.line).toBe(0);
    expect(asked('口水巾少了一条')!.line).toBe(1);
    expect(asked('上周收到的那个包裹')!.line).toBeNull();
  });

  test('the words that told it, the strongest first', () => {
    expect(asked('我上周买的连体衣有点小')!.clues).toEqual([
      expect.objectContaining({ kind: 'time', said: '上周' }),
      expect.objectContaining({ kind: 'goods', said: '连体衣' }),
    ]);
  });

  test('of two that fit alike the younger, which people write about', () =>
    expect(which('连体衣想换个大一点的')).toBe('5521'));

  test('nothing tells, or both alike: nothing is guessed', () => {
    for (const words of ['在吗', '你们好慢', '我的订单', '有货吗']) expect(which(words), words).toBeNull();
    const twins = [
      order('1', 'received', 9, orders[2]!.lines[0]!),
      order('2', 'received', 9, orders[2]!.lines[0]!),
    ];
    expect(which('上周买的连体衣', twins)).toBeNull();
    expect(which('上周买的连体衣', [])).toBeNull();
  });

  test('the only order is the one, and a number that was written whole goes before all words', () => {
    expect(asked('在吗', [orders[3]!])).toEqual({
      orderId: '0040',
      line: 0,
      clues: [{ kind: 'only', said: '' }],
    });
    expect(asked('上周买的连体衣', orders, ['0040'])!.orderId).toBe('0040');
  });

  test('what was said last is what it is about now', () => {
    expect(which(['学步鞋到哪了', '好的谢谢', '对了，上周的连体衣能换吗'])).toBe('5521');
    expect(which(['上周的连体衣能换吗', '好的', '那学步鞋到哪了'])).toBe('1207');
  });
});

describe('what the customer may want', () => {
  const guess = (...words: string[]) => {
    const found = wishIn(words.map((text) => ({ from: 'customer', text })));
    return found && `${found.wish} ${found.reason}`;
  };

  test.each([
    ['买大了，能退吗', 'return no-reason'],
    ['想换成100码的，吊牌还在', 'exchange no-reason'],
    ['洗一次就开线了，要退货', 'return defect'],
    ['寄来的是红色，我要换货', 'exchange wrong-item'],
    ['少发了一件，退我钱', 'refund missing-item'],
    ['刚买就降价了，差价能补吗', 'price-difference no-reason'],
    ['地址填错了，能改吗', 'address-change no-reason'],
    ['刚拍的，尺码改成110码', 'size-change no-reason'],
    ['不想要了，帮我取消订单', 'close no-reason'],
    ['物流三天没更新了', 'compensation late'],
    ['宝宝穿了身上起红疹', 'return harm'],
    ['页面写是纯棉，结果根本不是', 'return false-claim'],
    ['I want to return it, it is too small', 'return no-reason'],
    ['it arrived broken, can you send me another one', 'exchange defect'],
    ['please cancel my order', 'close no-reason'],
    ['you sent the wrong colour', 'exchange wrong-item'],
    ['still not arrived', 'compensation late'],
  ])('%s', (words, expected) => expect(guess(words)).toBe(expected));

  test.each([
    '在吗',
    '这款有货吗',
    '不想退货，就问问怎么洗',
    '发票开错了，能换一张吗',
    '退款什么时候到账',
    '好的谢谢',
  ])('%s: nothing is guessed', (words) => expect(guess(words)).toBeNull());

  test('wish and reason may stand in different messages; the last word holds', () => {
    expect(guess('开线了', '怎么处理', '我要换货')).toBe('exchange defect');
    expect(guess('我要退货', '算了，给我换一件吧')).toBe('exchange no-reason');
  });

  test('the shop’s own record of a shortage tells more than “not sent yet”', () => {
    const found = wishIn([{ from: 'customer', text: '怎么还没发货' }])!;
    const change = {
      kind: 'oversell-deletion',
      skuCode: 'LEG-GY-120',
      toSkuCode: null,
      at: now,
      agreedAt: null,
    } as const;
    expect(withOrder(found, orders[0]!, 0)).toBe(found);
    expect(withOrder(found, { ...orders[0]!, changes: [change] }, 0)).toMatchObject({
      wish: 'exchange',
      reason: 'oversell',
    });
  });
});
