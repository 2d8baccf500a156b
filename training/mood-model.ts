import { featuresOf } from '../core/standard/customer/mood-features.ts';
import { ngramsOf, shareOf } from '../core/standard/customer/mood-ngrams.ts';
import { viewOf } from '../core/standard/text.ts';
import { train, type Model, type Sample } from './logistic.ts';
import type { Example } from './examples.ts';

const moods = ['calm', 'uneasy', 'dissatisfied', 'strong'];

/** Examples hold more displeasure than a day at a shop does: this much more evidence is asked for. */
export const lean = 1.6;

/**
 * What no example can teach: the writers were asked to avoid the plain words and to be bitterly polite; at a shop a plain
 * word means what it says, and courtesy is courtesy. From, to.
 */
const limits: Readonly<Record<string, readonly [number, number]>> = {
  slow: [0.9, 3],
  badGoods: [1.1, 3],
  anger: [1.6, 3],
  disappointment: [1.8, 3],
  brushedOff: [0.8, 3],
  threatens: [1, 3],
  demands: [1, 3],
  countsDays: [1.5, 3],
  stillNot: [0.3, 3],
  exclamationMarks: [1.2, 3],
  polite: [-3, -1.5],
  pleased: [-3, -1.5],
  politeYou: [-3, 0],
  long: [-3, 0],
  oneExclamation: [-3, 0.4],
  bareQuestion: [-3, 0.6],
  noGrounds: [-4, -3],
  you: [-3, 0.5],
  afterNo: [-3, 0.4],
  afterWait: [-3, 0.4],
  afterDefence: [-3, 0.4],
  afterClaim: [-3, 0.3],
  urges: [-3, 0.5],
};

/** A message as the model sees it. `mood`: 0 calm … 3 strong. */
export interface MoodSample extends Sample {
  mood: number;
}

export function sampleOf({ labels, before, text }: Example): MoodSample {
  const view = viewOf(text);
  const grams = [...ngramsOf(view.text)];
  return {
    mood: moods.findIndex((mood) => labels.includes(mood)),
    features: featuresOf(view, before === null ? null : viewOf(before)),
    grams,
    share: shareOf(grams.length),
  };
}

/** Whether the writer is dissatisfied, and how strongly; both from one sum. */
export function trainDispleasure(samples: readonly MoodSample[]): Model {
  const reaches = ({ mood }: MoodSample) => [mood >= 2, mood >= 3];
  const model = train(samples, reaches, { weights: [1.5, 0.5], rounds: 12 });
  for (const [id, [least, most]] of Object.entries(limits)) {
    model.features.set(id, Math.min(Math.max(model.features.get(id) ?? 0, least), most));
  }
  return model;
}

/** Among those who are not: whether uneasy. Features alone. */
export function trainUnease(samples: readonly MoodSample[]): Model {
  const quiet = samples.filter(({ mood }) => mood < 2).map((sample) => ({ ...sample, grams: [] }));
  return train(quiet, (sample) => [sample.mood === 1], { weights: [1], rounds: 20 });
}
