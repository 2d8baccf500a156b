import { expect, test } from 'vitest';
import { conversationCases, sceneOf } from '../../../test/conversation-cases.ts';
import { cutOff, wouldCutOff } from './complaint.cut-off.ts';

const angry = 'customer (strong): 你们太过分了，气死我了！';

conversationCases(cutOff, [
  [angry, '! agent: 请问还有别的问题吗', 'ended by agent'],
  ['agent: 稍等', '! customer (strong): 你们太过分了，气死我了！', 'ended by agent'],
  [angry, '! agent: 感谢您的咨询，祝您生活愉快，再见'],
  [angry, '! agent: 这边帮您转接售后'],
  [angry, 'agent: 这边帮您转接售后', 'ended by customer'],
  [angry, 'agent: 给您退款可以吗', 'customer (accepts): 那行吧', 'agent: 办好了', 'ended by agent'],
  [angry, 'agent: 对不起，已经加急', 'customer (thanks): 谢谢', 'agent: 不客气', 'ended by agent'],
  ['customer (strong wants-person): 叫你们主管来！太过分了', 'agent: 好的，马上给您转接主管'],
  ['customer: 这个有货吗', 'agent: 有的', 'ended by agent'],
  [angry, 'agent: 实在抱歉，您看换一件行吗'],
  ['customer (strong): This is outrageous, you are useless!', '! agent: I will close this chat now. Bye.'],
]);

test('asked before the agent resolves', () => {
  expect(wouldCutOff(sceneOf([angry, 'agent: 您好']))).toBe(true);
  expect(wouldCutOff(sceneOf([angry, 'agent: 退款给您', 'customer (accepts): 好吧']))).toBe(false);
  expect(wouldCutOff(sceneOf(['customer: 有货吗', 'agent: 有']))).toBe(false);
});
