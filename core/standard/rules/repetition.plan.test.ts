import { conversationCases } from '../../../test/conversation-cases.ts';
import { repeatedPlan } from './repetition.plan.ts';

conversationCases(repeatedPlan, [
  ['customer: 坏了', 'agent: 给您补发一个吧', 'customer (refuses): 不要', '! agent: 那给您重新寄一个新的'],
  ['customer: 坏了', 'agent: 给您补发一个吧', 'customer (refuses): 不要', 'agent: 那给您退款'],
  ['customer: 坏了', 'agent: 给您补发一个吧', 'customer (accepts): 行', 'agent: 好，这就给您补发'],
  // Each offer after each refusal.
  [
    'customer: 坏了',
    'agent: 给您补偿10元',
    'customer (refuses): 算了吧',
    '! agent: 那补偿您15元',
    'customer (refuses): 说了不要',
    '! agent: 补偿20元呢，可以吗',
  ],
  // Which one was refused.
  ['customer: 坏了', 'agent: 给您退款，或者换一件', 'customer (refuses): 换货太麻烦了', 'agent: 那给您退款'],
  [
    'customer: 坏了',
    'agent: 给您退款，或者换一件',
    'customer (refuses): 换货太麻烦了',
    '! agent: 换一件很快的，我给您换',
  ],
  // The customer comes back to it.
  [
    'customer: 坏了',
    'agent: 给您换一件',
    'customer (refuses): 不换',
    'agent: 那退款呢',
    'customer: 我想想，还是换货吧',
    'agent: 好，给您换一件',
  ],
  // Agreed: it may be spoken of as often as it takes.
  [
    'customer: 会员不想要了',
    'agent: 帮您申请退费可以吗',
    'customer (accepts): 申请吧',
    'agent: 好，帮您申请退费',
    'customer (accepts): 好的',
    'agent: 请留意账户，帮您申请退费了',
  ],
  // Agreed once, and then offered anew when it did not help.
  [
    'customer: 门关不严',
    'agent: 给您补寄一套密封条试试',
    'customer (accepts): 好的',
    'agent: 给您补寄一套密封条，贴上就行',
    'customer: 要是贴了还漏风呢',
    '! agent: 那就再给您补寄一套密封条试试',
  ],
  // Done already, or for another day.
  ['customer: 坏了', 'agent: 给您换一件', 'customer (refuses): 不要', 'agent: 换货已经给您安排了，件在路上'],
  [
    'customer: 送得真慢',
    'agent: 帮您换一家快递',
    'customer (refuses): 别换了',
    'agent: 下次您说一声，我们给您换别的快递',
  ],
  // The third time without an answer to it.
  [
    'customer: 慢',
    'agent: 建议您再等两天',
    'customer: 为啥',
    'agent: 雪太大，再等两天看看',
    'customer: 唉',
    '! agent: 再等两天吧',
  ],
  ['customer: 慢', 'agent: 建议您再等两天', 'customer: 为啥', 'agent: 雪太大，再等两天看看'],
  [
    'customer: it broke',
    "agent: We'll send you a replacement.",
    'customer (refuses): No, not again.',
    "! agent: We'll ship another one today.",
  ],
]);
