import { plansNamed } from '../agent/plans.ts';
import type { PlanKind } from '../agent/kinds.ts';
import type { AgentReading } from '../agent/reading.ts';
import { readAgent } from '../agent/reading.ts';
import { likeness } from '../agent/script.ts';
import type { Rule, Scene } from '../rule.ts';

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
    const { plans } = readAgent(view);
    if (plans.length === 0 || scene.turns.length < 2) return [];
    const past = planHistory(scene);
    const again = plans.find(
      ({ kind, core, isOffer }) =>
        isOffer &&
        isPlanOfItsOwn(kind, core) &&
        (past.refused.has(kind) || past.offers(kind, core) >= allowed),
    );
    return again ? [again] : [];
  },
};

/** Asking for patience, or to be heard again, changes no outcome; waiting until a day is a plan. */
const isPlanOfItsOwn = (kind: PlanKind, core: string) =>
  kind !== 'callback' && (kind !== 'wait' || /[天号日周月时]|货|days?|hours?|weeks?|until/.test(core));

/** A plan may be offered twice. */
const allowed = 2;

interface History {
  /** Turned down, and neither wanted nor offered again since. */
  refused: ReadonlySet<PlanKind>;
  /** In how many earlier answers it was offered in nearly these words. */
  offers(kind: PlanKind, core: string): number;
}

function planHistory(scene: Scene): History {
  const refused = new Set<PlanKind>();
  const offered: { kind: PlanKind; core: string; answer: number }[] = [];
  let last: PlanKind[] = [];
  let answer = 0;
  let open = false;
  scene.turns.forEach(({ from }, turn) => {
    if (from === 'customer') hear(turn);
    else if (from === 'agent') offer(scene.agent(turn).plans);
  });
  return {
    refused,
    offers: (kind, core) => {
      const like = offered.filter((past) => past.kind === kind && isAlike(past.core, core));
      const before = like.filter((past) => !open || past.answer !== answer);
      return like.length > before.length ? 0 : new Set(before.map((past) => past.answer)).size;
    },
  };

  function offer(plans: AgentReading['plans']) {
    if (plans.length === 0) return;
    if (!open) {
      open = true;
      answer++;
      last = [];
    }
    for (const { kind, core } of plans) {
      last.push(kind);
      // Offered again: the next one is a fault only after the next refusal.
      refused.delete(kind);
      offered.push({ kind, core, answer });
    }
  }

  function hear(turn: number) {
    open = false;
    const { refuses, accepts } = scene.customer(turn);
    const named = plansNamed(scene.view(turn));
    if (refuses) {
      const meant = last.filter((kind) => named.has(kind));
      for (const kind of meant.length > 0 ? meant : last.filter(isMatter)) refused.add(kind);
    } else {
      for (const kind of accepts && named.size === 0 ? last : named) refused.delete(kind);
    }
  }
}

/** Being called or passed up is refused only by name: a "no" is said to what would settle the matter. */
const isMatter = (kind: PlanKind) => kind !== 'callback' && kind !== 'escalate';

/** Half of their pairs of characters in common: the same plan, perhaps with another figure. */
function isAlike(one: string, other: string): boolean {
  return one === other || likeness(one, other) >= 0.5;
}
