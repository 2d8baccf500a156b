/** Learns the weights of the customer's mood from the examples and writes core/standard/customer/mood-weights.ts. */
import { writeFileSync } from 'node:fs';
import { examplesOf } from './examples.ts';
import type { Model } from './logistic.ts';
import { lean, sampleOf, trainDispleasure, trainUnease } from './mood-model.ts';

const hundredths = (value: number) => Math.round(value * 100);

/** Shouting and fury come with it: the step to strong needs less than the lines that were written to be hard. */
const strongLean = 10;

const samples = examplesOf('customer').map(sampleOf);
const displeasure = trainDispleasure(samples);
const unease = trainUnease(samples);
const [dissatisfied, strong] = displeasure.thresholds.map(hundredths);
const uneasy = hundredths(unease.thresholds[0]!);

const source = `/** Written by training/train-mood.ts from training/examples/customer. Hundredths of the log odds. */
import type { FeatureId } from './mood-features.ts';

type Weights = Readonly<Partial<Record<FeatureId, number>>>;

/** The sums from which on a customer is in the state. */
export const scale = { uneasy: ${uneasy}, dissatisfied: ${dissatisfied! + hundredths(lean)}, strong: ${strong! + strongLean} };

export const displeasure: Weights = ${table(displeasure)};

export const unease: Weights = ${table(unease)};

/** Pieces of text by their weight: a weight a line, then its pieces, parted by bars. */
export const wording = \`${packed(displeasure)}\`;
`;
const target = new URL('../core/standard/customer/mood-weights.ts', import.meta.url);
writeFileSync(target, source);
console.log(`${samples.length} examples, ${Buffer.byteLength(source)} bytes`);

function table({ features }: Model): string {
  const lines = [...features]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, weight]) => `  ${id}: ${hundredths(weight)},\n`);
  return `{\n${lines.join('')}}`;
}

/** Those that weigh next to nothing are left out. */
function packed({ grams }: Model): string {
  const byWeight = new Map<number, string[]>();
  for (const [gram, weight] of grams) {
    const rounded = Math.round(hundredths(weight) / 4) * 4;
    if (Math.abs(rounded) >= 4) byWeight.set(rounded, [...(byWeight.get(rounded) ?? []), gram]);
  }
  return [...byWeight]
    .sort(([a], [b]) => a - b)
    .map(([weight, pieces]) => `${weight}|${pieces.sort().join('|')}`)
    .join('\n');
}
