import { expect, test } from 'vitest';
import { conversationOf, timedCases } from '../../../test/timed-cases.ts';
import { review } from '../check.ts';
import { interrupt } from './phone.interrupt.ts';

timedCases(interrupt, 'phone', [
  ['0:00-0:12 customer: 我上周订的那个柜子', '0:12-0:20 agent: 请问订单号是多少'],
  ['0:00-0:12 customer: 我上周订的那个柜子', '! 0:09-0:20 agent: 请问订单号是多少'],
  ['0:00-0:12 customer: I ordered a shelf last week and', '! 0:08-0:15 agent: What is the order number?'],
  // A sound that shows one listens.
  ['0:00-0:12 customer: 我上周订的那个柜子', '0:06-0:07 agent: 嗯嗯'],
  ['0:00-0:12 customer: I ordered a shelf', '0:06-0:07 agent: Yes'],
  // The caller who cuts in is not judged.
  ['0:00-0:12 agent: 您的柜子明天安装', '0:06-0:15 customer: 不是明天'],
  ['0:00 customer: 我上周订的那个柜子', '0:05 agent: 请讲'],
]);

test('without the end of the caller’s turns it says so', () => {
  const call = conversationOf(['0:00 customer: 在吗', '0:05 agent: 在'], 'phone');
  expect(review(call, 0, { rules: [interrupt] }).notJudged).toEqual([
    { rule: 'phone.interrupt', why: 'no-phone-data' },
  ]);
});
