import { isCourtesy } from './courtesy.ts';
import { namesOf } from './customer/mood-names.ts';
import { scoreOf, type MoodScore } from './customer/mood-score.ts';
import { scale } from './customer/mood-weights.ts';
import type { Turn } from './facts.ts';
import { viewOf, type TextView } from './text.ts';

/** A customer's state, from least to most pressing. An estimate from the words, the marks and what was said before. */
export type Mood = 'calm' | 'uneasy' | 'dissatisfied' | 'strong';

/** How many turns back a customer's own words count as said again. */
const memory = 8;

/** The mood that one customer message shows. */
export function moodOfTurn(view: TextView, before: readonly Turn[]): Mood {
  if (isCourtesy(view) !== null) return 'calm';
  return moodBy(scoreTurn(view, before));
}

/** The mood of words alone, whoever spoke before. */
export function moodOfView(view: TextView): Mood {
  return moodBy(scoreOf(view, null));
}

export function isDissatisfied(mood: Mood): boolean {
  return mood === 'dissatisfied' || mood === 'strong';
}

export interface MoodReason {
  zh: string;
  en: string;
  /** Hundredths of the log odds towards dissatisfied; below zero it speaks for calm. */
  weight: number;
}

/** What weighed most for the mood of a message, the heaviest first. */
export function moodReasons(turn: Turn, before: readonly Turn[], most = 3): MoodReason[] {
  if (turn.from !== 'customer') return [];
  return [...scoreTurn(viewOf(turn.text), before).parts]
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, most)
    .map(({ id, weight }) => ({ ...namesOf(id), weight }));
}

function scoreTurn(view: TextView, before: readonly Turn[]): MoodScore {
  const score = scoreOf(view, lastOfAgent(before));
  return saysAgain(view, before) ? pressed(score) : score;
}

function moodBy({ displeasure, unease }: MoodScore): Mood {
  if (displeasure >= scale.strong) return 'strong';
  if (displeasure >= scale.dissatisfied) return 'dissatisfied';
  return unease >= scale.uneasy ? 'uneasy' : 'calm';
}

/** Set by hand: single examples cannot show that somebody repeats themselves. */
const again = 80;

/** A plain question that is asked again is a worried one, no more. */
function pressed({ displeasure, unease, parts }: MoodScore): MoodScore {
  const isPlain = parts.some(({ id }) => id === 'noGrounds') && displeasure < scale.dissatisfied;
  return {
    displeasure: isPlain ? Math.min(displeasure + again, scale.dissatisfied - 1) : displeasure + again,
    unease: Math.max(unease, scale.uneasy),
    parts: [...parts, { id: 'saysAgain', weight: again }],
  };
}

function lastOfAgent(before: readonly Turn[]): TextView | null {
  const last = before.findLast(({ from }) => from !== 'customer');
  return last?.from === 'agent' ? viewOf(last.text.slice(0, 500)) : null;
}

/** The same words as a moment ago: a question that was not answered. */
function saysAgain({ text, bare }: TextView, before: readonly Turn[]): boolean {
  if (bare.length < 4 || text.length > 120 || /^\d+$/.test(bare)) return false;
  return before
    .slice(-memory)
    .some(({ from, text: said }) => from === 'customer' && said.length < 300 && viewOf(said).bare === bare);
}
