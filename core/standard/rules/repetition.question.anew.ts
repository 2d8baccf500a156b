import type { Slot } from '../customer/slot.ts';

/** What the customer wrote when giving it, and what the agent had said just before. */
interface Given {
  given: string;
  prompt: string;
}

/** Whether a question is about something else than what was given, or what was given could not be used. */
export function isAskedAnew(slot: Slot, question: string, message: string, context: Given): boolean {
  if (another.test(message)) return true;
  if (slot === 'photo') return showsElse(question, context);
  if (slot === 'order' && certain.test(question)) return true;
  if (slot === 'order') return tracking.test(question) !== tracking.test(context.given + context.prompt);
  if (slot === 'address') return receiving.test(question) && invoiced.test(context.given);
  if (slot === 'size')
    return measures.some((measure) => measure.test(question) && !measure.test(context.given));
  return false;
}

/** Another thing of the kind, or one that can be read. */
const another =
  /另(?:外|一|有|还)|任(?:意|何|一)|[\dx\]]开头|别的|其[他它]|第二|换(?:一)?[个张]|新的?(?:地址|号码|手机|电话|订单|单)|都|分别|哪(?:一)?(?:个|笔)|支付的|备用|细节|角度|侧面|背面|正面|反面|内部|里面|全景|整体|吊牌|标签|面单|外包装|收款|支付|模糊|看不(?:清|到|见)|不(?:太|够|是很)?(?:清晰|清楚|完整|全|对|正确|匹配)|没(?:看清|显示|加载|传|收到|发出|查到|有查到|找到|搜到|发成功|上传)|打不开|查不到|找不到|搜不到|查无|少(?:了)?(?:一|几)?位|多(?:了)?(?:一|几)?位|有误|错误|失败|无效|空号|打不通|未接|\b(?:another|other|second|different|new|clearer|close-?up|blurry|blurred|unreadable|unclear|didn't (?:load|come|go|get)|couldn't|can't (?:read|see|find|open|make)|cannot|not (?:found|clear|readable|valid)|invalid|missing a|wrong|doesn't (?:match|exist|work|come up)|label|tag|back|side|inside)\b/;

/** A certain order, not the one that was given. */
const certain = /(?:之前|原来?|旧|老|预定|需要|付款|当时|拆分|上次|历史|对应)[^,]{0,10}(?:订单|单号)/;
const tracking = /运单|快递单|物流单|退货单|退回的?单|寄回的?单|tracking/;
/** Where a firm is registered is not where its parcels go. */
const invoiced = /发票|开票|专票|增票|抬头|纳税|税号|注册|开户|\b(?:invoice|vat|tax|registered)\b/;
const receiving = /收|寄|送|派|\b(?:deliver|ship|send|receive)/;
/** What can be measured: how it is asked for, and how it looks when it is given. */
const measures = [
  /身高|多高|\d{3}|height|tall/,
  /体重|多重|公斤|斤|\d{2,3} ?kg|\/\d{2,3}|\d{3} ?\d{2,3}|weigh|lbs?/,
  /围|waist|chest|hip|bust/,
  /脚长|foot/,
];

/** A picture of something that neither the customer nor the earlier question spoke of. */
function showsElse(question: string, { given, prompt }: Given): boolean {
  const thing = question.replace(asking, '');
  if (thing.length < 2) return false;
  const known = given + prompt;
  for (let i = 0; i + 1 < thing.length; i++) if (known.includes(thing.slice(i, i + 2))) return false;
  return true;
}

/** The words of the request itself. */
const asking =
  /亲+|[您你]好(?!评)|您|你|麻烦|请问?|劳驾|辛苦|方便|可以|能否|能不能|能|需要|帮忙|提供|上传|发送?|拍摄?|传|给|我们?|一下|看看|看|下|个|张|段|几|来|过|照片|照|图片|图|相片|视频|截图|实物|现[场象状]|情况|商品|产品|东西|问题|的|吗|吧|呢|哦|哈|呀|喔|把|先|再|也|一|让|这边|核实|确认|\b(?:could|can|would|please|you|send|share|me|us|a|an|the|of|some|photos?|pictures?|pics?|videos?|images?|snap|take|upload|provide|it|item|product|show|let|see|so|we|i|to|and|check)\b|[^\p{L}\p{N}]/gu;
