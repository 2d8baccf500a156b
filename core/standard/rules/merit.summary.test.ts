import { timedCases } from '../../../test/timed-cases.ts';
import { summary } from './merit.summary.ts';

const talk = ['customer: 裂了', 'agent: 给您补发一个，好吗', 'customer: 可以'];

timedCases(summary, 'chat', [
  [...talk, '! agent: 那我跟您确认一下：今天补发一只新杯子，旧的不用寄回'],
  [...talk, '! agent: 总结一下，补发新杯子，周五前送到原地址', 'customer: 好', 'agent: 再见'],
  [
    'customer: cracked',
    'agent: A new one?',
    'customer: yes',
    '! agent: So to recap: we send a new mug today, you keep the old one.',
  ],
  [...talk, 'agent: 好的，再见'],
  [...talk, 'agent: 跟您确认下'],
  // At the beginning it is a question.
  ['customer: 裂了', 'agent: 跟您确认一下，是底部裂了要换新的对吗', ...talk, 'agent: 好的', 'agent: 再见'],
]);
