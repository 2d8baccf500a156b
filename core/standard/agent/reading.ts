import type { Slot } from '../customer/slot.ts';
import type { Mark } from '../mark.ts';
import type { TextView } from '../text.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { onceForView } from '../once.ts';
import { endingIn, isBareAssent, transferIn } from './endings.ts';
import { mostPlansIn, plansIn } from './plans.ts';
import { coreOf } from './script.ts';
import { mayAsk, questionsIn } from './questions.ts';
import { maySoothe, soothingIn } from './soothing.ts';
import type { PlanKind, SoothingKind } from './kinds.ts';

/** What is understood of one agent message. Marks are offsets into the original text. */
export interface AgentReading {
  /** Parts that soothe: an apology, empathy, reassurance, taking charge with something concrete. */
  soothing: readonly (Mark & { kind: SoothingKind; words: string; core: string })[];
  /** Plans that are offered or announced, each kind once. */
  plans: readonly (Mark & { kind: PlanKind; core: string; isOffer: boolean })[];
  /** What the customer is asked to give; confirming what is known is none. */
  asksFor: readonly (Mark & { slot: Slot })[];
  /** Nothing but a bare "ok", "noted". */
  bareAssent: boolean;
  /** Says that the conversation ends here. */
  ends: Mark | null;
  /** Hands the customer to somebody else. */
  transfers: Mark | null;
  /** Takes it up to a lead, supervisor or specialist. */
  escalates: Mark | null;
}

class Reading implements AgentReading {
  private readonly view: TextView;
  private clauses: readonly Clause[] | undefined;
  private readonly made: Partial<AgentReading> = {};

  constructor(view: TextView) {
    this.view = view;
  }

  get soothing() {
    return (this.made.soothing ??= soothingIn(this.partsIf(maySoothe)).map(({ kind, clause }) => ({
      ...this.mark(clause),
      kind,
      words: clause.text,
      core: coreOf(clause.text),
    })));
  }

  get plans() {
    return (this.made.plans ??= plansIn(this.partsIf((view) => mostPlansIn(view) > 0)).map(
      ({ kind, clause, isOffer }) => ({
        ...this.mark(clause),
        kind,
        isOffer,
        core: coreOf(clause.text),
      }),
    ));
  }

  get asksFor() {
    return (this.made.asksFor ??= questionsIn(this.partsIf(mayAsk)).map(({ slot, clause }) => ({
      ...this.mark(clause),
      slot,
    })));
  }

  get bareAssent() {
    return (this.made.bareAssent ??= isBareAssent(this.view));
  }

  get ends() {
    return this.first('ends', endingIn);
  }

  get transfers() {
    return this.first('transfers', transferIn);
  }

  get escalates() {
    return this.plans.find(({ kind }) => kind === 'escalate') ?? null;
  }

  /** Most messages are not even split: there is nothing to be found in their parts. */
  private partsIf(mayHold: (view: TextView) => boolean): readonly Clause[] {
    return mayHold(this.view) ? this.parts() : [];
  }

  private parts(): readonly Clause[] {
    return (this.clauses ??= clausesOf(this.view));
  }

  private first(
    part: 'ends' | 'transfers',
    find: (clauses: readonly Clause[]) => Clause | null,
  ): Mark | null {
    const made = this.made[part];
    if (made !== undefined) return made;
    const clause = find(this.parts());
    return (this.made[part] = clause && this.mark(clause));
  }

  private mark({ start, end }: Clause): Mark {
    return this.view.mark(start, end);
  }
}

/** Each part of it is made only when a rule asks for it. */
export const readAgent: (view: TextView) => AgentReading = onceForView((view) => new Reading(view));
