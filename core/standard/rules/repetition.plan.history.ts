import { mayPlan, plansNamed } from '../agent/plans.ts';
import type { PlanKind } from '../agent/kinds.ts';
import type { AgentReading } from '../agent/reading.ts';
import { likeness } from '../agent/script.ts';
import { remembering } from '../history.ts';
import type { Scene } from '../rule.ts';
import type { TextView } from '../text.ts';

/** A plan may be offered twice. */
const allowed = 2;

/** What was offered in an episode so far, and what the customer turned down. */
class PlanHistory {
  /** Turned down, and neither wanted nor offered again since. */
  readonly refused = new Set<PlanKind>();
  /** Taken by the customer just now: naming it is no offer. */
  private readonly agreed = new Set<PlanKind>();
  private readonly offered = new Map<PlanKind, { core: string; answer: number }[]>();
  private last: PlanKind[] = [];
  private answer = 0;
  private isOpen = false;

  read(turn: number, scene: Scene): void {
    const { from } = scene.turns[turn]!;
    if (from === 'customer') this.hear(turn, scene);
    else if (from === 'agent') this.offer(scene.agent(turn).plans);
  }

  /** Whether a message may offer what was turned down, or one time too many. */
  mayBeRepeatedIn(view: TextView): boolean {
    for (const kind of this.refused) if (mayPlan(view, kind)) return true;
    for (const [kind, offers] of this.offered)
      if (offers.length >= allowed && mayPlan(view, kind)) return true;
    return false;
  }

  /** Whether a plan was offered in as many earlier answers as it may be, in nearly these words. */
  isWornOut(kind: PlanKind, core: string): boolean {
    if (this.agreed.has(kind)) return false;
    const offers = this.offered.get(kind) ?? [];
    const answers = new Set<number>();
    for (let i = offers.length - 1; i >= 0; i--) {
      const past = offers[i]!;
      const isOfThis = this.isOpen && past.answer === this.answer;
      if (!isOfThis && answers.size >= allowed) break;
      if (!isAlike(past.core, core)) continue;
      // The same answer goes on.
      if (isOfThis) return false;
      answers.add(past.answer);
    }
    return answers.size >= allowed;
  }

  private offer(plans: AgentReading['plans']): void {
    if (plans.length === 0) return;
    if (!this.isOpen) {
      this.isOpen = true;
      this.answer++;
      this.last = [];
    }
    for (const { kind, core } of plans) {
      this.last.push(kind);
      // Offered again: the next one is a fault only after the next refusal.
      this.refused.delete(kind);
      const offers = this.offered.get(kind);
      if (offers) offers.push({ core, answer: this.answer });
      else this.offered.set(kind, [{ core, answer: this.answer }]);
    }
  }

  private hear(turn: number, scene: Scene): void {
    // Said yes to what was answered before; now it is this answer that counts.
    if (this.isOpen) this.agreed.clear();
    this.isOpen = false;
    const { refuses, accepts } = scene.customer(turn);
    const named = plansNamed(scene.view(turn));
    if (refuses) {
      const meant = this.last.filter((kind) => named.has(kind));
      for (const kind of meant.length > 0 ? meant : this.last.filter(isMatter)) {
        this.refused.add(kind);
        this.agreed.delete(kind);
      }
    } else {
      for (const kind of accepts && named.size === 0 ? this.last : named) {
        this.refused.delete(kind);
        if (accepts) this.agreed.add(kind);
      }
    }
  }
}

export const planHistory = remembering(
  () => new PlanHistory(),
  (history, turn, scene) => history.read(turn, scene),
);

/** Being called or passed up is refused only by name: a "no" is said to what would settle the matter. */
const isMatter = (kind: PlanKind) => kind !== 'callback' && kind !== 'escalate';

/** Half of their pairs of characters in common: the same plan, perhaps with another figure. */
function isAlike(one: string, other: string): boolean {
  return one === other || likeness(one, other) >= 0.5;
}
