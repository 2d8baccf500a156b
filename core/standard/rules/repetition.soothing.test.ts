import { expect, test } from 'vitest';
import { conversationCases } from '../../../test/conversation-cases.ts';
import { factsOf } from '../../../test/rule-cases.ts';
import { check } from '../check.ts';
import { repeatedSoothing } from './repetition.soothing.ts';

conversationCases(repeatedSoothing, [
  [
    'agent: 非常抱歉给您带来不便，我查一下',
    'customer: 嗯',
    'agent: 实在抱歉给您带来了不便，仓库说明天',
    'customer: 又明天',
    '! agent: 真的很抱歉给您带来不便呢',
    'customer: …',
    'agent: 抱歉给您带来不便',
  ],
  ['agent: 理解您的心情', 'agent: 我们理解您的心情哦', '! agent: 亲，非常理解您的心情'],
  ['agent: 让您久等了，抱歉', 'customer: 嗯', 'agent: 换我也急', 'customer: 嗯', 'agent: 站点我正在催'],
  ['agent: 咨询量大，您别着急', 'agent: 咨询量大，您别着急', 'agent: 咨询量大，您别着急'],
  ['agent: 请稍等', 'agent: 请稍等', 'agent: 请稍等', 'agent: 请稍等'],
  ['agent: 您好，请问还有什么可以帮您', 'agent: 请问还有什么可以帮您', 'agent: 请问还有什么可以帮您'],
  [
    'agent: We are sorry for the inconvenience.',
    'customer: hm',
    'agent: So sorry for the inconvenience!',
    'customer: hm',
    "! agent: I'm really sorry for the inconvenience. Where is it now?",
  ],
  // A notice of the queue says "please wait", whatever it adds.
  [
    'customer: 在',
    'agent: 排队人数较多给您带来不便，深表歉意',
    'customer: 还在吗',
    'agent: 排队人数较多给您带来不便，马上到您',
    'customer: 这款',
    'agent: 排队人数较多给您带来不便，请稍等',
  ],
]);

test('the second use is hinted at while it is written', () => {
  const hints = (before: string[], text: string) =>
    check({ text }, factsOf({ before, text }), 0, { rules: [repeatedSoothing] });
  expect(hints(['agent: 非常抱歉给您添麻烦了'], '真的很抱歉给您添麻烦了呢')).toMatchObject([{ hint: true }]);
  expect(hints(['agent: 非常抱歉给您添麻烦了'], '换作是我也会着急')).toEqual([]);
});
