import { expect, test } from 'vitest';
import { conversationCases, sceneOf } from '../../../test/conversation-cases.ts';
import { messageAt, openScene } from '../scene.ts';
import { sensitiveMishandled } from './complaint.sensitive-mishandled.ts';

const alarm = 'customer (strong): 再不退钱我就打12315告你们！';

conversationCases(sensitiveMishandled, [
  [alarm, '! agent: 好的，知道了'],
  [alarm, '! agent: 真的很抱歉', 'customer: 就这？', 'agent: 嗯'],
  [alarm, '! agent: 给您全额退款', 'customer: 哦'],
  [alarm, 'agent: 实在对不起，我给您全额退款', 'customer: 快点', '! agent: 好的，今天办'],
  [alarm, 'agent: 实在对不起，我给您全额退款，也上报主管了', 'customer: 嗯'],
  [alarm, 'agent: 让您这么失望，对不起', 'customer: 然后呢', 'agent: 全额退给您，我请主管马上跟进'],
  ['customer: 这个能机洗吗', 'agent: 可以的'],
  ['! customer (strong): 再不退钱我就打12315告你们！', 'ended by agent'],
  ['customer (strong): I am calling my lawyer to sue you!', '! agent: OK.'],
  [
    'customer (strong): I am calling my lawyer to sue you!',
    "agent: I'm so sorry. I'll refund the full amount and my supervisor will call you before noon.",
  ],
]);

test('while it runs an answer counts that made a start', () => {
  const judge = (...lines: string[]) => {
    const scene = openScene(sceneOf(lines).facts, 0);
    return sensitiveMishandled.turn!(messageAt(scene, 1), scene).length;
  };
  expect(judge(alarm, 'agent: 好的', 'customer: 你什么意思')).toBe(1);
  expect(judge(alarm, 'agent: 真的很抱歉', 'customer: 你什么意思')).toBe(0);
  expect(judge(alarm, 'agent: 好的')).toBe(0);
});
