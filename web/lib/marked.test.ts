import { describe, expect, it } from 'vitest';
import { pieces } from './marked.ts';

describe('a text with marks', () => {
  it('is cut at the words', () => {
    expect(pieces('您难道看不懂吗', [{ start: 1, end: 7, weight: 'block' }])).toEqual([
      { text: '您', weight: null },
      { text: '难道看不懂吗', weight: 'block' },
    ]);
  });

  it('shows the graver weight where two marks lie over each other', () => {
    const ranges = [
      { start: 0, end: 4, weight: 'warn' as const },
      { start: 2, end: 6, weight: 'block' as const },
    ];
    expect(pieces('abcdef', ranges)).toEqual([
      { text: 'ab', weight: 'warn' },
      { text: 'cd', weight: 'block' },
      { text: 'ef', weight: 'block' },
    ]);
  });

  it('never loses or adds a character, wherever the marks lie', () => {
    const ranges = [
      { start: -3, end: 2, weight: 'note' as const },
      { start: 4, end: 99, weight: 'alert' as const },
      { start: 3, end: 3, weight: 'warn' as const },
    ];
    expect(
      pieces('你好呀，再见', ranges)
        .map((piece) => piece.text)
        .join(''),
    ).toBe('你好呀，再见');
    expect(pieces('', ranges)).toEqual([]);
  });
});
