import { ScriptBook } from '../agent/script-book.ts';
import { readAgent } from '../agent/reading.ts';
import type { AgentReading } from '../agent/reading.ts';
import { askedBefore, lastOfCustomer } from '../answer.ts';
import { remembering } from '../history.ts';
import type { Mark, Message, Rule, Scene } from '../rule.ts';

type Soothing = AgentReading['soothing'][number];

/** One soothing script for the third time; the second use is hinted at while it is written. */
export const repeatedSoothing: Rule = {
  id: 'repetition.soothing',
  weight: 'warn',
  moments: ['send', 'live'],
  hints: true,
  says: {
    zh: { title: '重复同一句安抚', reason: '同一句安抚话说到第三遍就成了套话；换个说法，或者说说做了什么。' },
    en: {
      title: 'Same soothing again',
      reason: 'Said a third time, a soothing line is a formula: put it differently, or say what was done.',
    },
  },
  draft(message, scene) {
    if (!soothingSoFar(scene).hasSoothed) return [];
    return usesAtLeast(2, message, scene);
  },
  turn(message, scene) {
    if (message.from !== 'agent') return [];
    return usesAtLeast(3, message, scene);
  },
};

/** The scripts of this message that are used for the n-th time or, in a draft, more often. */
function usesAtLeast(least: number, message: Message, scene: Scene): Mark[] {
  for (const soothing of readAgent(message.view).soothing) {
    const { core, start, end } = soothing;
    if (isManners(soothing, message, scene)) continue;
    const uses = 1 + usesBefore(core, message.turn, scene);
    if (least === 2 ? uses >= least : uses === least) return [{ start, end }];
  }
  return [];
}

function usesBefore(core: string, turn: number, scene: Scene): number {
  const uses = new Set<number>();
  for (const turns of soothingSoFar(scene).scripts.like(core))
    for (const one of turns) if (one < turn) uses.add(one);
  return uses.size;
}

interface SoothingSoFar {
  hasSoothed: boolean;
  /** In which turns each script was used. */
  scripts: ScriptBook<number[]>;
}

const soothingSoFar = remembering<SoothingSoFar>(
  () => ({ hasSoothed: false, scripts: new ScriptBook<number[]>(() => []) }),
  (soFar, turn, scene) => {
    if (scene.turns[turn]!.from !== 'agent') return;
    for (const soothing of scene.agent(turn).soothing) {
      soFar.hasSoothed = true;
      if (isManners(soothing, { turn, view: scene.view(turn) }, scene)) continue;
      soFar.scripts.of(soothing.core).push(turn);
    }
  },
);

/** "Sorry, there is none" to a calm question soothes nobody, and a notice of the queue only says "please wait". */
function isManners(
  { kind, words }: Soothing,
  { turn, view }: Pick<Message, 'turn' | 'view'>,
  scene: Scene,
): boolean {
  if (queue.test(view.text)) return true;
  if (kind !== 'apology' || trouble.test(words)) return false;
  return askedBefore(lastOfCustomer(turn, scene) + 1, scene).every(
    (asked) => scene.customer(asked).mood === 'calm',
  );
}

const queue = /(?:咨询|接待|排队)的?(?:量|人数|客户|顾客|人)|\b(?:high|large) (?:volume|number) of\b/;
const trouble =
  /不便|久等|麻烦|困扰|添|耽误|体验|失望|带来|让您|让你|给您|影响|我们|疏忽|失误|inconvenien|wait|delay|trouble|mistake|experience/;
