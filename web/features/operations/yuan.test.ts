import { describe, expect, it } from 'vitest';
import { fenOf, yuanOf } from './yuan.ts';

describe('an amount in yuan', () => {
  it('is read to the fen', () => {
    expect(['12', '12.5', '12.50', '0.01', '¥1,234.56', '１２．３０', ' 007.1 '].map(fenOf)).toEqual([
      1200, 1250, 1250, 1, 123456, 1230, 710,
    ]);
    // As a fraction these would be one fen less, or more.
    expect(['1.15', '4.35', '1005.035', '19.99', '999999999.99'].map(fenOf)).toEqual([
      115,
      435,
      null,
      1999,
      99999999999,
    ]);
  });

  it('is not guessed at', () => {
    const wrong = ['', '-1', '+1', '1e3', '1.', '.5', '1.234', '12,34', '1,23.00', '十元', '0x10', '1/2'];
    expect(wrong.map(fenOf)).toEqual(wrong.map(() => null));
    expect(fenOf('1000000000')).toBeNull();
  });

  it('comes back as it was written, for every fen', () => {
    for (let fen = 0; fen < 20_000; fen++) expect(fenOf(yuanOf(fen))).toBe(fen);
    for (let fen = 7; fen < 99_999_999_999; fen = fen * 3 + 11) expect(fenOf(yuanOf(fen))).toBe(fen);
    expect(yuanOf(-5)).toBe('-0.05');
  });
});
