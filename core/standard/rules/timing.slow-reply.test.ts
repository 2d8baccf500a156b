import { describe, expect, test } from 'vitest';
import { review, watch } from '../check.ts';
import type { Conversation, Turn } from '../facts.ts';
import { rules } from './index.ts';
import { slowReply } from './timing.slow-reply.ts';

const start = Date.parse('2026-11-18T10:00:00+08:00');
const minute = 60_000;

/** "10 customer: 在吗" was said ten minutes after ten in the morning; without a figure the time is unknown. */
function conversation(lines: string[], more: Partial<Conversation> = {}): Conversation {
  const turns = lines.map((line): Turn => {
    const [, at, from, text] = /^(-?[\d.]*) ?(customer|agent|system): (.*)$/.exec(line)!;
    const turn = { from: from as Turn['from'], text: text! };
    return at === '' ? turn : { ...turn, at: start + Number(at) * minute };
  });
  return { id: 'c', lang: 'zh', channel: 'chat', hours: 'always', turns, ...more };
}

const lateTurns = (lines: string[], more: Partial<Conversation> = {}) =>
  review(conversation(lines, more), 0, { rules: [slowReply] }).findings.map(({ turn }) => turn);

const nine: Conversation['hours'] = { zone: '+08:00', hours: [['09:00', '21:00']] };
const lunch: Conversation['hours'] = {
  zone: '+08:00',
  hours: [
    ['09:00', '10:02'],
    ['10:30', '18:00'],
  ],
};
const ended = (at: number): Partial<Conversation> => ({ ended: { by: 'customer', at: start + at * minute } });

