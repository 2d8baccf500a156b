import { expect, test } from 'vitest';
import { blockSize, decodeDocs, encodeDocs, inAll } from './block.ts';

const every = (step: number) => Array.from({ length: Math.ceil(blockSize / step) }, (_, i) => i * step);

test.each([1, 2, 7, 16, 17, 600, blockSize])('every %i-th document comes back as it was', (step) => {
  const encoded = encodeDocs(every(step));
  expect(decodeDocs(encoded)).toEqual(every(step));
  expect(encoded.length).toBeLessThanOrEqual(512);
});

test('the first, the last, and none', () => {
  expect(decodeDocs(encodeDocs([0, blockSize - 1]))).toEqual([0, blockSize - 1]);
  expect(decodeDocs(encodeDocs([]))).toEqual([]);
});

test('what stands in all lists, whether short or long', () => {
  expect(inAll([every(2), every(3), every(500)].map(encodeDocs))).toEqual([0, 1500, 3000]);
  expect(inAll([encodeDocs([5]), encodeDocs([])])).toEqual([]);
  expect(inAll([])).toEqual([]);
});
