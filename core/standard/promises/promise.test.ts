import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewOf } from '../text.ts';
import { promisesIn, type Promised } from './promise.ts';
import { at, calendar, read, shown } from './testing.ts';

test('what is quoted is not promised', () => {
  expect(read('上次那位说“明天给您补发一件全新的”，我看不到记录')).toEqual([]);
});

test('full width, traditional and spaced text is the same', () => {
  const plain = read('2小时内回复您').map(shown);
  for (const text of ['２小时内回复您', '2 小時內回覆您', '２ 小时内 回复您'])
    expect(read(text).map(shown)).toEqual(plain);
});

test('it points at the words in the original', () => {
  const text = '您好😊 ２小时內回覆您～';
  const [{ start, end }] = read(text) as [Promised];
  expect(text.slice(start, end)).toBe('２小时內回覆');
});

describe('bad input', () => {
  const words = [
    '明天',
    '3点',
    '前',
    '给您',
    '回复',
    '，',
    '退款',
    '如果',
    '周五',
    '2小时',
    '内',
    '马上',
    '\ud800',
    '😀',
    ' by ',
    'call you',
    ' at 5',
  ];

  test('any words in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const { due, start, end } of read(text)) {
          expect(due).toBeGreaterThan(at);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void read(text)));
  });

  test.each(words)('64 kB of "%s" are read at once', (word) => {
    const view = viewOf(word.repeat(Math.ceil(65_536 / word.length)));
    const began = performance.now();
    promisesIn(view, { at, lang: 'zh', calendar });
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
