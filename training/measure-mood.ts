/** Measures the customer's mood: across the writers of the examples, and on rated dialogues where they are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { readingsOf } from '../core/standard/readings.ts';
import { scoreOf } from '../core/standard/customer/mood-score.ts';
import { isDissatisfied } from '../core/standard/mood.ts';
import { viewOf } from '../core/standard/text.ts';
import type { Turn } from '../core/standard/facts.ts';
import { examplesOf } from './examples.ts';
import { scoreBy, train, type Sample } from './logistic.ts';
import { lean, sampleOf, trainDispleasure } from './mood-model.ts';

interface Judged {
  score: number;
  /** Called dissatisfied. */
  raised: boolean;
  positive: boolean;
}

acrossWriters();
const [rated] = process.argv.slice(2);
if (rated && existsSync(rated)) onRatedTurns(readFileSync(rated, 'utf8'));
else console.log('no rated dialogues at hand: give their file as the argument');

/** Trained on all writers but one, measured on that one. */
function acrossWriters(): void {
  const all = examplesOf('customer').map((example) => ({
    writer: example.writer,
    sample: sampleOf(example),
  }));
  for (const writer of new Set(all.map((one) => one.writer))) {
    const model = trainDispleasure(all.filter((one) => one.writer !== writer).map(({ sample }) => sample));
    const judged = all
      .filter((one) => one.writer === writer)
      .map(({ sample }) => judgedBy(scoreBy(model, sample) - model.thresholds[0]! - lean, sample.mood >= 2));
    report(`examples of ${writer}, unseen`, judged);
  }
}

interface RatedTurn extends Sample {
  conversation: number;
  positive: boolean;
  shipped: Judged;
}

function onRatedTurns(lines: string): void {
  const turns = lines.split('\n').filter(Boolean).flatMap(ratedTurns);
  report(
    'rated turns, shipped weights',
    turns.map(({ shipped }) => shipped),
  );
  const folds = 5;
  const crossed = Array.from({ length: folds }, (_, fold) => {
    const own = turns.filter(({ conversation }) => conversation % folds !== fold);
    const model = train(own, (turn) => [turn.positive], { weights: [1], rounds: 8 });
    return turns
      .filter(({ conversation }) => conversation % folds === fold)
      .map((turn) => judgedBy(scoreBy(model, turn) - model.thresholds[0]!, turn.positive));
  });
  report('rated turns, the same model learnt from them (cross-validated)', crossed.flat());
}

function ratedTurns(line: string, conversation: number): RatedTurn[] {
  const { turns } = JSON.parse(line) as { turns: (Turn & { sat?: number })[] };
  const readings = readingsOf(turns);
  return turns.flatMap(({ text, sat }, index) => {
    if (sat === undefined) return [];
    const agent = turns.slice(0, index).findLast(({ from }) => from === 'agent');
    const before = agent ? agent.text : null;
    const { displeasure } = scoreOf(viewOf(text), before === null ? null : viewOf(before));
    // As at the desk: a bare courtesy is calm, whatever it weighs.
    const { courtesy, mood } = readings.customer(index);
    const score = courtesy === null ? displeasure : -Infinity;
    const shipped = { score, raised: isDissatisfied(mood), positive: sat === 0 };
    const sample = sampleOf({ writer: '', labels: [], lang: '', before, text });
    return [{ ...sample, conversation, positive: sat === 0, shipped }];
  });
}

function judgedBy(score: number, positive: boolean): Judged {
  return { score, raised: score >= 0, positive };
}

function report(name: string, judged: readonly Judged[]): void {
  const hits = judged.filter(({ raised, positive }) => raised && positive).length;
  const raised = judged.filter((one) => one.raised).length;
  const wanted = judged.filter(({ positive }) => positive).length;
  const share = (part: number, whole: number) => (whole === 0 ? '—' : ((100 * part) / whole).toFixed(1));
  console.log(
    `${name}: ${judged.length} messages, AUC ${areaUnderCurve(judged).toFixed(3)}, ` +
      `precision ${share(hits, raised)}, recall ${share(hits, wanted)}`,
  );
}

/** The chance that a dissatisfied message scores above another. */
function areaUnderCurve(judged: readonly Judged[]): number {
  const sorted = [...judged].sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && sorted[end]!.score === sorted[start]!.score) end++;
    const rank = (start + end + 1) / 2;
    for (let at = start; at < end; at++) if (sorted[at]!.positive) ranks += rank;
    start = end;
  }
  const positives = sorted.filter(({ positive }) => positive).length;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
}
