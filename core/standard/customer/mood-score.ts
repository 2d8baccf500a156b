import type { TextView } from '../text.ts';
import { featuresOf } from './mood-features.ts';
import type { ReasonId } from './mood-names.ts';
import { ngramsOf, shareOf } from './mood-ngrams.ts';
import { displeasure, unease, wording } from './mood-weights.ts';

/** What a message weighs, in hundredths of the log odds. Sums of integers: the same everywhere. */
export interface MoodScore {
  /** Towards dissatisfied and strong: features and wording. */
  displeasure: number;
  /** Towards uneasy rather than calm: features alone. */
  unease: number;
  /** What weighed, by feature; `wording` stands for all pieces of text together. */
  parts: readonly { id: ReasonId; weight: number }[];
}

export function scoreOf(view: TextView, before: TextView | null): MoodScore {
  const parts: MoodScore['parts'][number][] = [];
  let score = 0;
  let worry = 0;
  for (const id of featuresOf(view, before)) {
    const weight = displeasure[id] ?? 0;
    score += weight;
    worry += unease[id] ?? 0;
    parts.push({ id, weight });
  }
  const said = weightOfWording(view.text);
  parts.push({ id: 'wording', weight: said });
  return { displeasure: score + said, unease: worry, parts };
}

function weightOfWording(text: string): number {
  const grams = ngramsOf(text);
  let sum = 0;
  for (const gram of grams) sum += weights.get(gram) ?? 0;
  return Math.round(sum * shareOf(grams.size));
}

const weights = unpack(wording);

/** "weight gram gram …", one weight a line, the grams parted by `|`. */
function unpack(packed: string): Map<string, number> {
  const all = new Map<string, number>();
  for (const line of packed.split('\n')) {
    const [weight, ...grams] = line.split('|');
    for (const gram of grams) all.set(gram, Number(weight));
  }
  return all;
}