describe('timing.slow-reply', () => {
  test('is in the list of rules', () => expect(rules).toContain(slowReply));

  describe('passes', () => {
    test.each<[string, string[], Partial<Conversation>?]>([
      ['an answer within a minute', ['0 customer: 有货吗', '1 agent: 有的']],
      ['an answer at five minutes sharp', ['0 customer: 有货吗', '5 agent: 有的']],
      [
        'a wait that the agent announced',
        ['0 customer: 查下物流', '1 agent: 稍等，我查一下', '9 agent: 到杭州了'],
      ],
      [
        'a hold that the customer gave leave to',
        [
          '0 customer: 查下物流',
          '1 agent: 可以等我几分钟吗，我去核对',
          '2 customer: 可以',
          '9 agent: 到杭州了',
        ],
      ],
      [
        'a hold with leave, in English',
        [
          '0 customer: where?',
          '1 agent: Could you hold for a moment?',
          '2 customer: sure',
          '9 agent: Leeds.',
        ],
      ],
      [
        'thanks that nobody answers',
        ['0 customer: 有货吗', '1 agent: 有的', '2 customer: 好的谢谢'],
        ended(30),
      ],
      ['a smile that nobody answers', ['0 customer: 有货吗', '1 agent: 有的', '2 customer: 😊'], ended(30)],
      [
        '"ok" after an answer',
        ['0 customer: 有货吗', '1 agent: 有的', '2 customer: 好的', '20 agent: 还在吗亲'],
      ],
      [
        '"no, that is all" after "anything else?"',
        ['0 agent: 还有其他问题吗', '1 customer: 没有了', '20 agent: 再见'],
      ],
      ['a night between question and answer', ['720 customer: 有货吗', '1381 agent: 有的'], { hours: nine }],
      ['a lunch break', ['0 customer: 有货吗', '32 agent: 有的'], { hours: lunch }],
      [
        'a quick answer to the last of quick messages',
        ['0 customer: 你好', '1 customer: 有货吗', '4 agent: 有的'],
      ],
      ['a customer who left at once', ['0 customer: 有货吗'], ended(2)],
      ['an episode that just began', ['0 customer: 有货吗']],
      ['a telephone call', ['0 customer: 有货吗', '9 agent: 有的'], { channel: 'phone' }],
      [
        'a late message that follows an answer',
        ['0 customer: 有货吗', '1 agent: 有的', '20 agent: 还需要吗'],
      ],
      ['waiting in the queue', ['0 customer: 有货吗', '12 agent: 有的'], { assignedAt: start + 10 * minute }],
      ['silence of the customer', ['0 agent: 您好', '30 customer: 在', '31 agent: 您说']],
      ['no messages at all', []],
      ['a greeting by the agent alone', ['0 agent: 您好'], ended(60)],
      ['unknown times', ['customer: 有货吗', 'agent: 有的']],
      ['times that run backwards', ['30 customer: 有货吗', '2 agent: 有的']],
      [
        'a closing courtesy in English',
        ['0 customer: any left?', '1 agent: Yes', '2 customer: great, thanks!'],
        ended(40),
      ],
      ['"ok" in English after an answer', ['0 agent: It ships today.', '1 customer: ok', '30 agent: Bye!']],
      ['a farewell', ['0 agent: 今天发', '1 customer: 拜拜~'], ended(40)],
      ['a question answered by a picture', ['0 customer: 有图吗', '3 agent: [图片]']],
      ['an answer at the opening of the shop', ['-70 customer: 有货吗', '-57 agent: 有的'], { hours: nine }],
      ['thanks in traditional characters', ['0 agent: 今天寄', '1 customer: 謝謝您', '30 agent: 還在嗎']],
    ])('%s', (_, lines, more) => expect(lateTurns(lines, more)).toEqual([]));
  });

  describe('fails', () => {
    test.each<[string, string[], number[], Partial<Conversation>?]>([
      ['an answer after six minutes', ['0 customer: 有货吗', '6 agent: 有的'], [1]],
      ['just over five minutes', ['0 customer: 有货吗', '5.02 agent: 有的'], [1]],
      [
        'counted from the first of several messages',
        ['0 customer: 你好', '4 customer: 有货吗', '6 agent: 有的'],
        [2],
      ],
      [
        'an answer by a machine is none',
        ['0 customer: 有货吗', '1 system: 客服马上来', '7 agent: 有的'],
        [2],
      ],
      ['a customer left alone', ['0 customer: 有货吗'], [0], ended(6)],
      [
        'left alone at the first unanswered message',
        ['0 agent: 在', '1 customer: 有货吗', '3 customer: 人呢'],
        [1],
        ended(9),
      ],
      ['left alone until the last of their messages', ['0 customer: 有货吗', '6 customer: 人呢'], [0]],
      [
        'every late answer by itself',
        ['0 customer: a', '6 agent: b', '7 customer: c', '14 agent: d'],
        [1, 3],
      ],
      [
        'the morning after closing time counts both ends',
        ['657 customer: 有货吗', '1383 agent: 有的'],
        [1],
        { hours: nine },
      ],
      ['after lunch', ['0 customer: 有货吗', '34 agent: 有的'], [1], { hours: lunch }],
      [
        'since the assignment',
        ['0 customer: 有货吗', '16 agent: 有的'],
        [1],
        { assignedAt: start + 10 * minute },
      ],
      [
        'a yes to an offer waits for the deed',
        ['0 agent: 要帮您换成L码吗', '1 customer: 好的', '9 agent: 换好了'],
        [2],
      ],
      [
        'a yes in English',
        ['0 agent: Shall I cancel it for you?', '1 customer: yes please', '8 agent: Done'],
        [2],
      ],
      ['a nudge of question marks', ['0 customer: ？？', '7 agent: 在的'], [1]],
      [
        'only the part whose times are known',
        ['customer: a', 'agent: b', '0 customer: c', '6 agent: d'],
        [3],
      ],
      ['thanks with a question', ['0 agent: 今天发', '1 customer: 谢谢，什么快递', '8 agent: 顺丰'], [2]],
      ['thanks and then a question', ['0 customer: 谢谢', '1 customer: 有L吗', '7 agent: 有'], [2]],
      ['a picture that wants an answer', ['0 customer: [图片]', '6 agent: 看到了'], [1]],
      [
        'an order number that was asked for',
        ['0 agent: 单号发我', '1 customer: 20261118', '10 agent: 查到了'],
        [2],
      ],
      ['a symbol is an answer, but a late one', ['0 customer: 在吗', '6 agent: 😊'], [1]],
      [
        'ended by the agent without a word',
        ['0 customer: 有货吗'],
        [0],
        { ended: { by: 'agent', at: start + 8 * minute } },
      ],
      ['a whole day, open all night', ['0 customer: 有货吗', '1440 agent: 有的'], [1]],
      ['a hurry, in traditional characters', ['0 customer: 請問有貨嗎', '12 agent: 有的'], [1]],
      ['in English', ['0 customer: Is it in stock?', '5.5 agent: Yes'], [1]],
      [
        'a second wait inside one episode',
        ['0 customer: a', '1 agent: b', '2 customer: c?', '9 agent: d'],
        [3],
      ],
    ])('%s', (_, lines, turns, more) => expect(lateTurns(lines, more)).toEqual(turns));
  });

  test('live it warns while the customer still waits', () => {
    const facts = conversation(['0 customer: 有货吗']);
    const judge = (minutes: number) => watch(facts, 0, start + minutes * minute, { rules: [slowReply] });
    expect(judge(5)).toEqual([]);
    expect(judge(6)).toMatchObject([{ turn: 0, weight: 'warn', moment: 'live' }]);
  });

  test('in a review it is a note', () => {
    const { findings } = review(conversation(['0 customer: a?', '9 agent: b']), 0, { rules: [slowReply] });
    expect(findings).toMatchObject([{ turn: 1, weight: 'note', moment: 'after' }]);
  });

  test('without times it says so instead of passing', () => {
    const { notJudged } = review(conversation(['customer: 有货吗', 'agent: 有的']), 0, {
      rules: [slowReply],
    });
    expect(notJudged).toEqual([{ rule: 'timing.slow-reply', why: 'no-times' }]);
  });
});
