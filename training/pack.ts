/** Writes a trained model small: integers of one byte, and only features that weigh something. */
import { tones } from '../core/standard/tone/tone.ts';
import type { ToneModel } from './tone.ts';

/** A weight of one whole is this many; heavier ones than the largest byte are cut there. */
const unit = 10;

export function pack({ features, lines }: ToneModel): string {
  const rows = [...features]
    .map(([hash, feature]) => ({ hash, row: tones.map((tone) => byteOf(lines[tone].weights[feature]!)) }))
    .filter(({ row }) => row.some((weight) => weight !== 0))
    .toSorted((a, b) => a.hash - b.hash);
  const bias = tones.map((tone) => Math.round(lines[tone].bias * 100) / 100);
  return `/** Written by training/train-tone.ts; do not edit. */
import type { PackedTone } from './packed.ts';

export const packed: PackedTone = {
  unit: ${unit},
  bias: ${JSON.stringify(bias)},
  features:
    '${base64(steps(rows.map(({ hash }) => hash)))}',
  weights:
    '${base64(tones.flatMap((_, i) => rows.map(({ row }) => row[i]! & 0xff)))}',
};
`;
}

const byteOf = (weight: number) => Math.max(-127, Math.min(127, Math.round(weight * unit)));

function steps(hashes: number[]): number[] {
  let last = -0x80000000;
  return hashes.flatMap((hash) => {
    const bytes: number[] = [];
    for (let step = hash - last; ; step = Math.floor(step / 128)) {
      if (step < 128) {
        bytes.push(step);
        break;
      }
      bytes.push((step % 128) | 0x80);
    }
    last = hash;
    return bytes;
  });
}

const base64 = (bytes: number[]) => Buffer.from(bytes).toString('base64');
