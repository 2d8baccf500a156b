import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversationOf } from '../../../test/timed-cases.ts';
import { messageAt, openScene } from '../scene.ts';
import { forbiddenWords } from './phone.forbidden.ts';
import { rules } from './index.ts';

function found(text: string, channel: 'phone' | 'chat' = 'phone'): string[] {
  const scene = openScene(conversationOf([`agent: ${text}`], channel), 0);
  return forbiddenWords.turn!(messageAt(scene, 0), scene).map(({ start, end }) => text.slice(start, end));
}

test('is in the list of rules', () => expect(rules).toContain(forbiddenWords));

describe('fails', () => {
  test.each([
    '喂，找谁？',
    '哪位？',
    '什么事？',
    '有事吗',
    '你大声一点',
    '声音大点行不',
    '把开关往左拨，听明白了吧？',
    '先登录再付款。懂了没？',
    '我是新来的，这个不熟',
    '系统坏了，查不了',
    '你讲普通话',
    '你喊什么',
    '说重点',
    '没什么事我先挂了',
    '这不归我们管',
    '你急什么',
    '喂？誰啊',
    'Speak up.',
    'Who is this?',
    "I'm new here.",
    'Got it?',
    'Stop shouting.',
    'Hurry up.',
    'Hold on',
  ])('%s', (text) => expect(found(text)).toHaveLength(1));
});

describe('passes', () => {
  test.each([
    '您好，请问有什么可以帮您？',
    '抱歉，我这边听不太清，麻烦您声音大一点可以吗？',
    '请问您贵姓？',
    '我讲明白了吗？需要我再说一遍吗',
    '请问还有什么事可以帮您？',
    '不好意思，系统正在维护，我先帮您记下，稍后给您回电',
    '麻烦您用普通话再说一遍好吗',
    '对不起，您可能打错了，这里是家具店',
    '请您别着急，我马上帮您看',
    '您不用自己跑一趟',
    'Could you speak up a little, please?',
    'May I ask who is calling?',
    "I'm sorry, our system is down at the moment, may I call you back?",
    'Do you have any other question?',
    'Is everything clear, or shall I repeat it?',
  ])('%s', (text) => expect(found(text)).toEqual([]));

  test('in chat', () => expect(found('大声一点', 'chat')).toEqual([]));
});

test('survives any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void found(text)));
});
