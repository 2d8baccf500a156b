import { conversationCases } from '../../../test/conversation-cases.ts';
import { brandUndefended } from './substance.brand-undefended.ts';

const doubt = 'customer (doubts): 你家这个不会是假货吧';

conversationCases(brandUndefended, [
  [doubt, '! agent: 麻烦您联系售后处理'],
  [doubt, '! agent: 这边给您转售后专员'],
  [doubt, '! agent: 您是要退还是要换？'],
  [doubt, '! agent: 好的呢'],
  [doubt, '! agent: 这个我不能给您保证哦'],
  [doubt, 'agent: 品牌授权书在首页，瓶底扫码就能查真伪'],
  [doubt, 'agent: 您放心，我们每一批都有检验报告'],
  [doubt, 'agent: 在的', 'agent: 我家是官方授权店，支持专柜验货'],
  // A plain yes answers a question; to a reproach it owns up.
  ['customer (doubts asks): 是原装的吗', 'agent: 是的哦'],
  ['customer (doubts): 这就是个高仿', '! agent: 是的哦'],
  ['customer: 拉链坏了', 'agent: 麻烦联系售后'],
  ['! customer (doubts): 一看就是山寨', 'ended by agent'],
  ['customer (doubts): are these even real?', '! agent: Please contact after-sales.'],
  ['customer (doubts): are these even real?', 'agent: Yes, each box carries a serial number you can verify.'],
]);
