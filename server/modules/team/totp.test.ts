import { describe, expect, it } from 'vitest';
import { base32, codeOf, periodAt, periodOf } from './totp.ts';

/** The secret and the values of RFC 6238, appendix B, of which six digits are used here. */
const secret = Buffer.from('12345678901234567890');

describe('codes that change with time', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %d seconds: %s', (seconds, code) => {
    expect(codeOf(secret, periodAt(seconds * 1000))).toBe(code);
  });

  it('are taken from the present half minute and its neighbours, no others', () => {
    const now = 1_234_567_890_000;
    const period = periodAt(now);
    for (const near of [-1, 0, 1])
      expect(periodOf(secret, codeOf(secret, period + near), now)).toBe(period + near);
    for (const far of [-3, -2, 2, 3]) expect(periodOf(secret, codeOf(secret, period + far), now)).toBe(null);
  });

  it.each(['', '12345', '1234567', '28708 ', 'abcdef', '２８７０８２'])('%j is none', (code) => {
    expect(periodOf(secret, code, 59_000)).toBe(null);
  });
});

it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j in base 32 is %j', (text, written) => {
  expect(base32(Buffer.from(text))).toBe(written);
});
