import { conversationCases } from '../../../test/conversation-cases.ts';
import { ignored } from './complaint.ignored.ts';

const threat = 'customer (strong complains): 我要投诉你';

conversationCases(ignored, [
  [threat, '! agent: 好的'],
  [threat, '! agent: 哦哦，知道了亲'],
  [threat, '! agent: 随您'],
  [threat, '! agent: 👌'],
  [threat, '! agent: 这边给您转接售后，请稍候'],
  [threat, '! agent: 您的意见已记录'],
  [threat, '! agent: 嗯', 'agent: 好的呢'],
  [threat, 'agent: 好的', 'agent: 这次确实是我们没做好，对不起'],
  [threat, 'agent: 是哪里没处理好，您跟我说说？'],
  [threat, 'agent: 我给您转主管，让您生气了实在抱歉'],
  [threat, 'agent: 给您补发一件，明天就寄出'],
  ['customer: 好的', 'agent: 好的'],
  ['! customer (strong complains): 我要投诉你', 'ended by agent'],
  ['customer (asks-channel): 投诉电话是多少', '! agent: 没有投诉电话'],
  ['customer (asks-channel): 投诉电话是多少', '! agent: 好的亲'],
  ['customer (asks-channel): 投诉电话是多少', 'agent: 您拨400-111-2222，每天都有人接'],
  ['customer (complains): I will file a complaint', '! agent: OK, noted.'],
  ['customer (complains): I will file a complaint', '! agent: I will transfer you to another colleague.'],
  ['customer (complains): I will file a complaint', "agent: I'm sorry it came to this. What went wrong?"],
]);
