/** A block in memory: made of documents, or of smaller blocks, a few buckets at a time. Pure. */
import type { Dated, LoadedDocument } from './documents.ts';
import { newerFirst } from './documents.ts';
import type { Places } from './pages.ts';
import type { Lists } from './posting-lists.ts';
import { bitsFor, bucketOf, decodeLists, encodeLists } from './posting-lists.ts';

export interface PackedBlock {
  bits: number;
  /** The documents by their numbers, in the order of time. */
  places: Places;
  /** By their numbers; one where nothing stands is absent. */
  buckets: Map<number, Buffer>;
}

/** A block that is being made: its buckets come as they are asked for, so that nobody waits for all of them. */
export interface Making {
  bits: number;
  places: Dated[];
  buckets: Iterable<Bucket[]>;
}

export interface Bucket {
  bucket: number;
  lists: Buffer;
}

export function pack(documents: readonly LoadedDocument[]): PackedBlock {
  const sorted = documents.toSorted(olderFirst);
  const lists: Lists = new Map();
  for (const [doc, { tokens }] of sorted.entries())
    for (const token of tokens) {
      const docs = lists.get(token);
      if (docs) docs.push(doc);
      else lists.set(token, [doc]);
    }
  let bytes = 0;
  for (const docs of lists.values()) bytes += bytesOfList + docs.length * bytesOfDoc;
  const bits = bitsFor(bytes);
  const places = sorted.map(({ kind, ownerId, seq, at }) => ({ kind, ownerId, seq, at }));
  return { bits, places, buckets: new Map(bucketsOf(lists, bits).map((one) => [one.bucket, one.lists])) };
}

/** One of all: in the order of time again, each document once, and those that were taken out are left behind. */
export function merge(blocks: readonly PackedBlock[]): Making {
  const { places, numbers } = inOrder(blocks);
  const bytes = blocks
    .flatMap(({ buckets }) => [...buckets.values()])
    .reduce((sum, one) => sum + one.length, 0);
  const bits = bitsFor(bytes);
  const step = Math.min(bits, Math.max(...blocks.map((block) => block.bits)));
  const divided = blocks.map((block) => divide(block, step));
  return { bits, places, buckets: mergedBuckets(divided, numbers, bits, step) };
}

/** A smaller one gets as many buckets as the others: one that had but a single one would make a single step of all. */
function divide(block: PackedBlock, step: number): PackedBlock {
  if (block.bits >= step) return block;
  const finer = [...block.buckets.values()].flatMap((lists) => bucketsOf(decodeLists(lists), step));
  return { ...block, bits: step, buckets: new Map(finer.map(({ bucket, lists }) => [bucket, lists])) };
}

/** As it stands. */
export const making = ({ bits, places, buckets }: PackedBlock): Making => ({
  bits,
  places: places.filter((place) => place !== null),
  buckets: [[...buckets].map(([bucket, lists]) => ({ bucket, lists }))],
});

const bytesOfList = 5;
const bytesOfDoc = 1.3;
const olderFirst = (a: Dated, b: Dated) => newerFirst(b, a);

/** The number that each document of each block has among all. */
function inOrder(blocks: readonly PackedBlock[]): { places: Dated[]; numbers: Int32Array[] } {
  const all = blocks
    .flatMap(({ places }, block) => places.map((place, doc) => ({ place, block, doc })))
    .filter((one): one is { place: Dated; block: number; doc: number } => one.place !== null)
    .toSorted((a, b) => olderFirst(a.place, b.place));
  const numbers = blocks.map(({ places }) => new Int32Array(places.length).fill(-1));
  const places: Dated[] = [];
  for (const { place, block, doc } of all) {
    const last = places.at(-1);
    if (!last || newerFirst(last, place) !== 0) places.push(place);
    numbers[block]![doc] = places.length - 1;
  }
  return { places, numbers };
}

/** Two to the power of `step` times: what begins alike in all blocks. */
function* mergedBuckets(
  blocks: readonly PackedBlock[],
  numbers: readonly Int32Array[],
  bits: number,
  step: number,
): Generator<Bucket[]> {
  for (let part = 0; part < 1 << step; part++) {
    const lists: Lists = new Map();
    for (const [i, { buckets, bits: fine }] of blocks.entries()) {
      const count = 1 << (fine - step);
      for (let bucket = part * count; bucket < (part + 1) * count; bucket++) {
        const encoded = buckets.get(bucket);
        if (encoded) addAll(lists, decodeLists(encoded), numbers[i]!);
      }
    }
    for (const docs of lists.values()) order(docs);
    yield bucketsOf(lists, bits);
  }
}

function addAll(lists: Lists, some: Lists, numbers: Int32Array): void {
  for (const [token, docs] of some) {
    let into = lists.get(token);
    if (!into) lists.set(token, (into = []));
    for (const doc of docs) if (numbers[doc]! >= 0) into.push(numbers[doc]!);
  }
}

/** Blocks follow on one another more often than not: then the numbers stand in order as they are. */
function order(docs: number[]): void {
  for (let i = 1; i < docs.length; i++)
    if (docs[i]! <= docs[i - 1]!) {
      docs.sort((a, b) => a - b);
      let kept = 1;
      for (let j = 1; j < docs.length; j++) if (docs[j] !== docs[j - 1]) docs[kept++] = docs[j]!;
      docs.length = kept;
      return;
    }
}

function bucketsOf(lists: Lists, bits: number): Bucket[] {
  const byBucket = new Map<number, Lists>();
  for (const [token, docs] of lists) {
    if (docs.length === 0) continue;
    const bucket = bucketOf(token, bits);
    const of = byBucket.get(bucket);
    if (of) of.set(token, docs);
    else byBucket.set(bucket, new Map([[token, docs]]));
  }
  return [...byBucket].map(([bucket, of]) => ({ bucket, lists: encodeLists(of) }));
}
