/** The tone model: from examples to integer weights, as `core/standard/tone` reads them. */
import { featuresOf } from '../core/standard/tone/features.ts';
import type { Tone } from '../core/standard/tone/tone.ts';
import { tones } from '../core/standard/tone/tone.ts';
import { viewOf } from '../core/standard/text.ts';
import type { Example } from './examples.ts';
import type { Linear } from './linear.ts';
import { trainLinear } from './linear.ts';

/** A model as it is trained: one line of weights a tone, over the features that were seen often enough. */
export interface ToneModel {
  /** By hash. */
  features: ReadonlyMap<number, number>;
  lines: Record<Tone, Linear>;
}

export interface Prepared extends Example {
  hashes: readonly number[];
}

export function prepare(example: Example): Prepared {
  const before = example.before === null ? null : viewOf(example.before);
  return { ...example, hashes: [...new Set(featuresOf(viewOf(example.text), before))] };
}

/** Twice: what the first round finds to weigh little is left out of the second, which is half the size and as good. */
export function trainTone(examples: readonly Prepared[]): ToneModel {
  const rough = trainOn(examples, featuresIn(examples));
  return trainOn(examples, heaviest(rough, examples));
}

function trainOn(examples: readonly Prepared[], features: ReadonlyMap<number, number>): ToneModel {
  const known = examples.map(({ hashes }) => hashes.flatMap((hash) => features.get(hash) ?? []));
  const lines = {} as Record<Tone, Linear>;
  for (const tone of tones) {
    const samples = examples.flatMap(({ labels }, i) =>
      isLabelled(labels, tone) ? [{ features: known[i]!, is: labels.includes(tone) }] : [],
    );
    lines[tone] = trainLinear(samples, features.size);
  }
  return { features, lines };
}

const mostFeatures = 22_000;

/** By what a feature does to any tone, and how often it comes. */
function heaviest({ features, lines }: ToneModel, examples: readonly Prepared[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { hashes } of examples) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const weightOf = (hash: number, feature: number) =>
    Math.max(...tones.map((tone) => Math.abs(lines[tone].weights[feature]!))) * Math.sqrt(counts.get(hash)!);
  return new Map(
    [...features]
      .map(([hash, feature]) => ({ hash, weight: weightOf(hash, feature) }))
      .toSorted((one, other) => other.weight - one.weight || one.hash - other.hash)
      .slice(0, mostFeatures)
      .map(({ hash }, feature) => [hash, feature]),
  );
}

/** `?` among the labels: nobody has said whether the others fit. */
export function isLabelled(labels: readonly string[], tone: Tone): boolean {
  return labels.includes(tone) || !labels.includes('?');
}

/** Scores as the trained model gives them, before it is made small. */
export function scoreOf({ features, lines }: ToneModel, { hashes }: Prepared, tone: Tone): number {
  const { weights, bias } = lines[tone];
  let sum = 0;
  let count = 0;
  for (const hash of hashes) {
    const feature = features.get(hash);
    if (feature === undefined) continue;
    sum += weights[feature]!;
    count++;
  }
  return bias + sum / Math.sqrt(count || 1);
}

/** What a single writer wrote tells of their themes, not of the tone. */
function featuresIn(examples: readonly Prepared[]): Map<number, number> {
  const writers = new Map<number, Set<string>>();
  for (const { hashes, writer } of examples)
    for (const hash of hashes) writers.set(hash, (writers.get(hash) ?? new Set()).add(writer));
  const features = new Map<number, number>();
  for (const [hash, by] of writers) if (by.size > 1) features.set(hash, features.size);
  return features;
}
