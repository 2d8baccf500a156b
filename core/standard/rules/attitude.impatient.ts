import { saidOnce, toneRule } from '../tone/tone-rule.ts';
import { chineseWeary, englishWeary, kindly } from './attitude.impatient.words.ts';

const builds = [chineseWeary, englishWeary];

/** It was said before, is obvious, could be read above; or plain annoyance. */
export const impatient = toneRule(
  {
    id: 'attitude.impatient',
    weight: 'warn',
    says: {
      zh: { title: '不耐烦', reason: '“说过了”“上面写着”这类话会让顾客觉得被嫌弃，请当作第一次再说一遍。' },
      en: {
        title: 'Impatient',
        reason: 'It sounds annoyed at having to say it again. Say it as if for the first time.',
      },
    },
  },
  // Without a word of weariness only the most striking.
  {
    tone: 'impatient',
    from: { alone: -50, withEvidence: -400 },
    evidence: ({ view }) => saidOnce(view, builds, kindly),
    unless: ({ view }, score) =>
      (score < 100 && !weary.test(view.text) && saidOnce(view, builds, kindly) === null) ||
      ownDeed.test(view.text),
  },
);

/** Done once more for the customer, or just about to be said. */
const ownDeed =
  /刚(?:刚|才)?[还也正]?[想要](?:跟|和|给|告诉)(?:您|你)|^(?:我|这边|刚刚?)*又(?:[给帮为]您)?(?:重新)?(?:发|补|催|查|试|提交|申请|联系)[^,。!?您你]{0,3}[了过][^,。!?您你]{0,6}$/;

const weary =
  /说|讲|过了|遍|又|上面|上头|写|看|清楚|明显|明白|催|急|忙|等|知道|懂|问|烦|唉|哎|哼|呵|行了|好了|得了|够|怎么|刚|之前|前面|早|一直|老是|同样|反复|重复|没完|到底|别|不要再|翻|截图|标题|详情|页|常识|简单|颜色,颜色|\b(?:already|again|told|said|mention\w*|explain\w*|as i|as per|above|page|read|wait|busy|how many|obvious\w*|clear\w*|enough|sigh|look|yet|still|ask\w*|repeat\w*|once more|scroll|patien\w*|hurry|keep|same|like i|for the|time|label|title|queue)\b/;
