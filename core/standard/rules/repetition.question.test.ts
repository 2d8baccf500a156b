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
  ['customer: 我的货呢', 'agent: 请提供订单号'],
  ['customer (gives=order): it is 88120', 'agent: Is it the order ending in 120, right?'],
]);
