import { answerAt, askedBefore } from '../answer.ts';
import type { Scene } from '../rule.ts';
import { toneRule } from '../tone/tone-rule.ts';

/** Orders the customer about without courtesy. */
export const command = toneRule(
  {
    id: 'attitude.command',
    weight: 'warn',
    says: {
      zh: { title: '命令顾客', reason: '这样说像在下命令，请加上“麻烦您”，或者换成您来做。' },
      en: { title: 'Ordering about', reason: 'It reads as an order. Ask, or offer to do it yourself.' },
    },
  },
  {
    tone: 'command',
    from: { alone: -60 },
    unless: ({ view: { text }, turn }, score, scene) =>
      kindly.test(text) ||
      (score < 60 && !bossy.test(text) && askedHow(turn, scene)) ||
      (score < 80 && (asked.test(text) || soft.test(text))) ||
      (score < 150 && !orders.test(text)),
  },
);

/** In the form of an order, and yet a kindness: no need for thanks or worry, go and see that lovely park. */
const kindly =
  /[别不](?:要|用)?(?:那么|这么|太|跟我|和我)?(?:客气|见外|担心|害怕|难过|客套)|(?:去|到|逛逛?|玩玩?|尝尝?|试试).{2,24}[吧呗呀哦](?:[,。!~]|$)|必[去吃逛打]|推荐|\bdon't (?:worry|mention it|be sorry)\b|\benjoy\b/;

/** A request, unless the rest is all command. */
const asked = /请|麻烦|劳驾|烦请|辛苦您|方便的话|\b(?:please|kindly|could you|would you|can you)\b/;

/** Said lightly: a particle at the end, a verb said twice. */
const soft = /(?:[呢哈哦吧啦呀哒~]|一下|下)[,。!~\s]*$|(.)\1[^,]{0,3}$/;

/** Sent off to look, to wait or to hurry; what else is to be done with a thing is how to use it. */
const bossy = /[看查找问想等快赶催听别闭少急滚先说读慢吵闹去]|[a-z]{3}/;

/** What an order is made of, but for the most striking. */
const orders =
  /别|不[要许准]|自己|自行|等|快|赶|抓紧|立刻|去|给我|看|读|问|找|查|发[来过我]|说|讲|闭|少|先|把[^手]|听|想|量|滚|安静|冷静|催|急|吵|闹|废|啰|\b(?:wait|stop|send|read|look|go|check|don't|do not|calm|hurry|just|ask|call|google|scroll|figure|make up|give|tell|keep|listen|shut|quiet|enough|try|get|move|decide|pick)\b/;

/** The customer wants to know what to do. */
function askedHow(turn: number, scene: Scene): boolean {
  const [first = turn] = answerAt(turn, scene).turns;
  return askedBefore(first, scene).some((one) => scene.customer(one).asks);
}
