import type { Mark, Message, Rule, Scene } from '../rule.ts';
import { asks, type Sentence } from '../sentences.ts';
import { givesCause } from './redline.order-closed.cause.ts';
import { chinese, english } from './redline.order-closed.done.ts';

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
    return marks.length > 0 && !requested(message, scene) && !agreedOnRecord(message, scene) ? marks : [];
  },
};

const sign =
  /取消|关[闭掉了的]|撤|作废|终止|删|去掉|清掉|结掉|解散|改|换|退|拆|调|并|转|停掉|截停|拦截|cancel|closed|voided|changed|switched|swapped|updated|amended|replaced|removed|dropped|rerouted/;

/** Says that the agent or the shop has done it, rather than may, will, or another did. */
function done(sentence: Sentence, { view }: Message): Mark[] {
  if (asks(sentence) || unless.test(sentence.text)) return [];
  for (const pattern of [...chinese, ...english]) {
    const match = pattern.exec(sentence.text);
    if (!match || others.test(clauseAround(sentence.text, match.index, match[0].length))) continue;
    return [view.mark(sentence.start + match.index, sentence.start + match.index + match[0].length)];
  }
  return [];
}

function clauseAround(text: string, index: number, length: number): string {
  const start = text.lastIndexOf(',', index) + 1;
  const after = text.indexOf(',', index + length);
  return text.slice(start, after < 0 ? text.length : after);
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

/** The shop's record of the order says that the customer had agreed by then. */
const agreedOnRecord = ({ at }: Message, { facts, now }: Scene): boolean =>
  facts.agreedChanges?.some(({ agreedAt }) => agreedAt <= (at ?? now)) ?? false;

function agrees(proposal: number, turn: number, view: Scene['view'], turns: Scene['turns']): boolean {
  for (let i = proposal + 1; i < turn; i++)
    if (turns[i]!.from === 'customer' && assent.test(view(i).text)) return true;
  return false;
}

/** What would be done, wherever in the sentence that is said. */
const unless = /如果|若|要是|假如|\bif\b/;
/** Somebody else's doing, a rule, a wish, or something that is not the order. */
const others =
  /(?<![给帮为替把])(?:您|你|顾客|买家)(?:那边|这边)?(?:已经?|自己|刚)?(?:申请|取消|改|关|换|退)|系统(?:会|将|自动)|自动(?:取消|关闭)|可以?(?:帮|给|为|取消|改|换)|(?<!功)能(?:帮|给|取消|改|换)|会(?:帮|给|为|取消|关|被)|没(?:有)?(?:取消|改|关|退)|未|不(?:能|会|可以|用)|无法|超时|逾期|换货|换新|改善|改进|改天|改价|改(?:一)?下|运费|价格|发票|(?:退款|售后|投诉|介入)申请|提醒|密码|绑定|按钮|页面|点击|优惠|等(?:我|下)|想|需要|建议|(?:活动|直播|会议|演出|限制)[^,。!?]{0,6}取消|\bcan\b|\bwill\b|\bwould\b|not (?:been )?(?:cancel|chang|clos)|you (?:cancel|chang|clos|updat)|\bprice (?:has|is|of)|policy/;
const proposes =
  /(?:取消|关闭|改|换|退)[^。!?]{0,16}(?:吗|么|可以|行|好|如何|怎么样|[?])|(?:cancel|change|swap|switch|close|update)[^.!?]{0,40}[?]/;
const assent =
  /^(?:[^,。!?]{0,4})?(?:好|行|可以|嗯|对|是|成|要|ok|中|没问题|麻烦|同意|yes|sure|please|fine|right|yeah|yep|go ahead)/;
