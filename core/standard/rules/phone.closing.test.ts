import { timedCases } from '../../../test/timed-cases.ts';
import { closing } from './phone.closing.ts';

const asked = [
  'agent: 您好，远山家具',
  'customer: 几号能到',
  'agent: 周五到。请问还有别的问题吗？',
  'customer: 没有了',
];

timedCases(closing, 'phone', [
  [...asked, 'agent: 感谢您的来电，再见', 'ended by customer'],
  [...asked, 'agent: 祝您一切顺利', 'ended by agent'],
  [...asked, '! agent: 嗯', 'ended by customer'],
  ['agent: 您好', 'customer: 几号能到', '! agent: 周五。再见', 'ended by customer'],
  ['agent: 您好', 'customer: 几号能到', '! agent: 周五', 'ended by agent'],
  // In one turn.
  ['agent: 您好', 'customer: 几号能到', 'agent: 周五。还有什么需要吗？没有的话祝您愉快', 'ended by customer'],
  // The offer of help in the opening is not this question.
  ['agent: 您好，请问还有什么可以帮您', 'customer: 几号能到', '! agent: 周五，再见', 'ended by agent'],
  // It goes on.
  ['agent: 您好', 'customer: 几号能到', 'agent: 周五'],
  // The caller hung up while it was the agent's turn to speak.
  ['agent: 您好', 'customer: 几号能到', 'agent: 我看看', 'customer: 算了，太慢', 'ended by customer'],
  // A silent line, a wrong number, a caller who is handed on.
  ['agent: 您好', 'agent: 请问听得到吗', 'agent: 听不到您的声音，再见', 'ended by agent'],
  ['agent: 您好', 'customer: 不好意思打错了', 'agent: 没关系，再见', 'ended by customer'],
  ['agent: 您好', 'customer: 我找你们经理', 'agent: 好的，这就为您转接', 'ended by agent'],
  [
    'agent: Hello',
    'customer: when?',
    'agent: Friday. Anything else I can do?',
    'customer: no',
    'agent: Goodbye',
    'ended by customer',
  ],
  ['agent: Hello', 'customer: when?', '! agent: Friday.', 'ended by customer'],
]);
