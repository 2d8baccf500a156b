import { expect, test } from 'vitest';
import type { Dated, LoadedDocument } from './documents.ts';
import { newerFirst, refKey } from './documents.ts';
import type { Making, PackedBlock } from './packed-block.ts';
import { making, merge, pack } from './packed-block.ts';
import { decodePage, encodePage, pagesOf, pageSize } from './pages.ts';
import { decodeLists, findList, bucketOf } from './posting-lists.ts';

/** Numbers that look like chance and are the same each time. */
const mixed = (n: number) => Math.imul(n ^ (n >>> 7), 0x85ebca6b) >>> 4;
const id = (n: number) => `0190a0b0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const document = (n: number): LoadedDocument => ({
  kind: n % 9 === 0 ? 'note' : 'message',
  ownerId: id(mixed(n) % 40),
  seq: n,
  // Many of one moment, and in no order.
  at: 1_700_000_000_000 + (mixed(n) % 50) * 1000,
  tokens: [7, mixed(n) % 300, (mixed(n + 1) % 5000) << 16].filter(
    (token, i, all) => all.indexOf(token) === i,
  ),
});
const some = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => document(from + i));

/** As it is read again. */
const packed = ({ bits, places, buckets }: Making): PackedBlock => ({
  bits,
  places,
  buckets: new Map([...buckets].flat().map(({ bucket, lists }) => [bucket, lists])),
});

/** The tokens of each document, in the order of the block. */
function contents({ places, buckets }: PackedBlock): [string, number[]][] {
  const tokens = places.map((): number[] => []);
  for (const lists of buckets.values())
    for (const [token, docs] of decodeLists(lists)) for (const doc of docs) tokens[doc]!.push(token);
  return places.flatMap((place, doc): [string, number[]][] =>
    place ? [[refKey(place), tokens[doc]!.toSorted((a, b) => a - b)]] : [],
  );
}

const expected = (documents: LoadedDocument[]): [string, number[]][] =>
  documents
    .toSorted((a, b) => newerFirst(b, a))
    .map((one) => [refKey(one), one.tokens.toSorted((a, b) => a - b)]);

test.each([1, 64, 65, 3000])(
  '%i documents are packed in the order of time, with all their tokens',
  (count) => {
    const block = pack(some(0, count));
    expect(contents(block)).toEqual(expected(some(0, count)));
    for (const [bucket, lists] of block.buckets)
      for (const token of decodeLists(lists).keys()) expect(bucketOf(token, block.bits)).toBe(bucket);
  },
);

test('blocks of any sizes merged are what their documents packed at once are', () => {
  const parts = [some(0, 1), some(1, 40), some(40, 900), some(900, 4000), some(4000, 4001)];
  const merged = packed(merge(parts.map(pack)));
  expect(contents(merged)).toEqual(expected(some(0, 4001)));
  expect(contents(packed(merge([merged, pack(some(4001, 4100))])))).toEqual(expected(some(0, 4100)));
});

test('merging goes in small steps, however small one of the blocks is', () => {
  const { buckets } = merge([pack(some(0, 3000)), pack(some(3000, 3001))]);
  const steps = [...buckets].map((step) => step.length);
  expect(steps.length).toBeGreaterThan(30);
});

test('a document that stands in two is one, under what either says', () => {
  const [first, second] = [document(1), { ...document(1), tokens: [...document(1).tokens, 99_999] }];
  expect(contents(packed(merge([pack([first, document(2)]), pack([second])])))).toEqual(
    expected([second, document(2)]),
  );
});

test('what was taken out of one is left behind', () => {
  const block = pack(some(0, 200));
  const places = block.places.map((place, doc) => (doc % 3 === 0 ? null : place));
  const left = contents(block).filter((_, doc) => doc % 3 !== 0);
  const merged = packed(merge([{ ...block, places }, pack([])]));
  expect(contents(merged)).toEqual(left);
  const none = merge([{ ...block, places: places.map(() => null) }]);
  expect([none.places, [...none.buckets].flat()]).toEqual([[], []]);
});

test('as it stands it goes on as it is', () => {
  const block = pack(some(0, 100));
  expect(packed(making(block))).toEqual(block);
  const [token] = document(5).tokens;
  const lists = block.buckets.get(bucketOf(token!, block.bits))!;
  expect(findList(lists, token!).length).toBeGreaterThan(0);
});

test('pages give back where each stood, and which was taken out', () => {
  const places: Dated[] = some(0, 200).map(({ kind, ownerId, seq, at }) => ({ kind, ownerId, seq, at }));
  const pages = pagesOf(places);
  expect(pages.flatMap(({ bytes }) => decodePage(bytes))).toEqual(places);
  expect(pages.map(({ firstAt }) => firstAt)).toEqual(
    places.filter((_, i) => i % pageSize === 0).map(({ at }) => at),
  );
  const holes = places.slice(0, 10).map((place, i) => (i % 2 === 0 ? null : place));
  expect(decodePage(encodePage(holes))).toEqual(holes);
  expect(encodePage([places[0]!, null]).includes(Buffer.from(places[1]!.ownerId.slice(-12), 'hex'))).toBe(
    false,
  );
});
