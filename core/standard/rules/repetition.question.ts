import { readAgent } from '../agent/reading.ts';
import type { Slot } from '../customer/slot.ts';
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
    const { asksFor } = readAgent(view);
    if (asksFor.length === 0) return [];
    const again = asksFor.find(({ slot, start, end }) => {
      const question = readable(view.original.slice(start, end));
      return scene.turns.some(
        (_, turn) =>
          gives(slot, turn, scene) &&
          (slot !== 'photo' || isForThis(turn, scene)) &&
          !movedOn(turn, scene) &&
          !isAskedAnew(slot, question, view.text, contextOf(turn, scene)),
      );
    });
    return again ? [again] : [];
  },
};

const readable = (words: string) => words.normalize('NFKC').toLowerCase();

function gives(slot: Slot, turn: number, scene: Scene): boolean {
  return scene.turns[turn]!.from === 'customer' && scene.customer(turn).gives.includes(slot);
}

/** A picture answers what was just spoken of: it came last, or because it was asked for. */
function isForThis(turn: number, scene: Scene): boolean {
  if (scene.turns.slice(turn + 1).every(({ from }) => from === 'customer')) return true;
  const before = agentBefore(turn, scene);
  return before >= 0 && scene.agent(before).asksFor.some(({ slot }) => slot === 'photo');
}

/** The customer has come to another one since. */
function movedOn(turn: number, scene: Scene): boolean {
  return scene.turns.some(
    ({ from }, i) => i > turn && from === 'customer' && oneMore.test(scene.view(i).text),
  );
}

const oneMore =
  /(?:还有|另外?|别的|其[他它]|重新|重拍|新的?|刚又)[^,。!?]{0,6}(?:单|订|个|箱|件|笔|地址|号码)|\b(?:another|other|second|new) (?:order|one|item|parcel|address|number)\b/;

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
