import { describe, expect, test } from 'vitest';
import { factsOf, turnCases } from '../../../test/rule-cases.ts';
import { review, watch } from '../check.ts';
import { orderClosed } from './redline.order-closed.ts';

turnCases(orderClosed, 'agent', {
  passes: [
    { before: ['customer: 帮我把订单取消了吧'], text: '已经为您取消了，钱原路退回。' },
    { before: ['customer: 我不想要了'], text: '好的，订单已经帮您取消啦。' },
    { before: ['customer: 尺码拍错了，要L的'], text: '已经给您改成L码了。' },
    { before: ['customer: 地址写成老家了，寄到公司吧'], text: '地址已经改好了，您核对一下。' },
    { before: ['customer: 訂單可以幫我取消嗎'], text: '已經幫您取消了喔。' },
    {
      before: ['customer: 还没到', 'agent: 要不帮您取消，重新拍一单可以吗', 'customer: 行'],
      text: '已为您取消。',
    },
    { before: ['customer: 这单能便宜点吗'], text: '价格已经改好，可以付款了。' },
    { before: ['customer: 怎么没有了'], text: '半小时没付款，系统会自动取消的。' },
    { before: ['customer: 怎么关了'], text: '这边看到是您自己取消的，要重新拍吗？' },
    { before: ['customer: 有没有黑色'], text: '黑色断货了，需要帮您改成灰色吗？' },
    { before: ['customer: 什么时候发'], text: '如果等不及，可以帮您取消。' },
    { before: ['customer: 还能改地址吗'], text: '已经出库，地址改不了了。' },
    { before: ['customer: 活动呢'], text: '活动已经取消了，抱歉。' },
    {
      before: ['customer: Please cancel order 4471.'],
      text: "I've cancelled the order, the money is on its way.",
    },
    { before: ['customer: I picked the wrong size'], text: 'I have changed the size to M.' },
    { before: ['customer: Where is it?'], text: 'I can cancel the order for you if you like.' },
    { before: ['customer: Is it open?'], text: 'Our return policy was updated last week.' },
  ],
  fails: [
    { before: ['customer: 我的包裹怎么还没动静'], text: '您的订单已经被我们取消了，请重新拍。' },
    { before: ['customer: 灰色那件到哪了'], text: '灰的没了，直接给您换成米色寄出去了。' },
    {
      before: ['customer: 在吗', 'agent: 在的', 'customer: 什么时候发货'],
      text: '库存不够，这单我先关掉了。',
    },
    { before: ['customer: 你好'], text: '昨天那个订单数量太少不好发，我这边给作废了。' },
    { before: ['customer: 订单怎么显示关闭'], text: '是的，仓库没货，我给您关闭了。' },
    { before: ['customer: 鞋子发了吗'], text: '37码缺货，已经帮您换38码装箱了。' },
    { before: ['customer: 请问到哪了'], text: '您那个地址送不到，我把收货地址改成附近驿站了。' },
    { before: ['customer: 請問出貨了嗎'], text: '倉庫找不到這款，訂單已經幫您取消了。' },
    { before: ['customer: Has it shipped?'], text: "We were short of stock, so I've cancelled your order." },
    {
      before: ['customer: Any news?'],
      text: 'Blue ran out. We have switched the colour to grey and sent it.',
    },
    {
      before: ['customer: Hello'],
      text: 'Your order has been closed on our side because the price was wrong.',
    },
  ],
});

turnCases(orderClosed, 'agent', {
  passes: [
    {
      before: ['customer: 灰色那件到哪了'],
      text: '灰的没了，直接给您换成米色寄出去了。',
      facts: { agreedChanges: [{ agreedAt: 0 }] },
    },
    { before: ['customer: 怎么取消订单'], text: '已经为您取消了。' },
    { before: ['customer: 驿站电话多少'], text: '您可以直接和配送小哥协调下送货时间。' },
    { before: ['customer: 发票呢'], text: '发票抬头已经改好了，您看下。' },
  ],
  fails: [
    {
      before: ['customer: 灰色那件到哪了'],
      text: '灰的没了，直接给您换成米色寄出去了。',
      facts: { agreedChanges: [{ agreedAt: 9 }] },
    },
    { before: ['customer: 我的伞寄了吗'], text: '寄了。对了，另外一把没货，我给您退掉了。' },
    { before: ['customer: 怎么退了我的钱'], text: '尺码断货，我们就退了。' },
    { before: ['customer: 订单显示关闭了？'], text: '嗯，这边手动关的，缺货。' },
    { before: ['customer: 几点到'], text: '下午到，派送方式我帮您换成自提了。' },
    { before: ['customer: Any update?'], text: 'Yes. I also removed one item since we ran low.' },
  ],
});

describe('the moment', () => {
  const before = ['customer: 还没发吗', 'agent: 没货，已经帮您取消订单了'];

  test('is the act, not the message: nothing is said while the conversation runs', () => {
    expect(watch(factsOf({ text: '', before }), 0, 0, { rules: [orderClosed] })).toEqual([]);
  });

  test('a request that comes only afterwards asked for nothing', () => {
    const facts = factsOf({ text: '', before: [...before, 'customer: 那取消就取消吧'] });
    const { findings } = review({ ...facts, id: 'c' }, 0, { rules: [orderClosed] });
    expect(findings.map(({ turn, weight }) => [turn, weight])).toEqual([[1, 'block']]);
  });
});
