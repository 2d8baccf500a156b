/** A text as a QR code (ISO/IEC 18004): bytes, level M, the smallest of the sizes 1 to 12 that holds it. */

/** By size: error-correcting codewords of a block, and how many blocks. */
const eccOf = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22];
const blocksOf = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8];
const totalOf = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404, 466];

/** Rows of modules, true is dark; null: the text is too long. */
export function qrCode(text: string): boolean[][] | null {
  const bytes = new TextEncoder().encode(text);
  const version = totalOf.findIndex((_, at) => bytes.length + headerBytes(at + 1) <= dataLength(at + 1)) + 1;
  if (version === 0) return null;
  const words = interleaved(version, dataWords(version, bytes));
  const plain = drawn(version, words);
  const masked = masks.map((mask, number) => withFormat(applied(plain, mask), number));
  return masked.toSorted((a, b) => penalty(a) - penalty(b))[0]!;
}

const countBits = (version: number) => (version < 10 ? 8 : 16);
const headerBytes = (version: number) => Math.ceil((4 + countBits(version)) / 8);
const dataLength = (version: number) => totalOf[version - 1]! - eccOf[version - 1]! * blocksOf[version - 1]!;

/** Mode, length, bytes, the end, and padding up to the size's length. */
function dataWords(version: number, bytes: Uint8Array): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >> i) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, countBits(version));
  for (const byte of bytes) push(byte, 8);
  const length = dataLength(version) * 8;
  push(0, Math.min(4, length - bits.length));
  while (bits.length % 8 > 0) bits.push(0);
  const words = Array.from({ length: bits.length / 8 }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2),
  );
  for (let pad = 0xec; words.length < length / 8; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

/** In blocks, each with its error correction, read across. The later blocks are a word longer where they don't divide. */
function interleaved(version: number, words: number[]): number[] {
  const count = blocksOf[version - 1]!;
  const short = Math.floor(words.length / count);
  const shortBlocks = count - (words.length % count);
  let from = 0;
  const blocks = Array.from({ length: count }, (_, at) => {
    const length = short + (at < shortBlocks ? 0 : 1);
    return words.slice(from, (from += length));
  });
  const corrections = blocks.map((block) => remainder(block, eccOf[version - 1]!));
  return [...across(blocks), ...across(corrections)];
}

function across(blocks: number[][]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: longest }, (_, at) => at).flatMap((at) =>
    blocks.flatMap((block) => (at < block.length ? [block[at]!] : [])),
  );
}

/** Reed-Solomon over GF(256) with x^8 + x^4 + x^3 + x^2 + 1. */
export function remainder(block: number[], degree: number): number[] {
  const divisor = generator(degree);
  const rest = Array.from({ length: degree }, () => 0);
  for (const word of block) {
    const factor = word ^ rest.shift()!;
    rest.push(0);
    divisor.forEach((coefficient, at) => (rest[at]! ^= times(coefficient, factor)));
  }
  return rest;
}

/** Its highest coefficient, always 1, is left out. */
function generator(degree: number): number[] {
  const result: number[] = Array.from({ length: degree }, (_, at) => (at === degree - 1 ? 1 : 0));
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2))
    for (let at = 0; at < degree; at++) result[at] = times(result[at]!, root) ^ (result[at + 1] ?? 0);
  return result;
}

export function times(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> i) & 1) * a;
  }
  return product;
}

interface Drawing {
  size: number;
  /** Finders, timing, alignment, format and version: fixed by the size. */
  fixed: boolean[][];
  dark: boolean[][];
}

function drawn(version: number, words: number[]): Drawing {
  const size = version * 4 + 17;
  const grid = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const drawing: Drawing = { size, fixed: grid(), dark: grid() };
  const set = (x: number, y: number, dark: boolean) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    drawing.fixed[y]![x] = true;
    drawing.dark[y]![x] = dark;
  };
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(set, x, y, 4, [0, 1, 3]);
  const centres = alignments(version);
  const last = centres.at(-1);
  for (const x of centres)
    for (const y of centres)
      if (!(x === 6 && y === 6) && !(x === 6 && y === last) && !(x === last && y === 6))
        square(set, x, y, 2, [0, 2]);
  for (const [x, y] of formatPlaces(size).flat()) set(x, y, false);
  set(8, size - 8, true);
  if (version >= 7) drawVersion(version, size, set);
  fill(drawing, words);
  return drawing;
}

