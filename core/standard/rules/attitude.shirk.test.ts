import { draftCases } from '../../../test/rule-cases.ts';
import { shirk } from './attitude.shirk.ts';

draftCases(shirk, {
  passes: [
    '快递那边我来联系，下午四点前给您回复。',
    '这个要由厂家检测，我现在就帮您登记寄修。',
    '我不知道您几点方便接电话，您说个时间？',
    '系统暂时查不到，您把单号发我，我让仓库翻一下底单。',
    '這部分由物流處理，我幫您開單追蹤。',
    '没货了确实没办法，补货一般3-5天，您收藏一下。',
    '这边给仓库留言催一下。',
    { before: ['customer: [图片]'], text: '这件不是我们的' },
    '我这里看到的显示是这个价哦',
    '这款出厂是裸机，就是没有支架的呢',
    "I'll call the courier right now and let you know this afternoon.",
    'I am not sure about the colour, let me ask the warehouse and come back to you.',
  ],
  fails: [
    '这个问题不是我们的。',
    '快递的事情您找快递去，跟我们没关系。',
    '系统就是这么显示的，我也没办法。',
    '这不归我们管。',
    '不清楚，您问厂家吧。',
    '仓库发错的，跟客服没关系。',
    '页面上怎么写的就怎么算，别的我不知道。',
    '這個我們處理不了，您自己問物流。',
    "That's not our department.",
    'Nothing we can do, ask the courier.',
    "I don't know, the page says what it says.",
  ],
});
