import type { Slot } from './slot.ts';
import { isCourtesy } from '../courtesy.ts';
import type { Turn } from '../facts.ts';
import type { Mood } from '../mood.ts';
import { moodOfTurn } from '../mood.ts';
import type { Mark } from '../mark.ts';
import { asks } from '../sentences.ts';
import type { TextView } from '../text.ts';
import { asksForChannelIn, complainsIn } from './complaint.ts';
import { doubtsIn } from './doubt.ts';
import { harmIn } from './harm.ts';
import { givesIn, wantsOrderChangedIn } from './order.ts';
import { wantsPersonIn } from './person.ts';
import { acceptsIn, offerBefore, refusesIn } from './plan-answer.ts';
import { isUpset } from './upset.ts';

/** What is understood of one customer message. Marks are offsets into the original text. */
export interface CustomerReading {
  /** The state that this message shows. */
  mood: Mood;
  /** Dissatisfied by more than marks: wants comfort, not an answer alone. */
  upset: boolean;
  /** Says they will complain, report, give a bad review. */
  complains: Mark | null;
  /** Asks where or how to complain. */
  asksForChannel: boolean;
  /** Asks for a supervisor or another person. */
  wantsPerson: boolean;
  /** Turns down what the agent offered last. */
  refuses: Mark | null;
  /** Takes what the agent offered last. */
  accepts: boolean;
  /** Reports bodily harm or danger. */
  harm: Mark | null;
  /** Doubts the brand, genuineness or quality. */
  doubts: Mark | null;
  /** Nothing but politeness: `thanks` closes, `assent` may also accept. */
  courtesy: 'thanks' | 'assent' | null;
  /** Asks something that wants an answer. */
  asks: boolean;
  /** Asks for the order to be closed or changed. */
  wantsOrderChanged: boolean;
  /** What this message gives. */
  gives: readonly Slot[];
}

/** `turns[turn]` is the message; what came before it may decide. */
export function readCustomer(view: TextView, turns: readonly Turn[], turn: number): CustomerReading {
  return new Reading(view, turns.slice(Math.max(0, turn - lookBack), turn));
}

const lookBack = 8;

/** Each part is read when it is first asked for: most rules want only the mood. */
class Reading implements CustomerReading {
  private readonly view: TextView;
  private readonly before: readonly Turn[];
  private readonly known: { [Key in keyof CustomerReading]?: CustomerReading[Key] } = {};

  constructor(view: TextView, before: readonly Turn[]) {
    this.view = view;
    this.before = before;
  }

  get mood(): Mood {
    return this.once('mood', () => moodOfTurn(this.view, this.before));
  }

  get upset(): boolean {
    return this.once('upset', () => isUpset(this.view, this.mood));
  }

  get complains(): Mark | null {
    return this.once('complains', () => complainsIn(this.view));
  }

  get asksForChannel(): boolean {
    return this.once('asksForChannel', () => asksForChannelIn(this.view));
  }

  get wantsPerson(): boolean {
    return this.once('wantsPerson', () => wantsPersonIn(this.view));
  }

  get refuses(): Mark | null {
    return this.once('refuses', () => refusesIn(this.view, this.offer));
  }

  get accepts(): boolean {
    return this.once('accepts', () => acceptsIn(this.view, this.offer));
  }

  get harm(): Mark | null {
    return this.once('harm', () => harmIn(this.view));
  }

  get doubts(): Mark | null {
    return this.once('doubts', () => doubtsIn(this.view));
  }

  get courtesy(): CustomerReading['courtesy'] {
    return this.once('courtesy', () => isCourtesy(this.view));
  }

  get asks(): boolean {
    return this.once('asks', () => this.view.sentences.some(asks));
  }

  get wantsOrderChanged(): boolean {
    return this.once('wantsOrderChanged', () => wantsOrderChangedIn(this.view));
  }

  get gives(): readonly Slot[] {
    return this.once('gives', () => givesIn(this.view));
  }

  private get offer(): string {
    return offerBefore(this.before);
  }

  private once<Key extends keyof CustomerReading>(
    key: Key,
    make: () => CustomerReading[Key],
  ): CustomerReading[Key] {
    const known = this.known[key];
    return known === undefined ? (this.known[key] = make()) : known;
  }
}
