import type { Rule } from '../rule.ts';
import type { TextView } from '../text.ts';

/** The first words of a call: company, work number, offer of help. */
export const opening: Rule = {
  id: 'phone.opening',
  weight: 'note',
  moments: ['after'],
  says: {
    zh: { title: '电话开头不完整', reason: '接起电话先报公司、工号，再问能帮什么，顾客才知道在和谁说话。' },
    en: {
      title: 'Incomplete opening',
      reason: 'A call opens with the company, the work number and an offer of help.',
    },
  },
  turn(message, scene) {
    if (scene.facts.channel !== 'phone' || message.from !== 'agent') return [];
    const isFirst = scene.turns.findIndex(({ from }) => from === 'agent') === message.turn;
    return isFirst && !isComplete(message.view) ? [message.view.markAll()] : [];
  },
};

const number =
  /工号(?:是|为|:)? ?[a-z]{0,3}[\d零〇一幺二三四五六七八九十]+|[\d零〇一幺二三四五六七八九]{2,}号|(?:客服|坐席|专员|接线员)[a-z]{0,2}\d+|\b(?:agent|number|no|id|advisor|adviser|operator|representative|rep|extension|badge)(?: number| no| id)?[ .:#]*[a-z]{0,2}\d+/;
const help =
  /帮|服务|效劳|协助|请讲|请说|需要|咨询(?:什么|哪)|\b(?:help|assist|do for you|at your service|support you)\b/;
/** A call that the agent made: says who is wanted instead of offering help. */
const outbound =
  /请问(?:您)?是|是.{1,8}(?:先生|女士|小姐|本人)吗|回访|给[您你]回电|\b(?:am i speaking|is this|calling (?:you )?(?:back|about|from)|may i speak)\b/;
/** All words of an opening but the company's name. */
const frame =
  /[您你]好|(?:早上|上午|中午|下午|晚上)好|喂|这里是|这边是|我是|欢迎[您你]?(?:的)?(?:致电|来电|拨打)?|感谢[您你]?的?(?:致电|来电|拨打|等待)|很?高兴|(?:竭诚)?为[您你](?:竭诚)?(?:提供)?服务|客服(?:专员|热线|中心|部)?|坐席|专员|工号|请问|请讲|请说|[有我](?:什么|能|可以)?[^,。?!]{0,8}[帮服效协][^,。?!]{0,8}|吗|呢|的|吧|先生|女士|[您你]|哪位|什么事|有事|\b(?:good (?:morning|afternoon|evening|day)|hello|hi|hey|this is|speaking|thank you for calling|thanks for calling|welcome to|you(?:'re| are) through to|(?:my name is|i'm|i am) \w+|agent|number|badge|operator|advisor|how (?:may|can|could) (?:i|we) (?:help|assist)(?: you)?(?: today)?|what can (?:i|we) do for you(?: today)?|who(?:'s| is) (?:this|that|calling)|yes|yeah|what)\b/g;

function isComplete({ text }: TextView): boolean {
  const rest = text.replace(number, ' ').replace(frame, ' ');
  const company = /[\u3400-\u9fff]{2}|[a-z]{3}/.test(rest);
  return company && number.test(text) && (help.test(text) || outbound.test(text));
}
