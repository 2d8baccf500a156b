import { timedCases } from '../../../test/timed-cases.ts';
import { thanks } from './merit.thanks.ts';

timedCases(thanks, 'chat', [
  ['customer: 说明书第三页印错了', '! agent: 谢谢您的提醒，已经转给编辑'],
  ['customer: 好吧我等', '! agent: 感谢您这么耐心'],
  ['customer: ok I will wait', '! agent: I appreciate your patience.'],
  ['customer: the manual is wrong', '! agent: Thanks so much for pointing that out!'],
  ['customer: 好的', 'agent: 谢谢'],
  ['customer: 好的', 'agent: 不用谢'],
  ['customer: ok', 'agent: Thanks!'],
]);
