import { conversationCases } from '../../../test/conversation-cases.ts';
import { repeatedQuestion } from './repetition.question.ts';

const order = 'customer (gives=order): 单号是20260731005';

conversationCases(repeatedQuestion, [
  [order, '! agent: 请问订单号是多少？'],
  [order, 'agent: 好的', 'customer: 快点', '! agent: 麻烦您提供一下订单编号'],
  ['customer (gives=photo): [图片]', '! agent: 拍张照片发我看下'],
  ['customer (gives=size): 身高165，体重52公斤', '! agent: 您身高体重多少呀'],
  ['customer (gives=address): 寄到青山路8号', '! agent: 请发一下收货地址'],
  ['customer (gives=phone): 13500002222', '! agent: 您留个手机号吧'],
  ['customer (gives=order): it is 88120', '! agent: Could you send me the order number?'],
  [order, 'agent: 是尾号005的这个订单，对吗？'],
  [order, 'agent: 收到订单号了，这就查'],
  [order, 'agent: 您另外那一单的订单号是多少？'],
  [order, 'agent: 这个号查不到，麻烦再发一次订单号'],
  [order, 'agent: 麻烦拍张破损处的照片'],
  ['customer (gives=photo): [图片]', 'agent: 图片有点模糊，麻烦重拍一张清楚的照片'],
  ['customer (gives=photo): [图片]', 'agent: 能再拍一张吊牌的照片吗'],
  // Another picture than the one that came.
  ['customer (gives=photo): [图片]', 'agent: 您好，麻烦付款截图也发来看下'],
  ['customer (gives=photo): [图片]', '! agent: 方便提供一下现场照片吗'],
  // Another order has come between.
  [order, 'agent: 这单改不了，请您重新下单', 'customer: 拍好了', 'agent: 新单的单号告诉我一下'],
  [order, 'agent: 您先拍下运费链接', 'customer: 付了', 'agent: 请提供一下订单号'],
  [order, 'customer: 我前天下单了到现在没动静', '! agent: 请提供一下订单号'],
  [order, 'agent: 再报任意一个已完成的订单号就能核身'],
  // Told, not asked.
  [order, 'agent: 建议您拍下订单后尽快付款'],
  [order, 'agent: 发票会在您订单完成后开出，请您留意'],
  ['customer (gives=address): 寄到青山路8号', 'agent: 那个地址是检测点，因为您申请了返修，请谅解'],
  // Where the firm is registered is not where it lives.
  ['customer (gives=address): 专票抬头和税号如下，注册地址青山路8号', 'agent: 收件地址也麻烦提供下'],
  ['customer: 我的货呢', 'agent: 请提供订单号'],
  ['customer (gives=order): it is 88120', 'agent: Is it the order ending in 120, right?'],
]);
