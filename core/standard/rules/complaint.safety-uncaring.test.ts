import { conversationCases } from '../../../test/conversation-cases.ts';
import { safetyUncaring } from './complaint.safety-uncaring.ts';

const burnt = 'customer (uneasy harm): 壶把断了，开水把我手烫了';

conversationCases(safetyUncaring, [
  [burnt, '! agent: 抱歉，断口拍张照片，给您换一个'],
  [burnt, '! agent: 麻烦提供一下订单号'],
  [burnt, '! agent: 给您退款，另外您的手还疼吗'],
  [burnt, '! agent: 好的，知道了'],
  [burnt, '! agent: 请提供医院的诊断证明，我们核实赔付'],
  [burnt, 'agent: 您的手现在怎么样？先用凉水冲一冲，严重的话快去医院'],
  [burnt, 'agent: 天哪，伤得重吗？', 'agent: 壶的事您别管，我给您退款'],
  [burnt, 'agent: 先别再用了，赶紧让医生看看，其他的我来处理'],
  ['customer: 这个壶会漏电吗', 'agent: 不会的，麻烦看下检测报告'],
  ['! customer (harm): 壶把断了，烫了手', 'ended by agent'],
  ['customer (harm): the lid blew off and burnt my arm', '! agent: Sorry. Send a photo and we replace it.'],
  [
    'customer (harm): the lid blew off and burnt my arm',
    'agent: Are you hurt badly? Please see a doctor first.',
  ],
]);
