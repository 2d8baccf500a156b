import { expect, test } from 'vitest';
import { conversationOf, timedCases } from '../../../test/timed-cases.ts';
import { review } from '../check.ts';
import { phoneSilence } from './timing.phone-silence.ts';

timedCases(phoneSilence, 'phone', [
  ['0:00-0:05 customer: 我的货到哪了', '0:10-0:20 agent: 已经到苏州了'],
  ['0:00-0:05 customer: 我的货到哪了', '0:35-0:40 agent: 已经到苏州了'],
  ['0:00-0:05 customer: 我的货到哪了', '! 0:36-0:40 agent: 已经到苏州了'],
  // The silence begins when the caller has finished.
  ['0:00-0:30 customer: 事情是这样的，上周我寄了两箱', '0:50-0:58 agent: 您请讲'],
  // A hold taken with leave is no silence.
  [
    '0:00-0:05 customer: 帮我查下费用',
    '0:06-0:10 agent: 我需要看一下系统，请您稍等可以吗？',
    '0:11-0:12 customer: 行',
    '1:30-1:40 agent: 谢谢您的等待，一共八十元',
  ],
  [
    '0:00-0:05 customer: 帮我查下费用',
    '0:06-0:10 agent: 等一下',
    '0:11-0:12 customer: 哦',
    '! 1:30-1:40 agent: 一共八十元',
  ],
  ['0:00-0:05 customer: 帮我查下费用', '0:06-0:10 agent: 我查查，等一下', '! 1:30-1:40 agent: 一共八十元'],
  [
    '0:00-0:05 customer: what is the fee?',
    '0:06-0:10 agent: May I put you on hold for a minute?',
    '0:11-0:12 customer: sure',
    '1:20-1:30 agent: Thanks for waiting, it is eighty.',
  ],
  [
    '0:00-0:05 customer: what is the fee?',
    '0:06-0:10 agent: May I put you on hold for a minute?',
    '0:11-0:12 customer: no, I am in a hurry',
    '! 1:20-1:30 agent: It is eighty.',
  ],
  ['0:00-0:05 customer: what is the fee?', '! 0:50-0:55 agent: Eighty.'],
  // Left alone until the end.
  ['0:00-0:04 agent: 您好', '! 0:05-0:09 customer: 能改地址吗', '1:00 ended by customer'],
  ['0:00-0:04 agent: 您好', '0:05-0:09 customer: 能改地址吗', '0:20 ended by customer'],
  ['0:00-0:04 agent: 再见', '0:05-0:06 customer: 谢谢，再见', '1:00 ended by customer'],
  ['customer: 在吗', 'agent: 在'],
]);

test('chat has a rule of its own', () => {
  const chat = conversationOf(['0:00 customer: 在吗', '9:00 agent: 在'], 'chat');
  expect(review(chat, 0, { rules: [phoneSilence] })).toEqual({ findings: [], notJudged: [] });
});

test('without times it says so', () => {
  const call = conversationOf(['customer: 在吗', 'agent: 在'], 'phone');
  expect(review(call, 0, { rules: [phoneSilence] }).notJudged).toEqual([
    { rule: 'timing.phone-silence', why: 'no-times' },
  ]);
});
