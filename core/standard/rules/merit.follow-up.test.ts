import { timedCases } from '../../../test/timed-cases.ts';
import { followUp } from './merit.follow-up.ts';

const asked = ['0:00 customer: 到哪了', '0:20 agent: 我去问', '0:30 customer: 好的'];

timedCases(followUp, 'chat', [
  [...asked, '! 40:00 agent: 问到了，今晚到站'],
  ['0:00 customer: 装好了', '0:20 agent: 好的', '! 24:00:00 agent: 做个回访，用得怎么样'],
  ['0:00 customer: where is it', '0:20 agent: Let me ask.', '! 40:00 agent: Good news, it left today.'],
  // Asked for, at once, or with nothing to say.
  [...asked, '39:00 customer: 有消息吗', '40:00 agent: 问到了，今晚到站'],
  [...asked, '2:00 agent: 问到了，今晚到站'],
  [...asked, '40:00 agent: 亲'],
  ['0:00 agent: 新品已经上架了'],
  ['customer: 到哪了', 'agent: 问到了'],
]);
