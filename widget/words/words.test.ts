import { expect, test } from 'vitest';
import { simplified } from '../../core/standard/simplified.ts';
import { moreWords } from '../more/words.ts';
import { words as en } from './en.ts';
import { words as tw } from './zh-TW.ts';
import { zh } from './zh.ts';

const spoken = {
  'zh-CN': [zh, moreWords['zh-CN']],
  'zh-TW': [tw, moreWords['zh-TW']],
  en: [en, moreWords.en],
};

function sentences(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function') return [String(part('X', 'X'))];
  return Object.values(part as object).flatMap(sentences);
}

test('nothing is left unsaid in any language', () => {
  for (const words of Object.values(spoken)) {
    expect(sentences(words).filter((sentence) => !sentence.trim())).toEqual([]);
    expect(sentences(words)).toHaveLength(sentences(spoken['zh-CN']).length);
  }
});

test('English has no Chinese left in it, and Chinese is Chinese', () => {
  const han = /\p{Script=Han}/u;
  expect(sentences(spoken.en).filter((sentence) => han.test(sentence))).toEqual([]);
  for (const words of [spoken['zh-CN'], spoken['zh-TW']])
    expect(sentences(words).filter((sentence) => !han.test(sentence))).toEqual([]);
});

test('Traditional Chinese has no simplified characters left in it', () => {
  const codes = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => 0x4e00 + at);
  const simple = new Set(codes.filter((code) => simplified(code) !== code).map(simplified));
  const left = [...sentences(spoken['zh-TW']).join('')].filter((one) => simple.has(one.codePointAt(0)!));
  // Simplified forms that Traditional Chinese writes as well.
  expect(left.filter((one) => !'了台面他你只查出回核修很'.includes(one))).toEqual([]);
  expect(simple.has('们'.codePointAt(0)!)).toBe(true);
});
