import type { Conversation, Facts, Lang, Turn } from './facts.ts';
import type { Moment, NotJudgedReason, RuleId, Weight } from './finding.ts';
import type { Mark } from './mark.ts';
import type { Readings } from './readings.ts';
import type { StandardSettings } from './settings.ts';
import type { TextView } from './text.ts';

export type { Mark };

/** One message with its normalised view. `turn` is its index; a draft stands at `turns.length`. */
export interface Message extends Turn {
  turn: number;
  view: TextView;
}

/** What a judge may look at. For a draft `turns` ends before it; for the rest it holds the whole episode. */
export interface Scene extends Readings {
  facts: Facts;
  turns: readonly Turn[];
  now: number;
  ended?: Conversation['ended'];
  /** No more turns will come: the last answer is complete. */
  closed: boolean;
}

export interface Rule {
  id: RuleId;
  /** The standard's weight; where it has two, the live one. */
  weight: Weight;
  /** The weight in a review, where it is another. */
  weightAfter?: Weight;
  moments: readonly Moment[];
  says: Record<Lang, { title: string; reason: string }>;
  /** The draft judge only hints: an answer is judged when its whole run of messages is complete. */
  hints?: true;
  /** Judges an agent's message before it leaves (send), and again afterwards. */
  draft?(message: Message, scene: Scene): Mark[];
  /** Judges any one turn where it stands in the episode (live, after, act). */
  turn?(message: Message, scene: Scene): Mark[];
  /** Judges the episode as a whole (after, act). */
  conversation?(scene: Scene): (Mark & { turn: number })[];
  /** The same rule by what a shop has set beyond switch, weight and points. */
  tuned?(settings: StandardSettings): Rule;
  /** Why this episode cannot be judged, or null. Findings that could be made still count. */
  abstains?(scene: Scene): NotJudgedReason | null;
}
