import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { translator, type WordKey } from './index.ts';
import { zh } from './zh-CN.ts';

const keys = Object.keys(zh) as WordKey[];
const holesIn = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(String).toSorted();
/** Each language's own name stands in the other's catalogue. */
const nameOfTheOther: WordKey = 'language.other';

describe('the catalogues', () => {
  it('have the same keys, none of them empty', () => {
    expect(Object.keys(en).toSorted()).toEqual(keys.toSorted());
    expect(keys.filter((key) => zh[key].trim() === '' || en[key].trim() === '')).toEqual([]);
  });

  it('fill the same holes', () => {
    expect(keys.filter((key) => String(holesIn(zh[key])) !== String(holesIn(en[key])))).toEqual([]);
  });

  it('leave no Chinese in English and nothing untranslated in Chinese', () => {
    const han = /\p{Script=Han}/u;
    const others = keys.filter((key) => key !== nameOfTheOther);
    expect(others.filter((key) => han.test(en[key]))).toEqual([]);
    const wordless = (words: string) => words.replaceAll(/\{\w+\}/g, '').replaceAll(/[^\p{L}]/gu, '') === '';
    expect(others.filter((key) => !han.test(zh[key]) && !wordless(zh[key]))).toEqual([]);
  });
});

describe('a translator', () => {
  it('fills the holes by name', () => {
    expect(translator('zh')('owner.other', { name: '小云' })).toBe('小云 接待中');
    expect(translator('en')('owner.other', { name: 'Xiaoyun' })).toBe('With Xiaoyun');
  });

  it('shows a hole that nobody filled rather than hiding it', () => {
    expect(translator('en')('owner.other')).toBe('With {name}');
  });
});
