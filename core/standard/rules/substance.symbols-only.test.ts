import { describe, expect, test } from 'vitest';
import { draftCases, factsOf } from '../../../test/rule-cases.ts';
import { check, review, watch } from '../check.ts';
import { symbolsOnly } from './substance.symbols-only.ts';

const to = (customer: string, text: string) => ({ before: [`customer: ${customer}`], text });

draftCases(symbolsOnly, {
  passes: [
    to('好的，谢谢你', '😊'),
    to('谢谢，没有别的了', '[玫瑰]'),
    to('拜拜', '👋👋'),
    to('thanks a lot!', '🙂'),
    to('嗯嗯收到', '[微笑]'),
    to('好的', '👌'),
    to('尺码选M', '👌'),
    to('[图片]', '👍'),
    to('这个能机洗吗', '能的'),
    to('这个能机洗吗', '可以😊'),
    to('发个图看看', '[图片]'),
    to('链接有吗', '<url>'),
    to('多少钱', '99'),
    to('是不是包邮', '是'),
    to('Is it waterproof?', 'Yes!'),
    to('how much is it?', '$25'),
    to('怎么装？', '[视频]'),
    to('在吗', '在'),
    to('什么时候发货', '明天'),
    to('太慢了，气死我了', '非常抱歉，我马上催'),
    { before: ['customer: 能便宜点吗', 'agent: 给您减五元'], text: '😊' },
    { before: ['customer: 能便宜点吗', 'agent: 给您减五元', 'customer: 好的谢谢'], text: '😊😊' },
    { before: ['agent: 请稍等，我查一下', 'customer: 好的，谢谢，不用了'], text: '🙂' },
    { before: ['customer: 到了吗', 'agent: 到了', 'customer: 收到了，很满意'], text: '[爱心]' },
    { before: ['agent: 您好'], text: '😊' },
    // The face behind "ok" became a mark.
    { before: ['customer: 能用吗', 'agent: 能用的', 'customer: 好的?,没问题了'], text: '😊' },
    // The next step is the customer's.
    { before: ['customer: 降价了', 'agent: 请您先提交一张新单，我来查一下', 'customer: 噢'], text: '😊' },
    { before: ['agent: 稍等，麻烦您取消旧的那单', 'customer: 好的马上'], text: '👌' },
    { before: ['agent: 照片方便发我看看吗', 'customer: 就是照说明书装的呢', 'customer: 好的'], text: '👌' },
    // Thanked since.
    { before: ['customer: 怎么弄', 'agent: 🙂', 'customer: 会了', 'customer: 谢谢'], text: '🌹' },
  ],
  fails: [
    to('这个能机洗吗？', '😊'),
    to('这个能机洗吗', '👍'),
    to('什么时候能发货', '...'),
    to('多少钱一斤', '。。。'),
    to('人呢？', '？'),
    to('怎么还没到啊，都十天了', '[微笑]'),
    to('你们太过分了！', '🙄'),
    to('骗子！', '[再见]'),
    to('在吗', '#E-s31'),
    to('有没有小一码的', '/:^_^'),
    to('帮我改一下地址', '👌👌👌'),
    to('我要退款', '😂'),
    to('质量太差了，很失望', '~'),
    to('為什麼還沒出貨？', '🙏'),
    to('可以換尺寸嗎', '👍'),
    to('Is it waterproof?', '👍'),
    to('When will it arrive', '...'),
    to('This is unacceptable.', '🤷'),
    to('Could you please stop my order?', '!!'),
    to('I want a refund', '🙂'),
    to('哪个颜色好看', '✨✨'),
    to('几天能到', '🚚'),
    { before: ['customer: 帮我查查', 'agent: 好的，请稍等', 'customer: 好的'], text: '😊' },
    { before: ['customer: 保修多久？', 'agent: 😊', 'customer: 保修几年'], text: '👍' },
    { before: ['customer: 保修多久？', 'agent: 😊'], text: '👍' },
    { before: ['customer: 能换吗', 'system: 客服很快为您服务'], text: '😄' },
  ],
});

describe('an answer is the whole run of messages', () => {
  const asked = ['customer: 能换吗？', 'agent: 😊'];

  test('a draft is only hinted at', () => {
    const facts = factsOf({ text: '', before: ['customer: 能换吗？'] });
    expect(check({ text: '😊' }, facts, 0, { rules: [symbolsOnly] })).toMatchObject([
      { hint: true, weight: 'warn' },
    ]);
  });

  test('while the run is open nothing is found', () => {
    expect(watch(factsOf({ text: '', before: asked }), 0, 0, { rules: [symbolsOnly] })).toEqual([]);
  });

  test('when the customer writes again the finding stands at the first symbol', () => {
    const facts = factsOf({ text: '', before: [...asked, 'agent: 👍', 'customer: 说话呀'] });
    const turns = watch(facts, 0, 0, { rules: [symbolsOnly] }).map(({ turn }) => turn);
    expect(turns).toEqual([1]);
  });

  test('words anywhere in the run answer', () => {
    const facts = factsOf({ text: '', before: [...asked, 'agent: 可以换的', 'customer: 好'] });
    expect(watch(facts, 0, 0, { rules: [symbolsOnly] })).toEqual([]);
  });

  test('the end of the episode closes the run', () => {
    const facts = factsOf({ text: '', before: asked });
    const { findings } = review({ ...facts, id: 'c' }, 0, { rules: [symbolsOnly] });
    expect(findings.map(({ turn, weight }) => [turn, weight])).toEqual([[1, 'warn']]);
  });
});
