import { expect, test } from 'vitest';
import { conversationCases, sceneOf } from '../../../test/conversation-cases.ts';
import { openScene, messageAt } from '../scene.ts';
import { unsoothed } from './emotion.unsoothed.ts';

conversationCases(unsoothed, [
  ['customer (dissatisfied): 又寄错一双', '! agent: 麻烦发下订单号', 'customer: 3388'],
  ['customer (strong): 你们就是骗子！', '! agent: 好的', 'agent: 页面写得很清楚'],
  ['customer (dissatisfied): 等了十天了', 'agent: 麻烦报下单号', 'agent: 拖了这么久真对不住'],
  ['customer (dissatisfied): 杯口是裂的', 'agent: 换我收到也得恼，这就给您重发'],
  ['customer (dissatisfied): 到现在都没人管', 'agent: 我已经在跟站点通电话催件了'],
  ['customer (dissatisfied): 三天没动了', 'agent: 小妹这边帮您催一下站点哦'],
  ['customer (dissatisfied): 打了几次没人接', 'agent: 那这边为您反馈给专员回电，您看行吗'],
  ['customer (dissatisfied): 打了几次没人接', '! agent: 您那边自己催过站点了吗'],
  ['customer (dissatisfied): 怎么是旧的', 'agent: 您放心，不会让您吃亏'],
  // Chases, files, speaks to somebody, asks forbearance, promises the thing itself.
  ['customer (dissatisfied): 三天没动了', 'agent: 帮您催一下网点'],
  ['customer (dissatisfied): 三天没动了', 'agent: 我明天帮您跟中转站联系'],
  ['customer (dissatisfied): 三天没动了', 'agent: 这边会和快递公司说的'],
  ['customer (dissatisfied): 卖家不理我', 'agent: 这边可以帮您提交介入申请'],
  ['customer (dissatisfied): 卖家不理我', 'agent: 登记以后店家一定会联系您的'],
  ['customer (dissatisfied): 这会员白开了', 'agent: 这几样目前不包含在内，还望谅解'],
  ['customer (dissatisfied): 钱拖了一周', 'agent: 财务会尽快给您退回'],
  ['customer (dissatisfied): 三天没动了', '! agent: 需要我帮您催吗'],
  ['customer (dissatisfied): 三天没动了', '! agent: 您帮忙催一下网点'],
  ['customer (dissatisfied): 卖家不理我', '! agent: 您可以在订单页提交介入申请'],
  ['customer (dissatisfied): 钱拖了一周', '! agent: 退款一般要七个工作日'],
  ['agent: 给您换一件吧', 'customer (calm refuses): 换货就不必了', '! agent: 那您看退款可以吗'],
  ['agent: 给您换一件吧', 'customer (calm refuses): 换货就不必了', 'agent: 来回寄确实折腾，那直接退款'],
  ['agent: 这款没有红色', 'customer (calm refuses): 那不要了', 'agent: 好的'],
  ['customer (uneasy): 还有多久能到呀', 'agent: 明天下午'],
  ['customer (calm): 少了一颗扣子', 'agent: 麻烦拍张照片'],
  // Several messages before one answer are one block.
  ['customer (dissatisfied): 又来', 'customer: 单号4471', '! agent: 收到，请稍等', 'customer: 嗯'],
  ['customer (dissatisfied): 又来', 'system: 正在为您转接', 'customer: 4471', '! agent: 您好，请讲'],
  // What a machine sends is no answer.
  ['customer (dissatisfied): 太慢了', 'system: 非常抱歉，客服马上就来', '! agent: 什么问题'],
  // Left without an answer.
  ['! customer (dissatisfied): 人呢，都半小时了', 'ended by agent'],
  ['customer (dissatisfied): 人呢，都半小时了'],
  // Each answer for itself.
  [
    'customer (dissatisfied): 又坏了',
    'agent: 抱歉让您闹心了',
    'customer (dissatisfied): 抱歉有什么用，三次了',
    '! agent: 请提供购买凭证',
  ],
  ['customer (dissatisfied): still no parcel', '! agent: Please send me the order number.'],
  ['customer (dissatisfied): still no parcel', "agent: Nine days is far too long, I'd be annoyed as well."],
  ['customer (dissatisfied): still no parcel', '! agent: Your feedback is appreciated. Anything else?'],
]);

test('while the answer is open nothing is found', () => {
  const { facts } = sceneOf(['customer (strong): 你们就是骗子！', 'agent: 您好']);
  const scene = openScene(facts, 0);
  expect(unsoothed.turn!(messageAt(scene, 1), scene)).toEqual([]);
});
