import type { PlanKind } from '../agent/kinds.ts';
import { readAgent } from '../agent/reading.ts';
import type { Rule } from '../rule.ts';
import { planHistory } from './repetition.plan.history.ts';

/** A plan that was turned down is offered again, or one plan a third time. */
export const repeatedPlan: Rule = {
  id: 'repetition.plan',
  weight: 'warn',
  moments: ['send'],
  says: {
    zh: {
      title: '重复同一个方案',
      reason: '顾客已经拒绝过的方案又提了一次，或者同一个方案提了三次。换一种方案。',
    },
    en: {
      title: 'Same plan again',
      reason: 'A plan that was turned down is offered again, or one plan a third time. Offer another kind.',
    },
  },
  draft({ view }, scene) {
    const past = planHistory(scene);
    if (!past.mayBeRepeatedIn(view)) return [];
    const again = readAgent(view).plans.find(
      ({ kind, core, isOffer }) =>
        isOffer && isPlanOfItsOwn(kind, core) && (past.refused.has(kind) || past.isWornOut(kind, core)),
    );
    return again ? [again] : [];
  },
};

/** Asking for patience, or to be heard again, changes no outcome; waiting until a day is a plan. */
const isPlanOfItsOwn = (kind: PlanKind, core: string) =>
  kind !== 'callback' && (kind !== 'wait' || /[天号日周月时]|货|days?|hours?|weeks?|until/.test(core));
