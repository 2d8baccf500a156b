import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requiredBy, requiredByAll } from './required.ts';

const needs = (pattern: RegExp) => requiredByAll(requiredBy(pattern)).map((need) => need.toSorted());

describe('what every match of a pattern holds', () => {
  test('is its plain words', () => expect(needs(/swap it/)).toEqual([['swap it']]));
  test('is any of what a place may hold', () =>
    expect(needs(/[退换](?:货|款)/)).toEqual([['换款', '换货', '退款', '退货']]));
  test('is all that stands one after the other', () =>
    expect(needs(/难道.{0,8}(?:吗|么)/)).toEqual([['难道'], ['么', '吗']]));
  test('leaves out what may be missing', () =>
    expect(needs(/(?:真的)*没(?:有)?办法(?:呢)?/)).toEqual([['没办法', '没有办法']]));
  test('leaves out what only stands before or behind it, and what must not stand', () =>
    expect(needs(/(?<!还)是(?=吗)\b(?!好)[^,]\d+\p/)).toEqual([['是']]));
  test('counts what is repeated, once at least', () =>
    expect(needs(/(?:ha){2,3}|(?:hi)+/)).toEqual([['ha', 'hi']]));
  test('is unknown where one way of matching leaves it open', () => expect(needs(/投诉|.{2}/)).toEqual([]));
  test('is unknown of a pattern that looks at letters in another way', () =>
    expect(needs(/swap/i)).toEqual([]));
  test('drops what another string of the same place says', () => expect(needs(/退款|退/)).toEqual([['退']]));
  test('tells the ways of a choice apart', () =>
    expect(requiredBy(/差评.{0,4}返现|好评/)).toEqual([[['差评'], ['返现']], [['好评']]]));

  test('stands in whatever a pattern matches', () => {
    const part = fc.constantFrom(
      '退',
      '[换补]',
      '您?',
      '(?:不|没有)',
      '.{0,3}',
      '(?:钱|款)+',
      '\\b',
      '(?!好)',
      'a{2}',
    );
    const pattern = fc.array(fc.array(part, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 });
    const text = fc.string({ unit: fc.constantFrom(...'退换补您不没有钱款好a'), maxLength: 14 });
    fc.assert(
      fc.property(pattern, text, (choices, said) => {
        const written = new RegExp(choices.map((parts) => parts.join('')).join('|'));
        const match = written.exec(said)?.[0];
        fc.pre(match !== undefined);
        for (const need of needs(written)) expect(need.some((word) => match!.includes(word))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
