import { timedCases } from '../../../test/timed-cases.ts';
import { name } from './merit.name.ts';

timedCases(name, 'chat', [
  ['agent: 您好，我是客服阿禾', 'customer: 我姓柳', '! agent: 柳女士，帮您查到了'],
  ['! agent: 方先生您好，工号2031为您服务', 'customer: 嗯'],
  ['agent: Hi, my name is Tess.', 'customer: Anna Reed here', '! agent: Thank you, Ms. Reed, I found it.'],
  // Only one of the two.
  ['agent: 您好', 'customer: 我姓柳', 'agent: 柳女士，帮您查到了'],
  ['agent: 您好，我是客服阿禾', 'customer: 在吗', 'agent: 亲，帮您查到了'],
  ['agent: Hello.', 'customer: hi', 'agent: Thank you, I found it.'],
]);
