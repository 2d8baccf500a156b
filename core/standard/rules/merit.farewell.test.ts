import { timedCases } from '../../../test/timed-cases.ts';
import { farewell } from './merit.farewell.ts';

timedCases(farewell, 'chat', [
  ['customer: 没有了', '! agent: 祝您和家人周末开心，再见'],
  ['customer: 没有了', '! agent: 天冷了，注意保暖哦'],
  ['customer: that is all', '! agent: Have a lovely evening!'],
  ['customer: 没有了', 'agent: 再见'],
  ['customer: that is all', 'agent: Bye.'],
  // Only the last words part.
  ['customer: 好', 'agent: 祝您生活愉快', 'customer: 对了还有货吗', 'agent: 有'],
  ['agent: 祝您生活愉快'],
]);
