import { timedCases } from '../../../test/timed-cases.ts';
import { empathy } from './merit.empathy.ts';

timedCases(empathy, 'chat', [
  ['customer: 等了半个月还没到，太让人失望了', '! agent: 换作是我也会着急的，我马上看'],
  [
    'customer: This is the third time it broke, I am so disappointed!',
    '! agent: I understand how frustrating that is.',
  ],
  // To a calm question it is a phrase.
  ['customer: 有没有蓝色', 'agent: 非常理解您的心情，有蓝色'],
  ['customer: 等了半个月还没到，太让人失望了', 'agent: 麻烦提供订单号'],
]);
