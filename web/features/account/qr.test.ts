import { describe, expect, it } from 'vitest';
import { qrCode, remainder, times } from './qr.ts';

/** Reads a code as a phone would: format, mask, path, blocks, correction, mode, length. Sizes 1 to 6 with equal blocks. */
function read(rows: boolean[][]): string {
  const size = rows.length;
  const version = (size - 17) / 4;
  const at = (x: number, y: number) => rows[y]![x]!;
  const format =
    [0, 1, 2, 3, 4, 5, 7, 8].map((y) => at(8, y)).reduce((sum, dark, i) => sum | (Number(dark) << i), 0) |
    ([7, 5, 4, 3, 2, 1, 0].map((x) => at(x, 8)).reduce((sum, dark, i) => sum | (Number(dark) << i), 0) << 8);
  const plain = format ^ 0x5412;
  expect(plain >> 13, 'level M').toBe(0);
  const mask = plain >> 10;
  const words: number[] = [];
  let bits = '';
  let up = true;
  for (let right = size - 1; right > 0; right -= 2, up = !up) {
    if (right === 6) right--;
    for (let i = 0; i < size; i++) {
      const y = up ? size - 1 - i : i;
      for (const x of [right, right - 1]) {
        if (isFixed(x, y, size, version)) continue;
        bits += Number(at(x, y) !== masked(mask, x, y));
        if (bits.length === 8) {
          words.push(Number.parseInt(bits, 2));
          bits = '';
        }
      }
    }
  }
  const [ecc, count] = { 1: [10, 1], 2: [16, 1], 3: [26, 1], 4: [18, 2], 5: [24, 2], 6: [16, 4] }[version]!;
  const dataCount = words.length - ecc! * count!;
  const data: number[] = [];
  for (let block = 0; block < count!; block++) {
    const own = words.slice(0, dataCount).filter((_, i) => i % count! === block);
    const correction = words.slice(dataCount).filter((_, i) => i % count! === block);
    expect(syndromes([...own, ...correction], ecc!), 'error correction').toEqual(
      Array.from({ length: ecc! }, () => 0),
    );
    data.push(...own);
  }
  const stream = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  expect(stream.slice(0, 4)).toBe('0100');
  const length = Number.parseInt(stream.slice(4, 12), 2);
  const bytes = Array.from({ length }, (_, i) => Number.parseInt(stream.slice(12 + i * 8, 20 + i * 8), 2));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function isFixed(x: number, y: number, size: number, version: number): boolean {
  const inFinder = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  const centre = version * 4 + 10;
  const inAlignment = version > 1 && Math.abs(x - centre) <= 2 && Math.abs(y - centre) <= 2;
  return inFinder || inAlignment || x === 6 || y === 6;
}

function masked(mask: number, x: number, y: number): boolean {
  const product = x * y;
  return [
    (x + y) % 2,
    y % 2,
    x % 3,
    (x + y) % 3,
    (Math.floor(y / 2) + Math.floor(x / 3)) % 2,
    (product % 2) + (product % 3),
    ((product % 2) + (product % 3)) % 2,
    (((x + y) % 2) + (product % 3)) % 2,
  ].map((rest) => rest === 0)[mask]!;
}

/** The word as a polynomial, at each root of the generator: all 0 where no bit is wrong. */
function syndromes(words: number[], count: number): number[] {
  let root = 1;
  return Array.from({ length: count }, () => {
    const value = words.reduce((sum, word) => times(sum, root) ^ word, 0);
    root = times(root, 2);
    return value;
  });
}

describe('a QR code', () => {
  it.each([
    ['一诺', 21],
    ['otpauth://totp/Yinuo:a', 25],
    ['otpauth://totp/Yinuo:xiaoman%3Acheng?secret=BBILXMOSNR5KZEEKPAYH4VQ63IUUGMG4&issuer=Yinuo', 41],
    ['x'.repeat(60), 33],
    ['y'.repeat(80), 37],
  ])('of %s is read back, in the smallest size', (text, size) => {
    const rows = qrCode(text)!;
    expect(rows.length).toBe(size);
    expect(read(rows)).toBe(text);
  });

  it('has the correction words of the standard’s own example', () => {
    const data = [
      0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
    ];
    expect(remainder(data, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]);
  });

  it('says its size from the seventh on, in both places', () => {
    const rows = qrCode('z'.repeat(120))!;
    expect(rows.length).toBe(45);
    const bits = (dark: (i: number) => boolean) =>
      Array.from({ length: 18 }, (_, i) => Number(dark(17 - i))).join('');
    expect(bits((i) => rows[Math.floor(i / 3)]![34 + (i % 3)]!)).toBe('000111110010010100');
    expect(bits((i) => rows[34 + (i % 3)]![Math.floor(i / 3)]!)).toBe('000111110010010100');
  });

  it('is none where the text is too long', () => {
    expect(qrCode('长'.repeat(100))).toBe(null);
  });
});
