import { expect, test } from 'vitest';
import { conversationOf, start, timedCases } from '../../../test/timed-cases.ts';
import { review, watch } from '../check.ts';
import { promiseBroken } from './timing.promise-broken.ts';

const asked = '0:00 customer: 我的补件在哪';

timedCases(promiseBroken, 'chat', [
  // Not a word until the time was past.
  [asked, '! 0:30 agent: 我去问仓库，半小时内给您答复', '1:00 customer: 好的', '1:00:00 customer: 人呢'],
  [asked, '! 0:30 agent: 我去问仓库，半小时内给您答复', '0:40 agent: 您先忙哈~', '1:00:00 customer: 人呢'],
  [asked, '! 0:30 agent: 下午两点前给您回电话', '5:00:00 ended by customer'],
  // Late is not kept.
  [asked, '! 0:30 agent: 十分钟内回复您', '30:00 agent: 查到了，明天到'],
  // Told in time.
  [asked, '0:30 agent: 半小时内给您答复', '20:00 agent: 问到了，补件今早已经寄出', '1:00:00 customer: 好'],
  [
    asked,
    '0:30 agent: 半小时内给您答复',
    '10:00 customer: 有结果吗',
    '11:00 agent: 仓库说缺一个螺丝',
    '1:00:00 customer: 好',
  ],
  // Asked to wait on, or talk of other things, is not the outcome.
  [
    asked,
    '! 0:30 agent: 半小时内给您答复',
    '10:00 customer: 有结果吗',
    '11:00 agent: 还在查，您再等等',
    '1:00:00 customer: 啊？',
  ],
  [
    asked,
    '! 0:30 agent: 半小时内给您答复',
    '1:00 customer: 那件蓝色的掉毛吗',
    '1:20 agent: 不掉毛的',
    '1:00:00 customer: 啊？',
  ],
  // A new time before the old one is past.
  [
    asked,
    '0:30 agent: 半小时内给您答复',
    '20:00 agent: 仓库在盘点，下午三点前给您答复',
    '1:00:00 customer: 好',
  ],
  // Money and goods: told that it is done.
  [
    '0:00 customer: 退我运费',
    '0:30 agent: 今天中午前把运费退给您',
    '1:00:00 agent: 运费已经退给您了',
    '3:00:00 ended by agent',
  ],
  [
    '0:00 customer: 退我运费',
    '! 0:30 agent: 今天中午前把运费退给您',
    '1:00:00 agent: 您这款尺码是L',
    '3:00:00 ended by agent',
  ],
  // Not yet due, without a time, not the shop's.
  [asked, '0:30 agent: 明天给您答复', '1:00:00 ended by customer'],
  [asked, '0:30 agent: 尽快给您答复', '9:00:00 ended by customer'],
  [asked, '0:30 agent: 快递平时两小时内送到', '9:00:00 ended by customer'],
  [
    '0:00 customer: where is it?',
    "! 0:30 agent: I'll get back to you within the hour.",
    '3:00:00 customer: well?',
  ],
  [
    '0:00 customer: where is it?',
    "0:30 agent: I'll get back to you within the hour.",
    '30:00 agent: Found it, it left today.',
    '3:00:00 customer: ok',
  ],
  // Times unknown.
  ['customer: 在哪', 'agent: 十分钟内回复您', 'customer: 人呢'],
]);

test('live it alerts once the time is past, in a review it is a note', () => {
  const facts = conversationOf([asked, '0:30 agent: 十分钟内回复您'], 'chat');
  const at = (minutes: number) => watch(facts, 0, start + minutes * 60_000, { rules: [promiseBroken] });
  expect(at(10)).toEqual([]);
  expect(at(11)).toMatchObject([{ turn: 1, weight: 'alert', evidence: '十分钟内回复' }]);
  const over = { ...facts, ended: { by: 'agent' as const, at: start + 3_600_000 } };
  expect(review(over, 0, { rules: [promiseBroken] }).findings).toMatchObject([{ turn: 1, weight: 'note' }]);
});

test('by the shop’s own hours', () => {
  const hours = { zone: '+08:00', hours: [['09:00', '18:00']] as [string, string][] };
  const facts = { ...conversationOf([asked, '0:30 agent: 今天给您答复'], 'chat'), hours };
  const at = (clock: string) =>
    watch(facts, 0, Date.parse(`2026-11-18T${clock}:00+08:00`), { rules: [promiseBroken] }).length;
  expect([at('18:00'), at('18:01')]).toEqual([0, 1]);
});

test('without times it says so', () => {
  const facts = conversationOf(['customer: 在哪', 'agent: 十分钟内回复您'], 'chat');
  expect(review(facts, 0, { rules: [promiseBroken] }).notJudged).toEqual([
    { rule: 'timing.promise-broken', why: 'no-times' },
  ]);
});
