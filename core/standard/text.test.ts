import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewOf } from './text.ts';

describe('one view for what counts as the same text', () => {
  test.each([
    ['full width', 'ＡＢＣ１２３！', 'abc123!'],
    ['case', 'HeLLo', 'hello'],
    ['traditional characters', '妳們貨發錯了', '你们货发错了'],
    ['spaces between Chinese characters', '你 有　病', '你有病'],
    ['spaces between words of Latin letters', 'two  words', 'two words'],
    ['a gap after a closing particle', '可以吗 我等您', '可以吗 我等您'],
    ['invisible characters', '智\u200b障\ufeff', '智障'],
    ['combining marks', 'ide\u0301e i\u0336d\u0336', 'idee id'],
    ['accented letters', 'Idée', 'idee'],
    ['stars inside a word', '傻*逼', '傻逼'],
    ['emoji inside a word', '傻😊逼', '傻逼'],
    ['sticker codes', '好的#E-s31[微笑]/:^_^', '好的'],
    ['what a bracket shows', '[图片]', '[图片]'],
    ['drawn-out letters', '烦烦烦烦 sooooo', '烦 so'],
    ['drawn-out marks', '？？？？！！！！', '??!!'],
    ['figures, which stay as they are', '10000 88888', '10000 88888'],
    ['letters of mathematics', '𝐬𝐭𝐮𝐩𝐢𝐝', 'stupid'],
    ['lone surrogates', 'a\ud800b\udfff', 'ab'],
  ])('%s', (_, original, text) => expect(viewOf(original).text).toBe(text));

  test('bare letters are left of a word taken apart', () => {
    expect(viewOf('工-商.局，见！').bare).toBe('工商局见');
  });

  test('a sticker alone has no words, a picture has', () => {
    expect(viewOf('😊#E-s31 ...').hasWords).toBe(false);
    expect(viewOf('[图片]').hasWords).toBe(true);
  });
});

describe('offsets lead back to what was typed', () => {
  test.each([
    ['您 有　病 吧', '有病', '有　病'],
    ['好的😊ＳＢ！', 'sb', 'ＳＢ'],
    ['妳真煩煩煩煩人', '烦人', '煩煩煩煩人'],
    ['𝐬𝐭𝐮𝐩𝐢𝐝 one', 'stupid', '𝐬𝐭𝐮𝐩𝐢𝐝'],
  ])('%s', (original, found, typed) => {
    const view = viewOf(original);
    const at = view.text.indexOf(found);
    const { start, end } = view.mark(at, at + found.length);
    expect(original.slice(start, end)).toBe(typed);
  });

  test('for any text and any part of it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        (original, one, other) => {
          const view = viewOf(original);
          const size = view.text.length;
          const [from, to] = [one % (size + 1), other % (size + 1)].sort((a, b) => a - b) as [number, number];
          const { start, end } = view.mark(from, to);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(original.length);
        },
      ),
    );
  });
});

describe('quotations are not the writer’s own words', () => {
  test.each([
    ['您说的“凭什么不退”我理解', true],
    ['客户骂我们「骗子」', true],
    ['You wrote "this is useless" and I see why', true],
    ['就您这“智商”', false],
  ])('%s', (text, masked) => {
    const view = viewOf(text);
    expect(view.unquoted.includes('\ufffd')).toBe(masked);
    expect(view.unquoted).toHaveLength(view.text.length);
  });
});
