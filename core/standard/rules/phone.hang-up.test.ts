import { timedCases } from '../../../test/timed-cases.ts';
import { hangUp } from './phone.hang-up.ts';

timedCases(hangUp, 'phone', [
  [
    'agent: 您好',
    'customer: 几号到',
    'agent: 周五到，还有别的问题吗',
    'customer: 没有了',
    'agent: 再见',
    'ended by agent',
  ],
  ['agent: 您好', 'customer: 几号到', 'agent: 周五到，再见', 'customer: 谢谢', 'ended by agent'],
  // Cut off without a word, or with the caller's question open.
  ['agent: 您好', 'customer: 几号到', '! agent: 周五', 'ended by agent'],
  ['agent: 您好', 'customer: 你们到底管不管？', '! agent: 再见', 'ended by agent'],
  ['agent: 您好', 'customer: 几号到', '! agent: 周五', 'customer: 那运费多少', 'ended by agent'],
  // The caller hung up.
  ['agent: 您好', 'customer: 几号到', 'agent: 周五', 'ended by customer'],
  // A silent line: ask, ask again, say goodbye, five seconds after each.
  [
    '0:00-0:03 agent: 您好',
    '0:09-0:12 agent: 能听到吗',
    '0:18-0:22 agent: 听不到您，再见',
    '0:28 ended by agent',
  ],
  ['0:00-0:03 agent: 您好', '! 0:04-0:07 agent: 听不到您，再见', '0:13 ended by agent'],
  [
    '0:00-0:03 agent: 您好',
    '0:05-0:08 agent: 能听到吗',
    '! 0:09-0:12 agent: 听不到您，再见',
    '0:18 ended by agent',
  ],
  ['0:00-0:03 agent: 您好', '0:09-0:12 agent: 能听到吗', '! 0:18-0:22 agent: 没声音', '0:28 ended by agent'],
  ['agent: Hello', 'customer: when?', '! agent: Friday.', 'ended by agent'],
  [
    'agent: Hello',
    'customer: when?',
    'agent: Friday. Anything else?',
    'customer: no thanks',
    'agent: Goodbye',
    'ended by agent',
  ],
]);
