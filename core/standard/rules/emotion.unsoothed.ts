import { answerBefore, exchangeAt } from '../answer.ts';
import type { Rule, Scene } from '../rule.ts';

/** The customer is dissatisfied or turned a plan down, and nothing in the whole answer soothes. */
export const unsoothed: Rule = {
  id: 'emotion.unsoothed',
  weight: 'warn',
  weightAfter: 'note',
  moments: ['live', 'after'],
  says: {
    zh: {
      title: '没有安抚',
      reason: '顾客不满意或拒绝了方案，整段回复里没有道歉、理解、安慰，也没有说清自己马上做什么。',
    },
    en: {
      title: 'Left unsoothed',
      reason: 'The customer is unhappy or turned the plan down, and nothing in the answer soothes.',
    },
  },
  turn(message, scene) {
    const exchange = exchangeAt(message, scene);
    if (!exchange?.asked.some((turn) => wantsSoothing(turn, scene))) return [];
    const soothed = exchange.answer.some((turn) => scene.agent(turn).soothing.length > 0);
    return soothed ? [] : [message.view.markAll()];
  },
};

function wantsSoothing(turn: number, scene: Scene): boolean {
  const { upset, refuses } = scene.customer(turn);
  return upset || (refuses !== null && hadPlan(turn, scene));
}

/** Only a plan can be turned down: "no" to a fact is none. */
function hadPlan(turn: number, scene: Scene): boolean {
  return answerBefore(turn, scene).some((said) => scene.agent(said).plans.length > 0);
}
