/**
 * Trains the tone model on all examples and writes its weights; the same examples give the same file.
 *   node training/train-tone.ts             trains and writes core/standard/tone/weights.ts
 *   node training/train-tone.ts --measure   leaves each writer out in turn and reports how the others' model judges them
 */
import { writeFileSync } from 'node:fs';
import { tones } from '../core/standard/tone/tone.ts';
import { examplesOf } from './examples.ts';
import { report } from './measure.ts';
import { pack } from './pack.ts';
import { isLabelled, prepare, scoreOf, trainTone } from './tone.ts';

const examples = examplesOf('agent').map(prepare);
if (process.argv.includes('--measure')) measure();
else write();

function write(): void {
  const file = new URL('../core/standard/tone/weights.ts', import.meta.url);
  const source = pack(trainTone(examples));
  writeFileSync(file, source);
  console.log(`${examples.length} examples, ${Math.round(source.length / 1000)} kB`);
}

function measure(): void {
  const writers = [...new Set(examples.map(({ writer }) => writer))];
  const scored = writers.flatMap((writer) => {
    const model = trainTone(examples.filter((one) => one.writer !== writer));
    return examples.filter((one) => one.writer === writer).map((example) => ({ example, model }));
  });
  for (const tone of tones) {
    const judged = scored
      .filter(({ example }) => isLabelled(example.labels, tone))
      .map(({ example, model }) => ({
        score: scoreOf(model, example, tone),
        is: example.labels.includes(tone),
      }));
    console.log(report(tone, judged));
  }
}
