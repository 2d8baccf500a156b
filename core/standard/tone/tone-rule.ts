import { lastOfCustomer } from '../answer.ts';
import { isCourtesy } from '../courtesy.ts';
import { onceForView } from '../once.ts';
import type { Mark, Message, Rule, Scene } from '../rule.ts';
import type { Sentence } from '../sentences.ts';
import type { TextView } from '../text.ts';
import { viewOf } from '../text.ts';
import type { Tone, ToneScores } from './tone.ts';
import { toneOf } from './tone.ts';

/** How sure the tone must be, in hundredths of the model's own scale. */
export interface Sureness {
  /** Where nothing else speaks for it. */
  alone: number;
  /** Where words say so that hardly mean anything else; `evidence` finds them. */
  withEvidence?: number;
}

export interface ToneJudge {
  tone: Tone;
  from: Sureness;
  evidence?(message: Message, scene: Scene): Mark | null;
  /** What takes it back; `score` is how much of the tone there is. */
  unless?(message: Message, score: number, scene: Scene): boolean;
}

/** Where a message has a tone: the sentence that has most of it, or the words that show it. */
export function marksOfTone(
  { tone, from, evidence, unless }: ToneJudge,
  message: Message,
  scene: Scene,
): Mark[] {
  const score = heardIn(message.view, questionBefore(message.turn, scene))[tone];
  const least = Math.min(from.alone, from.withEvidence ?? from.alone);
  if (score < least) return [];
  const shown = from.withEvidence === undefined ? null : (evidence?.(message, scene) ?? null);
  if (score < (shown ? from.withEvidence! : from.alone) || unless?.(message, score, scene)) return [];
  // Signs and bare courtesies have no tone of their own.
  if (!message.view.hasWords || isCourtesy(message.view) !== null) return [];
  return [shown ?? markOf(message.view, worstSentence(message.view, tone))];
}

/** The first words in a sentence of the writer's own that one of these holds; not where `unless` holds in that sentence. */
export function saidOnce(view: TextView, says: readonly RegExp[], unless: RegExp): Mark | null {
  if (!says.some((one) => one.test(view.text))) return null;
  for (const { start, text } of view.sentences) {
    if (unless.test(text)) continue;
    for (const one of says) {
      const match = one.exec(text);
      if (match) return view.mark(start + match.index, start + match.index + match[0].length);
    }
  }
  return null;
}

/** What words show, or else how it sounds: structure is precise, the tone carries on where structure ends. */
export function shownOrHeard(marks: Mark[], judge: ToneJudge, message: Message, scene: Scene): Mark[] {
  return marks.length > 0 ? marks : marksOfTone(judge, message, scene);
}

type RuleParts = Pick<Rule, 'id' | 'weight' | 'says'>;

/** A rule on wording that judges each message by itself. */
export function toneRule(parts: RuleParts, judge: ToneJudge): Rule {
  return { ...parts, moments: ['send'], draft: (message, scene) => marksOfTone(judge, message, scene) };
}

/** Thirteen rules ask one after the other; it is made once. */
export function heardIn(view: TextView, before: TextView | null): ToneScores {
  const known = heard(view);
  if (known.before !== before) {
    known.before = before;
    known.scores = toneOf(view, before);
  }
  return known.scores!;
}

const heard = onceForView((): { before?: TextView | null; scores?: ToneScores } => ({}));

function questionBefore(turn: number, scene: Scene): TextView | null {
  const asked = lastOfCustomer(turn, scene);
  return asked < 0 ? null : scene.view(asked);
}

/** The sentence that by itself has most of a tone; null where nothing is said. */
export function worstSentence(view: TextView, tone: Tone): Sentence | null {
  const { sentences } = view;
  if (sentences.length < 2) return sentences[0] ?? null;
  let worst: Sentence | null = null;
  let most = -Infinity;
  for (const sentence of sentences) {
    const { start, end } = view.mark(sentence.start, sentence.end);
    const score = toneOf(viewOf(view.original.slice(start, end)), null)[tone];
    if (score > most) [worst, most] = [sentence, score];
  }
  return worst;
}

function markOf(view: TextView, sentence: Sentence | null): Mark {
  return trimmed(view, sentence ? view.mark(sentence.start, sentence.end) : view.markAll());
}

function trimmed({ original }: TextView, { start, end }: Mark): Mark {
  const words = original.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}
