import type { Mark, Message, Rule, Scene } from '../rule.ts';
import { asks, type Sentence } from '../sentences.ts';
import { givesCause } from './redline.order-closed.cause.ts';

/** An order closed or changed that nobody asked for. In a transcript it is read from the agent saying it was done. */
export const orderClosed: Rule = {
  id: 'redline.order-closed',
  weight: 'block',
  moments: ['act'],
  says: {
    zh: {
      title: '擅自关闭或更改订单',
      reason: '会话里没有顾客的要求，订单却被取消或改动了。',
    },
    en: {
      title: 'Order closed unasked',
      reason: 'The order was closed or changed, and no request of the customer is on record.',
    },
  },
  turn(message, scene) {
    if (message.from !== 'agent' || !sign.test(message.view.text)) return [];
    const marks = message.view.sentences.flatMap((sentence) => done(sentence, message));
    return marks.length > 0 && !requested(message, scene) ? marks : [];
  },
};

const sign = /取消|关[闭掉了]|撤|作废|改|换|退|cancel|closed|changed|switched|swapped|updated|amended/;

/** Says that the agent or the shop has done it, rather than may, will, or another did. */
function done(sentence: Sentence, { view }: Message): Mark[] {
  if (asks(sentence)) return [];
  const match = chinese.exec(sentence.text) ?? english.exec(sentence.text);
  if (!match || others.test(sentence.text)) return [];
  return [view.mark(sentence.start + match.index, sentence.start + match.index + match[0].length)];
}

/** A wish of the customer before it, or an answer to the agent's own proposal of it. */
function requested({ turn }: Message, { turns, view, customer }: Scene): boolean {
  for (let i = 0; i < turn; i++) {
    if (turns[i]!.from === 'customer' && (customer(i).wantsOrderChanged || givesCause(view(i)))) return true;
    if (turns[i]!.from === 'agent' && proposes.test(view(i).text) && agrees(i, turn, view, turns))
      return true;
  }
  return false;
}

function agrees(proposal: number, turn: number, view: Scene['view'], turns: Scene['turns']): boolean {
  for (let i = proposal + 1; i < turn; i++)
    if (turns[i]!.from === 'customer' && assent.test(view(i).text)) return true;
  return false;
}

const close = '(?:取消|关闭|关掉|关了|撤销|撤掉|撤单|作废|退掉|拦截|截停)';
const change = '(?:改|换|更改|修改|变更|调换|调整)';
/** What of an order can be changed; its price is not the customer's order. */
const part =
  '(?:地址|收货|收件|尺码|码数|颜色|款式|同一款|型号|规格|口味|数量|快递|发货(?:时间|日期)|送货|预约|套餐|[smlx]+码|\\d+码|[大小]一?[码号]|[一-鿿]色|同款|另一|门店|自提|驿站)';
const finished = '(?:已经?|刚(?:刚|才)?|直接|自行|先|就)';
const over = '(?:订单|单子|了|好|掉|完|成功|过|$|[^一-鿿])';
const chinese = new RegExp(
  `${finished}[^,。!?]{0,12}?${close}${over}|(?:帮|给|为|替)(?:您|你|亲)?[^,。!?]{0,8}?${close}(?:了|掉了?|好了|完成|成功)|` +
    `订单[^,。!?]{0,12}?${close}了|${close}(?:好|完|掉|成功)(?:了|啦|咯)|` +
    `${finished}[^,。!?]{0,12}?${change}(?:成|为|到|了|发)?[^,。!?]{0,4}?${part}|` +
    `(?:帮|给|为|替)(?:您|你|亲)?${change}(?:成|为|到|发)?[^,。!?]{0,6}?${part}[^,。!?]{0,3}(?:了|发)|` +
    `${part}[^,。!?]{0,10}?${change}(?:成[^,。!?]{1,12}了|好了|掉了|过了|成了|了$|了(?=[,。!?哈哦啦]))`,
);
const english =
  /\b(?:i|we)(?:'ve| have)?(?: just| already| gone ahead and| also)* (?:cancell?ed|closed|changed|switched|swapped|updated|amended|replaced)\b[^.!?]{0,40}?\b(?:order|address|size|colou?r|item|it|purchase|delivery|quantity|one)\b|\b(?:order|address|size|colou?r|item|purchase)\b[^.!?]{0,20}?\b(?:has been|was|is now|have been|'s been)(?: now| just)? (?:cancell?ed|closed|changed|switched|swapped|updated|amended)\b/;

/** Somebody else's doing, a rule, a wish, or something that is not the order. */
const others =
  /(?<![给帮为替把])(?:您|你|顾客|买家)(?:那边|这边)?(?:已经?|自己|刚)?(?:申请|取消|改|关)|系统(?:会|将|自动)|自动(?:取消|关闭)|如果|若|要是|可以?(?:帮|给|为|取消|改|换)|能(?:取消|改|换)|会(?:帮|给|为|取消|关|被)|没(?:有)?(?:取消|改|关)|未|不(?:能|会|可以)|无法|超时|逾期|换货|换新|改善|改进|改天|改价|运费|价格|发票|(?:退款|售后|投诉|介入)申请|提醒|密码|绑定|按钮|页面|点击|(?:活动|直播|会议|演出|限制)[^,。!?]{0,6}取消|\bif\b|\bcan\b|\bwill\b|\bwould\b|not (?:been )?(?:cancel|chang|clos)|you (?:cancel|chang|clos|updat)|\bprice (?:has|is|of)|policy/;
const proposes =
  /(?:取消|关闭|改|换|退)[^。!?]{0,16}(?:吗|么|可以|行|好|如何|怎么样|[?])|(?:cancel|change|swap|switch|close|update)[^.!?]{0,40}[?]/;
const assent =
  /^(?:[^,。!?]{0,4})?(?:好|行|可以|嗯|对|是|成|要|ok|中|没问题|麻烦|同意|yes|sure|please|fine|right|yeah|yep|go ahead)/;
