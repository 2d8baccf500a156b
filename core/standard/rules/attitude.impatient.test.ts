import { draftCases } from '../../../test/rule-cases.ts';
import { impatient } from './attitude.impatient.ts';

draftCases(impatient, {
  passes: [
    { before: ['customer: 没有啊'], text: '又发了一次' },
    { before: ['customer: 券领到了'], text: '刚想跟您说呢' },
    '可能是我刚才没讲清楚，我再给您说一遍步骤。',
    '详情页第三张图里有尺寸表，我也截一份发您。',
    '您前面说的那个浅灰色今天补到货了。',
    '没关系，多问几遍也正常，我慢慢说。',
    '好的，我这就再确认一下库存。',
    '這個問題我幫您再查一次，稍後回覆您。',
    'Let me explain that once more, I may have been unclear.',
    'No problem at all, here is the link again.',
    'The size chart is on the page, and I have pasted it below for you.',
  ],
  fails: [
    '这个我前面已经讲得很清楚了。',
    '上面都写着呢，您往上翻翻。',
    '刚刚不是回过您了吗，怎么还问。',
    '同样的话我今天说了不下十遍了。',
    '唉，又来了，说了会处理就会处理。',
    '一直催一直催，我这边也很忙的好吧。',
    '同樣的話到底要我講幾遍。',
    'Same question again? You have had my answer twice.',
    'As I said before, it is written on the page.',
    "I've explained this already, I'm not repeating it again.",
  ],
});
