import { describe, expect, test } from 'vitest';
import { excerptOf, find, wordsOf } from './find.ts';
import { searchable } from './searchable.ts';
import { facetToken, tokensOf, tokensOfWords } from './tokens.ts';

const seen = (text: string) => searchable(text).text;

describe('a text as search sees it', () => {
  test.for([
    ['退貨，運費誰出？', '退货 运费谁出'],
    ['ＩＰｈｏｎｅ １５ 手机壳', 'iphone 15手机壳'],
    ['电话 138 1234 5678', '电话13812345678'],
    ['138-1234-5678 谢谢', '13812345678谢谢'],
    ['3-5 天', '3 5天'],
    ['好了，解决吧', '好了 解决吧'],
    ['😀[微笑]。。', ''],
    ['𠮷野家', '𠮷野家'],
  ])('%s reads %s', ([text, expected]) => expect(seen(text!)).toBe(expected));

  test('knows where each part stood', () => {
    const text = '亲，我要退 貨，電話138 1234 5678';
    const { text: folded, mark } = searchable(text);
    const cut = (word: string) => {
      const at = folded.indexOf(word);
      const { start, end } = mark(at, at + word.length);
      return text.slice(start, end);
    };
    expect(cut('退货')).toBe('退 貨');
    expect(cut('13812345678')).toBe('138 1234 5678');
  });
});

describe('tokens', () => {
  const texts = ['袜子少发了一双', '订单202611218834到了', 'iPhone15的M码', '退货', '贵', '𠮷野家'];

  test.each(texts)('of every part of %s are among its own, so that nothing is overlooked', (text) => {
    const all = new Set(tokensOf(text));
    const folded = seen(text);
    for (let from = 0; from < folded.length; from++)
      for (let to = from + 1; to <= folded.length; to++)
        for (const token of tokensOfWords(folded.slice(from, to).split(' '))) expect(all).toContain(token);
  });

  test('of two characters is the pair itself, of one Chinese character that character', () => {
    expect(tokensOfWords(['退货'])).toEqual([(0x9000 << 16) | 0x8d27]);
    expect(tokensOfWords(['贵'])).toHaveLength(1);
  });

  test('a lone letter or figure is too short to look up', () =>
    expect(tokensOfWords(['m', '7'])).toEqual([]));

  test('of a long sentence are few', () =>
    expect(tokensOfWords(['我们这边帮您看一下物流到了哪里然后再给您回电话好吗']).length).toBeLessThanOrEqual(
      12,
    ));

  test('fit an int and meet no facet', () => {
    const words = new Set(texts.flatMap(tokensOf));
    for (const token of words) expect(token | 0).toBe(token);
    for (const value of ['a', 'b', '0190-…']) {
      const facet = facetToken('author', value);
      expect(facet | 0).toBe(facet);
      expect(facet >>> 16).toBeGreaterThanOrEqual(2);
      expect(facet >>> 16).toBeLessThan(0x30);
      expect(facetToken('author', value)).toBe(facet);
      expect(facetToken('conversation', value)).not.toBe(facet);
    }
  });
});

describe('finding', () => {
  test('tells where all words stand, in the order of the text', () => {
    const text = '运费谁出？退貨的运费';
    expect(find(text, wordsOf('退货 运费'))!.map(({ start, end }) => text.slice(start, end))).toEqual([
      '运费',
      '退貨',
      '运费',
    ]);
  });

  test('needs all of them', () => expect(find('退货', wordsOf('退货 运费'))).toBeNull());

  test('finds nothing across a mark that ends something', () => {
    expect(find('好了，解决吧', wordsOf('了解'))).toBeNull();
  });

  test('cuts around the first place, between whole characters', () => {
    const text = '𠮷'.repeat(100) + '退货' + '好'.repeat(300);
    const cut = excerptOf(text, find(text, wordsOf('退货'))!);
    expect(cut.text.slice(cut.places[0]!.start, cut.places[0]!.end)).toBe('退货');
    expect([cut.cutBefore, cut.cutAfter, cut.text.isWellFormed()]).toEqual([true, true, true]);
    expect(excerptOf('退货', [{ start: 0, end: 2 }])).toEqual({
      text: '退货',
      places: [{ start: 0, end: 2 }],
      cutBefore: false,
      cutAfter: false,
    });
  });
});
