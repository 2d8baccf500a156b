/** What a score is worth: the best F1 over its thresholds, and how much it finds where nine in ten of its findings are right. */
export interface Judged {
  score: number;
  is: boolean;
}

export interface Worth {
  f1: number;
  precision: number;
  recall: number;
  /** Where F1 is best. */
  threshold: number;
  /** Recall at the lowest threshold that still keeps nine in ten right. */
  recallAt90: number;
  thresholdAt90: number;
}

export function worthOf(judged: readonly Judged[]): Worth {
  const falling = judged.toSorted((a, b) => b.score - a.score);
  const all = falling.filter(({ is }) => is).length;
  const worth: Worth = {
    f1: 0,
    precision: 0,
    recall: 0,
    threshold: 0,
    recallAt90: 0,
    thresholdAt90: Infinity,
  };
  let right = 0;
  falling.forEach(({ score, is }, i) => {
    if (is) right++;
    const precision = right / (i + 1);
    const recall = right / all;
    const f1 = (2 * precision * recall) / (precision + recall || 1);
    if (f1 > worth.f1) Object.assign(worth, { f1, precision, recall, threshold: score });
    if (precision >= 0.9) Object.assign(worth, { recallAt90: recall, thresholdAt90: score });
  });
  return worth;
}

export function report(name: string, judged: readonly Judged[]): string {
  const { f1, precision, recall, threshold, recallAt90, thresholdAt90 } = worthOf(judged);
  const percent = (share: number) => `${Math.round(share * 100)}`.padStart(3);
  return [
    name.padEnd(14),
    `best F1 ${percent(f1)} (P ${percent(precision)} R ${percent(recall)} from ${threshold.toFixed(2)})`,
    `R at P 90 ${percent(recallAt90)} from ${thresholdAt90.toFixed(2)}`,
  ].join('  ');
}
