/**
 * How a reply sounds: a score for each rule on wording, learnt from examples that many hands wrote (see `training/`).
 * A linear model over `features.ts`. Weights are integers, so that browser and server agree.
 */
import type { TextView } from '../text.ts';
import { featuresOf } from './features.ts';
import type { PackedTone } from './packed.ts';
import { packed } from './weights.ts';

export const tones = [
  'insult',
  'rhetorical',
  'impatient',
  'command',
  'threat',
  'shirk',
  'blame',
  'refusal',
  'invited',
  'claim',
  'off-platform',
  'promise',
  'bribe',
] as const;
export type Tone = (typeof tones)[number];

/** How far a message is on the side of each tone, in hundredths; above 0 it is more likely than not among our examples. */
export type ToneScores = Readonly<Record<Tone, number>>;

export function toneOf(view: TextView, before: TextView | null): ToneScores {
  const known = (model ??= unpack(packed));
  const features = featuresOf(view, before);
  const count = findRows(known, features);
  // Mostly names, numbers, a word never met: it says nothing of what it hardly knows.
  if (count * 2 < features.length) return silence;
  const sums = sumOf(known, count);
  const share = 100 / (packed.unit * Math.sqrt(count || 1));
  const scores = {} as Record<Tone, number>;
  tones.forEach((tone, i) => (scores[tone] = Math.round(packed.bias[i]! * 100 + sums[i]! * share)));
  return scores;
}

const silence = Object.fromEntries(tones.map((tone) => [tone, -1000])) as Record<Tone, number>;

/**
 * Three sums of whole numbers fit into one double, side by side: a third of the additions, and this is done for every
 * reply as it is typed. They stay apart as long as each is below half a lane, so they are read out before that.
 */
const lanes = 3;
const lane = 2 ** 17;
const width = Math.ceil(tones.length / lanes);
const mostTogether = Math.floor(lane / 2 / 128);

function sumOf({ weights }: Model, count: number): number[] {
  const sums = tones.map(() => 0);
  for (let from = 0; from < count; from += mostTogether) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    for (let i = from; i < Math.min(count, from + mostTogether); i++) {
      const place = rows[i]! * width;
      a += weights[place]!;
      b += weights[place + 1]!;
      c += weights[place + 2]!;
      d += weights[place + 3]!;
      e += weights[place + 4]!;
    }
    [a, b, c, d, e].forEach((together, i) => readLanes(together, i * lanes, sums));
  }
  return sums;
}

function readLanes(together: number, first: number, sums: number[]): void {
  for (let i = first; i < first + lanes && i < tones.length; i++) {
    const rest = Math.round(together / lane);
    sums[i]! += together - rest * lane;
    together = rest;
  }
}

function laidTogether(weights: Int8Array, count: number): Float64Array {
  const together = new Float64Array(count * width);
  for (let row = 0; row < count; row++)
    for (let tone = 0; tone < tones.length; tone++)
      together[row * width + Math.floor(tone / lanes)]! +=
        weights[tone * count + row]! * lane ** (tone % lanes);
  return together;
}

/** The rows of the features that the model knows; used again for each message. */
let rows = new Int32Array(1024);

function findRows({ table, mask, hashes }: Model, features: Int32Array): number {
  if (features.length > rows.length) rows = new Int32Array(features.length * 2);
  let count = 0;
  for (let i = 0; i < features.length; i++) {
    const feature = features[i]!;
    let place = feature & mask;
    let row = table[place]!;
    while (row !== 0 && hashes[row - 1] !== feature) row = table[(place = (place + 1) & mask)]!;
    if (row !== 0) rows[count++] = row - 1;
  }
  return count;
}

interface Model {
  /** Rows by hash, counted from 1; 0: nothing here. Open addressing. */
  table: Int32Array;
  mask: number;
  hashes: Int32Array;
  /** By row, several tones in one number. */
  weights: Float64Array;
}

let model: Model | undefined;

function unpack({ features, weights }: PackedTone): Model {
  const hashes = hashesOf(bytesOf(features));
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(size);
  hashes.forEach((hash, row) => {
    let place = hash & mask;
    while (table[place] !== 0) place = (place + 1) & mask;
    table[place] = row + 1;
  });
  return {
    table,
    mask,
    hashes,
    weights: laidTogether(new Int8Array(bytesOf(weights).buffer), hashes.length),
  };
}

function hashesOf(bytes: Uint8Array): Int32Array {
  const hashes: number[] = [];
  let hash = -0x80000000;
  let step = 0;
  let shift = 1;
  for (const byte of bytes) {
    step += (byte & 0x7f) * shift;
    shift *= 128;
    if (byte < 0x80) {
      hash += step;
      hashes.push(hash);
      step = 0;
      shift = 1;
    }
  }
  return Int32Array.from(hashes);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64, which core has no function for. */
function bytesOf(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < letters.length; i++) values[letters.charCodeAt(i)] = i;
  const length = Math.floor((text.replace(/=+$/, '').length * 3) / 4);
  const bytes = new Uint8Array(length);
  let bits = 0;
  let held = 0;
  let to = 0;
  for (let i = 0; i < text.length && to < length; i++) {
    held = (held << 6) | values[text.charCodeAt(i)]!;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[to++] = (held >> bits) & 0xff;
  }
  return bytes;
}