type Set = (x: number, y: number, dark: boolean) => void;

/** Rings round a centre, dark at these distances. */
function square(set: Set, cx: number, cy: number, radius: number, dark: number[]): void {
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++)
      set(cx + dx, cy + dy, dark.includes(Math.max(Math.abs(dx), Math.abs(dy))));
}

function alignments(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const last = version * 4 + 10;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => last - (count - 2 - at) * step)];
}

/** Both copies of the fifteen bits, the lowest first. */
function formatPlaces(size: number): [x: number, y: number][][] {
  const first: [number, number][] = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((y): [number, number] => [8, y]),
    ...[7, 5, 4, 3, 2, 1, 0].map((x): [number, number] => [x, 8]),
  ];
  const second = Array.from({ length: 15 }, (_, i): [number, number] =>
    i < 8 ? [size - 1 - i, 8] : [8, size - 15 + i],
  );
  return [first, second];
}

function drawVersion(version: number, size: number, set: Set): void {
  const bits = (version << 12) | divided(version, 12, 0x1f25);
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >> i) & 1) === 1;
    const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)];
    set(a, b, dark);
    set(b, a, dark);
  }
}

/** What is left of `value`, shifted by `degree`, over GF(2). */
function divided(value: number, degree: number, by: number): number {
  let rest = value;
  for (let i = 0; i < degree; i++) rest = (rest << 1) ^ ((rest >> (degree - 1)) * by);
  return rest;
}

/** Two columns at a time from the right, up and down in turn, past the timing column. */
function fill({ size, fixed, dark }: Drawing, words: number[]): void {
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let i = 0; i < size; i++) {
      const upward = ((right + 1) & 2) === 0;
      const y = upward ? size - 1 - i : i;
      for (const x of [right, right - 1]) {
        if (fixed[y]![x]) continue;
        const word = words[bit >> 3];
        dark[y]![x] = word !== undefined && ((word >> (7 - (bit & 7))) & 1) === 1;
        bit++;
      }
    }
  }
}

const masks: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function applied({ fixed, dark }: Drawing, mask: (typeof masks)[number]): boolean[][] {
  return dark.map((row, y) => row.map((one, x) => (fixed[y]![x] ? one : one !== mask(x, y))));
}

/** Level M is 00. */
function withFormat(rows: boolean[][], mask: number): boolean[][] {
  const bits = ((mask << 10) | divided(mask, 10, 0x537)) ^ 0x5412;
  for (const places of formatPlaces(rows.length))
    places.forEach(([x, y], i) => (rows[y]![x] = ((bits >> i) & 1) === 1));
  return rows;
}

/** Long runs, blocks, what looks like a finder, and an uneven share of dark make a code hard to read. */
function penalty(rows: boolean[][]): number {
  const size = rows.length;
  const columns = rows.map((_, x) => rows.map((row) => row[x]!));
  const lines = [...rows, ...columns].map((line) => line.map(Number).join(''));
  const runs = lines
    .flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? [])
    .reduce((sum, run) => sum + run.length - 2, 0);
  const finders = lines.reduce(
    (sum, line) => sum + [...line.matchAll(/(?=10111010000|00001011101)/g)].length,
    0,
  );
  let blocks = 0;
  for (let y = 1; y < size; y++)
    for (let x = 1; x < size; x++) {
      const one = rows[y]![x];
      if (rows[y - 1]![x] === one && rows[y]![x - 1] === one && rows[y - 1]![x - 1] === one) blocks++;
    }
  const dark = rows.flat().filter(Boolean).length / size ** 2;
  return runs + blocks * 3 + finders * 40 + Math.floor(Math.abs(dark - 0.5) * 20) * 10;
}
