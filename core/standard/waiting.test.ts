import { describe, expect, test } from 'vitest';
import type { Turn } from './facts.ts';
import { waitingSince } from './unanswered.ts';
import { wantsAnswer } from './waiting.ts';

const customer = (text: string, at?: number): Turn => ({ from: 'customer', text, at });
const agent = (text: string, at?: number): Turn => ({ from: 'agent', text, at });

describe('who waits, and since when', () => {
  test.each<[string, Turn[], ReturnType<typeof waitingSince>]>([
    ['nobody, before anything is said', [], null],
    ['nobody, after an answer', [customer('在吗', 1), agent('在的', 2)], null],
    ['the customer who wrote last', [agent('您好', 1), customer('有货吗', 2)], { turn: 1, since: 2 }],
    ['since the first of several', [customer('在吗', 1), customer('有货吗', 2)], { turn: 0, since: 1 }],
    [
      'a machine answers nobody',
      [customer('在吗', 1), { from: 'system', text: '稍等', at: 2 }],
      { turn: 0, since: 1 },
    ],
    ['nobody, after thanks', [agent('已发货', 1), customer('好的谢谢', 2)], null],
    [
      'since the question, not the thanks before it',
      [customer('谢谢', 1), customer('几天到', 2)],
      { turn: 1, since: 2 },
    ],
    ['since an unknown time', [customer('有货吗')], { turn: 0, since: undefined }],
  ])('%s', (_, turns, waiting) => expect(waitingSince(turns)).toEqual(waiting));

  test('for the agent, not before the conversation was theirs', () => {
    expect(waitingSince([customer('有货吗', 10)], 25)).toEqual({ turn: 0, since: 25 });
    expect(waitingSince([customer('有货吗', 30)], 25)).toEqual({ turn: 0, since: 30 });
  });
});

describe('a closing courtesy starts no clock', () => {
  test.each([
    '好的',
    '嗯嗯',
    '谢谢',
    '好的，谢谢亲',
    '麻烦您了',
    '拜拜',
    '没有了，谢谢',
    '👌',
    '[微笑]',
    '收到，辛苦了',
    '謝謝您喔',
    'ok',
    'thanks!',
    'Great, thank you so much',
    'No, that’s all',
    'bye',
  ])('%s', (text) => expect(wantsAnswer(customer(text), [agent('已经帮您登记好了')])).toBe(false));

  test.each([
    '好的，什么时候到',
    '谢谢，那运费呢',
    '好不好用',
    '不要了',
    '我要退款',
    '？',
    '[图片]',
    '你好',
    '在',
    'ok but when?',
    'Is it good',
    'hello',
    'the red one',
  ])('but this does: %s', (text) =>
    expect(wantsAnswer(customer(text), [agent('已经帮您登记好了')])).toBe(true),
  );

  test.each<[string, string, boolean]>([
    ['要帮您改成红色吗？', '好的', true],
    ['可以给您换一件，行吗', '可以', true],
    ['还有其他问题吗？', '好的', false],
    ['Shall I cancel it?', 'yes', true],
    ['Anything else I can do?', 'ok', false],
  ])('"%s" – "%s"', (offer, answer, waits) =>
    expect(wantsAnswer(customer(answer), [agent(offer)])).toBe(waits),
  );
});
