import { readAgent } from '../agent/reading.ts';
import type { Slot } from '../customer/slot.ts';
import { remembering } from '../history.ts';
import type { Rule, Scene } from '../rule.ts';
import { isAskedAnew } from './repetition.question.anew.ts';

/** Asks again for what the customer has given. */
export const repeatedQuestion: Rule = {
  id: 'repetition.question',
  weight: 'warn',
  moments: ['send'],
  says: {
    zh: { title: '重复提问', reason: '顾客已经给过的信息又问了一遍。请先看上文；要确认就说出已知的内容。' },
    en: {
      title: 'Asked again',
      reason: 'The customer has given this already. Look above; to confirm, say what you have.',
    },
  },
  draft({ view }, scene) {
    const given = givenIn(scene);
    if (given.turns.size === 0) return [];
    const again = readAgent(view).asksFor.find(({ slot, start, end }) => {
      const question = readable(view.original.slice(start, end));
      return given.turns
        .get(slot)
        ?.some(
          (turn) =>
            (slot !== 'photo' || isForThis(turn, given, scene)) &&
            turn >= (slot === 'order' ? Math.max(given.movedOn, given.ordersAnew) : given.movedOn) &&
            !isAskedAnew(slot, question, view.text, contextOf(turn, scene)),
        );
    });
    return again ? [again] : [];
  },
};

const readable = (words: string) => words.normalize('NFKC').toLowerCase();

interface Given {
  /** In which turns the customer gave what. */
  turns: Map<Slot, number[]>;
  /** The last turn by which the customer came to another one; -1 where they never did. */
  movedOn: number;
  /** The last turn by which another order was to be placed, or had been; -1 where none was. */
  ordersAnew: number;
  /** The last turn that is not the customer's. */
  answered: number;
}

const givenIn = remembering<Given>(
  () => ({ turns: new Map(), movedOn: -1, ordersAnew: -1, answered: -1 }),
  (given, turn, { turns, customer, view }) => {
    const { from } = turns[turn]!;
    if (from === 'agent' && toOrder.test(view(turn).text)) given.ordersAnew = turn;
    if (from !== 'customer') {
      given.answered = turn;
      return;
    }
    if (hasOrdered.test(view(turn).text)) given.ordersAnew = turn;
    for (const slot of customer(turn).gives) {
      const before = given.turns.get(slot);
      if (before) before.push(turn);
      else given.turns.set(slot, [turn]);
    }
    if (oneMore.test(view(turn).text)) given.movedOn = turn;
  },
);

/** A picture answers what was just spoken of: it came last, or because it was asked for. */
function isForThis(turn: number, given: Given, scene: Scene): boolean {
  if (given.answered < turn) return true;
  const before = agentBefore(turn, scene);
  return before >= 0 && scene.agent(before).asksFor.some(({ slot }) => slot === 'photo');
}

const oneMore =
  /(?:还有|另外?|别的|其[他它]|重新|重拍|新的?|刚又)[^,。!?]{0,6}(?:单|订|个|箱|件|笔|地址|号码)|\b(?:another|other|second|new) (?:order|one|item|parcel|address|number)\b/;

/** The agent has the customer place or pay for another order. */
const toOrder =
  /(?:新的?|重新?)(?:订单|下单|拍|买|购)|(?:现在|尽快|直接|可以|方便|您|你|先)[^,。!?]{0,3}(?:下单|拍下|付款|支付)(?!成功|完成|[后的时了])|(?:支付|付款|购买|补差价?|补拍|下单)的?链接|\b(?:place|make) (?:a|an|the|another|your) (?:new )?order\b|\bre-?order\b/;
/** The customer has just done so. */
const hasOrdered =
  /(?:拍|付|下|买)(?:好|完)(?:单|款)?(?:了|啦)|^(?:我)?(?:已经?)?(?:重新?)?(?:付款|支付|下单|拍|付|下)了|\b(?:placed|ordered|paid)\b[^.?!]{0,12}\b(?:now|just|again|new)\b/;

function agentBefore(turn: number, { turns }: Scene): number {
  let before = turn - 1;
  while (before >= 0 && turns[before]!.from !== 'agent') before--;
  return before;
}

/** What the customer wrote when giving it, after what the agent had said. */
function contextOf(turn: number, scene: Scene) {
  const before = agentBefore(turn, scene);
  return { given: scene.view(turn).text, prompt: before < 0 ? '' : scene.view(before).text };
}
