import type { TextView } from './text.ts';

const zhThanks =
  '谢谢|多谢|感谢|感恩|谢啦|谢了|谢|辛苦|麻烦|再见|拜拜|掰掰|拜|晚安|回见|回聊|回头聊|下次聊|祝|生意兴隆|没有了|没了|没问题了|没别的问题|没别的|没其他|不用了|不用|不需要|没事|没关系|打扰|客气|爱你|么么哒|好评|早点下班|早点休息|早点睡|忙去|你忙|您忙|去忙|忙吧|同乐|同喜|借你吉言|借您吉言|有事再找|有问题再找|再找|再联系|好人一生平安|五星|会再来|挂了|先这样|就这样|没事了';
const zhAssent =
  '好的|好滴|好哒|好嘞|好勒|好呀|好啊|好哦|好|嗯嗯|嗯呐|嗯哪|嗯|恩|哦|噢|喔|行|可以|可|知道|明白|了解|收到|清楚|晓得|懂|妥|成|中|得嘞|得|对|是的|是|同意|要|看到|看见|找到|记下|记住|到账|有数|没毛病|没问题|放心|那就好|太好|完了就好|真好|挺好|能用|搞定|解决|弄好|等你消息|等消息|等通知|等电话|等着|等你|等';
const zhFiller =
  '亲爱的|亲|您|你们|你|我|先|就|那么|那|这样|这边|都|也|有|老板娘|老板|客服|小姐姐|小姑娘|小伙子|姑娘|姐姐|姐|妹子|小哥|师傅|大哥|哥|美女|掌柜|宝|啦|哈|呢|了|的|呀|啊|哟|哒|嘛|吧|呗|喽|咯|哎|诶|啰|喏|太|很|非常|十分|真|嘻|嘿|们|暂时|目前|没有|消息|过|给|到|一下|费心|其他|其它|别的|不了|再|下次|回头|改天|哦|噢|ok|k|okk|thx|thanks|thank you|bye|3q|yes';
const enPolite =
  "thanks?|thank|thx|ty|tysm|cheers|ta|ok|okay|oki|k|kk|great|perfect|cool|fine|good|nice|lovely|brilliant|awesome|super|got|see|ya|understood|noted|will|do|sure|yes|yep|yeah|alright|right|bye|goodbye|night|goodnight|have|day|one|evening|weekend|worries|problem|that's|thats|that|this|is|all|nothing|else|appreciate|appreciated|your|help|for|the|everything|everything's|so|very|much|lot|u|you|too|then|no|again|and|i|i'm|we|well|please|pls|hear|many|a|an|it|to|later|now|sounds|makes|sense|works|done|sorted|found|received|wait|waiting|from|there|take|care|speak|soon|bit|love|welcome|was|really|up";

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
  /谢|辛苦|麻烦|再见|拜|晚安|没有了|没了|没别|没其他|不用|不需要|没事|没关系|感恩|掰掰|忙|回头聊|下班|休息|同乐|吉言|挂了|再找|thank|thx|\bty\b|cheers|bye|see ya|night|take care|appreciat|that'?s (?:all|it)|nothing else|no worries|have a |^no\b/;
const greeting = /^[^\p{L}]*(?:你好|您好|你们好|在|hi|hello|hey)(?![\p{L}])/u;
/** Enough to tell a courtesy from a list of polite words with a meaning ("is it good"). */
const enCore =
  /thank|thx|\bty\b|cheers|\bok\b|okay|\bkk?\b|great|perfect|cool|^fine|good(?:bye| day)|nice|lovely|brilliant|awesome|got it|i see|understood|noted|^sure|^yes|yep|yeah|al ?right|bye|worries|no problem|that'?s|that is all|all good|^no\b|appreciate|sounds|makes sense|sorted|found it|received|take care|night|\bu too\b|see ya|super/;

/**
 * Whether a message holds nothing but politeness: `thanks` closes, `assent` ("ok", "好的") may also accept an offer;
 * null where it says something.
 */
export function isCourtesy(view: TextView): 'thanks' | 'assent' | null {
  if (!view.hasWords || view.text.length > 60 || view.text.includes('?') || greeting.test(view.text))
    return null;
  const words = view.text.replace(/[^\p{L}\p{N}']+/gu, ' ').trim();
  const inEnglish = /^[ -~]*$/.test(words);
  const rest = words.replace(inEnglish ? enWords : zhWords, '').trim();
  if (rest !== '' || (inEnglish && !enCore.test(words))) return null;
  return thanking.test(words) ? 'thanks' : 'assent';
}
