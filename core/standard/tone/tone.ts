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
  const features = featuresOf(view, before);
  const known = sum((model ??= unpack(packed)), features);
  // Mostly names, numbers, a word never met: it says nothing of what it hardly knows.
  if (known * 2 < features.length) return silence;
  const share = 100 / (packed.unit * Math.sqrt(known || 1));
  const scores = {} as Record<Tone, number>;
  for (let i = 0; i < tones.length; i++)
    scores[tones[i]!] = Math.round(packed.bias[i]! * 100 + sums[i]! * share);
  return scores;
}

const silence = Object.fromEntries(tones.map((tone) => [tone, -1000])) as Record<Tone, number>;

/**
 * A known feature takes eight numbers, side by side, so that each look costs one piece of memory: its hash, and its
 * weights, two tones in each of the rest. Open addressing; a hash of 0 is an empty place.
 */
interface Model {
  records: Int32Array;
  mask: number;
}

const recordLength = 8;
/** As many sums of signed bytes as two lanes of 16 bits hold apart. */
const mostTogether = 255;

const sums = new Float64Array(2 * (recordLength - 1));

/** Adds up what each tone has, in `sums`; how many of the features are known. */
function sum({ records, mask }: Model, features: Int32Array): number {
  sums.fill(0);
  let known = 0;
  for (let from = 0; from < features.length; from += mostTogether) {
    const to = Math.min(features.length, from + mostTogether);
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    for (let i = from; i < to; i++) {
      const feature = features[i]!;
      let place = (feature & mask) * recordLength;
      let hash = records[place]!;
      while (hash !== feature && hash !== 0) {
        place = (place + recordLength) & (mask * recordLength);
        hash = records[place]!;
      }
      if (hash === 0) continue;
      known++;
      a += records[place + 1]!;
      b += records[place + 2]!;
      c += records[place + 3]!;
      d += records[place + 4]!;
      e += records[place + 5]!;
      f += records[place + 6]!;
      g += records[place + 7]!;
    }
    addLanes(0, a);
    addLanes(1, b);
    addLanes(2, c);
    addLanes(3, d);
    addLanes(4, e);
    addLanes(5, f);
    addLanes(6, g);
  }
  return known;
}

function addLanes(pair: number, together: number): void {
  const low = (together << 16) >> 16;
  sums[2 * pair]! += low;
  sums[2 * pair + 1]! += (together - low) >> 16;
}

let model: Model | undefined;

function unpack({ features, weights: packedWeights }: PackedTone): Model {
  const hashes = hashesOf(bytesOf(features));
  const weights = new Int8Array(bytesOf(packedWeights).buffer);
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const mask = size - 1;
  const records = new Int32Array(size * recordLength);
  hashes.forEach((hash, row) => {
    let place = hash & mask;
    while (records[place * recordLength] !== 0) place = (place + 1) & mask;
    records[place * recordLength] = hash;
    for (let tone = 0; tone < tones.length; tone++)
      records[place * recordLength + 1 + (tone >> 1)]! +=
        weights[tone * hashes.length + row]! * (tone % 2 === 0 ? 1 : 2 ** 16);
  });
  return { records, mask };
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
