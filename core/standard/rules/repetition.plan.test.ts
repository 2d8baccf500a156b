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
