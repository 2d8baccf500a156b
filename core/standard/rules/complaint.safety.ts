import type { Rule, Scene } from '../rule.ts';

/** The customer reports that somebody was hurt or is in danger. */
export const safety: Rule = {
  id: 'complaint.safety',
  weight: 'alert',
  moments: ['live'],
  says: {
    zh: { title: '顾客报告人身安全', reason: '顾客说有人受伤或有危险，主管要马上知道，先问人，再谈货。' },
    en: {
      title: 'Harm reported',
      reason: 'The customer reports that somebody was hurt or is in danger: a supervisor must know now.',
    },
  },
  turn(message, scene) {
    if (message.from !== 'customer') return [];
    const { harm } = scene.customer(message.turn);
    return harm && !reportedBefore(message.turn, scene) ? [harm] : [];
  },
};

/** One alert an event: more of the same, and answers to "how is it now?", raise no second one. */
function reportedBefore(turn: number, scene: Scene): boolean {
  for (let i = 0; i < turn; i++)
    if (scene.turns[i]!.from === 'customer' && scene.customer(i).harm) return true;
  return false;
}
