import { expect, test } from 'vitest';
import { words } from './words.ts';

function sentences(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function') return [String(part('X'))];
  return Object.values(part as object).flatMap(sentences);
}

test('nothing is left unsaid in either language', () => {
  expect(sentences(words.zh).filter((sentence) => !sentence.trim())).toEqual([]);
  expect(sentences(words.en)).toHaveLength(sentences(words.zh).length);
});

test('English has no Chinese left in it, and Chinese is Chinese', () => {
  expect(sentences(words.en).filter((sentence) => /\p{Script=Han}/u.test(sentence))).toEqual([]);
  expect(sentences(words.zh).filter((sentence) => !/\p{Script=Han}/u.test(sentence))).toEqual([]);
});
