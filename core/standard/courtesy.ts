import type { TextView } from './text.ts';

const zhThanks =
  '谢谢|多谢|感谢|谢啦|谢了|谢|辛苦|麻烦|再见|拜拜|拜|晚安|回见|回聊|祝|生意兴隆|没有了|没了|没问题了|没别的|不用了|不用|不需要|没事|没关系|打扰|客气|爱你|么么哒|好评';
const zhAssent =
  '好的|好滴|好哒|好嘞|好|嗯|恩|哦|噢|喔|行|可以|可|知道|明白|了解|收到|清楚|懂|成|对|是的|是|同意|要';
const zhFiller =
  '亲爱的|亲|您|你们|你|我|先|就|那么|那|这样|都|也|老板|客服|小姐姐|姐姐|哥|美女|掌柜|啦|哈|呢|了|的|呀|啊|哟|哒|嘛|吧|呗|喽|咯|太|很|非常|十分|嘻|嘿|们|暂时|没有|等着|等|过|给|到|一下|费心|其他|其它|别的|不了|ok|k';
const enPolite =
  "thanks?|thank|thx|ty|cheers|ta|ok|okay|k|kk|great|perfect|cool|fine|good|nice|lovely|brilliant|awesome|got|see|understood|noted|will|do|sure|yes|yep|yeah|alright|right|bye|goodbye|have|day|one|evening|weekend|worries|problem|that's|that|is|all|nothing|else|appreciate|your|help|for|the|everything|so|very|much|lot|you|too|then|no|again|and|i|well|please|hear|many|a|it|to|later";

/** Longest first, so that one pass without going back reads each word whole. */
const zhWords = new RegExp(
  `${zhThanks}|${zhAssent}|${zhFiller}`
    .split('|')
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);
const enWords = new RegExp(`\\b(?:${enPolite})(?![\\w'])`, 'g');
const thanking =
  /谢|辛苦|麻烦|再见|拜|晚安|没有了|没了|不用|不需要|没事|没关系|thank|thx|cheers|bye|that's (?:all|it)|nothing else|no worries|have a |^no\b/;
const greeting = /^[^\p{L}]*(?:你好|您好|你们好|在|hi|hello|hey)(?![\p{L}])/u;
/** Enough to tell a courtesy from a list of polite words with a meaning ("is it good"). */
const enCore =
  /thank|thx|\bty\b|cheers|\bok\b|okay|\bkk?\b|great|perfect|cool|^fine|good(?:bye| day)|nice|lovely|brilliant|awesome|got it|i see|understood|noted|^sure|^yes|yep|yeah|al ?right|bye|worries|no problem|that's|that is all|all good|^no\b|appreciate/;

/**
 * Whether a message holds nothing but politeness: `thanks` closes, `assent` ("ok", "好的") may also accept an offer;
 * null where it says something.
 */
export function isCourtesy(view: TextView): 'thanks' | 'assent' | null {
  if (!view.hasWords || view.text.length > 80 || view.text.includes('?') || greeting.test(view.text))
    return null;
  const words = view.text.replace(/[^\p{L}\p{N}']+/gu, ' ').trim();
  const inEnglish = /^[ -~]*$/.test(words);
  const rest = words.replace(inEnglish ? enWords : zhWords, '').trim();
  if (rest !== '' || (inEnglish && !enCore.test(words))) return null;
  return thanking.test(words) ? 'thanks' : 'assent';
}
