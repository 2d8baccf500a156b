import { timedCases } from '../../../test/timed-cases.ts';
import { greeting } from './merit.greeting.ts';

timedCases(greeting, 'chat', [
  ['customer: 在吗', '! agent: 您好呀，欢迎来到小店😊'],
  ['customer: 在吗', '! agent: 下午好~很高兴为您服务'],
  ['customer: hi', '! agent: Hello, lovely to hear from you!'],
  ['customer: hi', '! agent: Hi there :)'],
  ['customer: 在吗', 'agent: 您好'],
  ['customer: 在吗', 'agent: 什么事😊'],
  ['customer: hi', 'agent: Hello.'],
  // Only the first message greets.
  ['customer: 在吗', 'agent: 在', 'customer: 有货吗', 'agent: 您好呀，欢迎光临😊'],
]);
