import { writtenIn } from '../language.ts';
import type { TextView } from '../text.ts';
import { contextOf, type ContextId } from './mood-context.ts';
import { marksOf, type MarkId } from './mood-marks.ts';
import { englishWords } from './mood-words.en.ts';
import { chineseWords } from './mood-words.zh.ts';

/** What counts towards the mood, by name. */
export type FeatureId = keyof typeof chineseWords | 'curt' | 'noGrounds' | MarkId | ContextId;

const chinese = Object.entries(chineseWords) as [FeatureId, RegExp][];
const english = Object.entries(englishWords) as [FeatureId, RegExp][];

/** What a customer can be unhappy by in so many words; without any of it the wording has to say a lot. */
const grounds: ReadonlySet<FeatureId> = new Set<FeatureId>([
  'insult',
  'curse',
  'anger',
  'disappointment',
  'helpless',
  'ultimatum',
  'threatens',
  'leaves',
  'countsDays',
  'countsTimes',
  'stillNot',
  'slow',
  'badGoods',
  'sarcasm',
  'resigned',
  'compares',
  'rebuts',
  'brushedOff',
  'demands',
  'refuses',
  'feelsTired',
  'belittles',
  'tooSoon',
  'questionMarks',
  'exclamationMarks',
  'onlyMarks',
  'shouting',
  'angryFace',
]);

/** What a message shows to be unhappy by. */
export const groundsIn = (view: TextView): FeatureId[] =>
  featuresOf(view, null).filter((id) => grounds.has(id));

/** How much of a message is read: who writes more has said it by then. */
const read = 600;

/** What stands out in a message: classes of words, marks, and what the agent said just before (null: nothing). */
export function featuresOf(view: TextView, before: TextView | null): FeatureId[] {
  const text = view.text.slice(0, read);
  const found: FeatureId[] = [];
  const words = writtenIn(text) === 'en' ? english : chinese;
  for (const [id, sign] of words) if (sign.test(text)) found.push(id);
  if (found.length === 0 && text.length <= 6) found.push('curt');
  found.push(...marksOf(view, text));
  if (!found.some((id) => grounds.has(id))) found.push('noGrounds');
  found.push(...contextOf(text, before));
  return found;
}
