import { askedBefore } from '../answer.ts';
import { isDissatisfied } from '../mood.ts';
import { moodNow } from '../mood-now.ts';
import type { Rule, Scene } from '../rule.ts';

/** The agent ends, resolves or passes on a conversation whose customer is unhappy and has accepted no plan. */
export const cutOff: Rule = {
  id: 'complaint.cut-off',
  weight: 'warn',
  moments: ['act'],
  says: {
    zh: {
      title: '顾客不满时结束了会话',
      reason: '顾客还不满意，也没有接受任何方案，就结束、解决或转走了会话。',
    },
    en: {
      title: 'Cut off',
      reason:
        'The conversation was ended or passed on while the customer is unhappy and has accepted no plan.',
    },
  },
  conversation(scene) {
    const turn = scene.turns.length - 1;
    if (turn < 0 || !endedByAgent(scene) || !wouldCutOff(scene)) return [];
    return [{ turn, ...scene.view(turn).markAll() }];
  },
};

/** Whether ending, resolving or passing on the conversation now would cut the customer off. */
export function wouldCutOff(scene: Scene): boolean {
  if (!isDissatisfied(moodNow(scene.turns))) return false;
  for (let i = scene.turns.length - 1; i >= 0; i--) {
    if (scene.turns[i]!.from !== 'customer') continue;
    const { accepts, courtesy, mood, refuses } = scene.customer(i);
    if (accepts || courtesy !== null || (mood !== 'strong' && thanks.test(scene.view(i).text))) return false;
    if (isDissatisfied(mood) || refuses) return true;
  }
  return false;
}

const thanks = /谢谢|感谢|多谢|没有?(?:别的|其他)?问题了|\bthank/;

function endedByAgent(scene: Scene): boolean {
  if (scene.ended) return scene.ended.by === 'agent';
  const last = scene.turns.length - 1;
  if (scene.turns[last]!.from !== 'agent') return false;
  return scene.agent(last).ends !== null || passedOn(last, scene);
}

/** A transfer that the customer asked for is no cut-off. */
function passedOn(turn: number, scene: Scene): boolean {
  const agreed = askedBefore(turn, scene).some((asked) => scene.customer(asked).wantsPerson);
  return !agreed && scene.agent(turn).transfers !== null;
}
