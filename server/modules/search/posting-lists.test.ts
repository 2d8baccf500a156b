import { expect, test } from 'vitest';
import { bitsFor, bucketOf, decodeLists, encodeLists, findList, inAll } from './posting-lists.ts';

const size = 32_000;
const every = (step: number) => Array.from({ length: Math.ceil(size / step) }, (_, i) => i * step);
const tokens = [0, 1, -1, 0x9000_8d27 | 0, 0x7fff_ffff, -0x8000_0000];

test.each([1, 2, 127, 128, 129, 16_384, size])('every %i-th document comes back as it was', (step) => {
  const lists = new Map(tokens.map((token) => [token, every(step)]));
  const encoded = encodeLists(lists);
  expect(decodeLists(encoded)).toEqual(lists);
  for (const token of tokens) expect(findList(encoded, token)).toEqual(every(step));
  expect(findList(encoded, 7)).toEqual([]);
});

test('no list, and one of the last document alone', () => {
  expect(decodeLists(encodeLists(new Map()))).toEqual(new Map());
  expect(decodeLists(encodeLists(new Map([[5, [size - 1]]])))).toEqual(new Map([[5, [size - 1]]]));
});

test('a list costs a byte for each document where many hold the token', () =>
  expect(encodeLists(new Map([[5, every(2)]])).length).toBeLessThan(size / 2 + 10));

test('what shares a bucket in a finer division shares one in a coarser', () => {
  for (let token = -5000; token < 5000; token += 7)
    for (let bits = 1; bits < 14; bits++) expect(bucketOf(token, bits) >> 1).toBe(bucketOf(token, bits - 1));
});

test('the buckets of a block are many where it is large, and one where it is small', () => {
  expect([bitsFor(0), bitsFor(100), bitsFor(700), bitsFor(2_000_000)]).toEqual([0, 0, 1, 12]);
});

test('what stands in all lists', () => {
  expect(inAll([every(2), every(3), every(500)])).toEqual(every(1500));
  expect(inAll([[5], []])).toEqual([]);
  expect(inAll([])).toEqual([]);
});
