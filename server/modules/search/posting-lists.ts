/** Which documents of a block hold a token, in few bytes: many lists one behind the other in a bucket. Pure. */

/**
 * So many buckets has a block (two to the power of `bits`), and a token stands in one of them. What shares a bucket in a
 * larger block shares one in a smaller block as well: blocks are merged a few buckets at a time.
 */
export function bucketOf(token: number, bits: number): number {
  return bits === 0 ? 0 : Math.imul(token, 0x9e3779b1) >>> (32 - bits);
}

/** Buckets of about half a kilobyte: few enough to be rows of a table, small enough to be read for one list in them. */
export function bitsFor(bytes: number): number {
  return Math.min(mostBits, Math.max(0, Math.ceil(Math.log2(bytes / 640))));
}
const mostBits = 14;

/** Documents by token; the numbers of each ascending. */
export type Lists = Map<number, number[]>;

/** Each list: the token, its length in bytes, and the steps from one number to the next. */
export function encodeLists(lists: Lists): Buffer {
  const out = new Bytes(lists.size * 12);
  for (const token of [...lists.keys()].toSorted((a, b) => a - b)) {
    const docs = lists.get(token)!;
    out.int32(token);
    out.varint(bytesOf(docs));
    let last = -1;
    for (const doc of docs) {
      out.varint(doc - last - 1);
      last = doc;
    }
  }
  return out.buffer();
}

export function decodeLists(encoded: Buffer): Lists {
  const lists: Lists = new Map();
  for (const { token, start, end } of entries(encoded)) lists.set(token, decodeDocs(encoded, start, end));
  return lists;
}

/** The documents of one token. */
export function findList(encoded: Buffer, token: number): number[] {
  for (const entry of entries(encoded))
    if (entry.token === token) return decodeDocs(encoded, entry.start, entry.end);
  return [];
}

/** What stands in every list, ascending. */
export function inAll(lists: readonly (readonly number[])[]): number[] {
  const [shortest, ...others] = lists.toSorted((a, b) => a.length - b.length);
  let docs = [...(shortest ?? [])];
  for (const other of others) {
    if (docs.length === 0) break;
    docs = inBoth(docs, other);
  }
  return docs;
}

/** Both go up: one walk over the two. */
function inBoth(few: readonly number[], many: readonly number[]): number[] {
  let at = 0;
  return few.filter((doc) => {
    while (at < many.length && many[at]! < doc) at++;
    return many[at] === doc;
  });
}

interface Entry {
  token: number;
  start: number;
  end: number;
}

function* entries(encoded: Buffer): Generator<Entry> {
  for (let at = 0; at < encoded.length;) {
    const token = encoded.readInt32LE(at);
    at += 4;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = encoded[at++]!;
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    yield { token, start: at, end: at + length };
    at += length;
  }
}

function decodeDocs(encoded: Buffer, start: number, end: number): number[] {
  const docs: number[] = [];
  let last = -1;
  for (let at = start; at < end;) {
    let step = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = encoded[at++]!;
      step |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    docs.push((last += step + 1));
  }
  return docs;
}

function bytesOf(docs: readonly number[]): number {
  let bytes = 0;
  let last = -1;
  for (const doc of docs) {
    for (let rest = doc - last - 1; rest > 0x7f; rest >>>= 7) bytes++;
    bytes++;
    last = doc;
  }
  return bytes;
}

/** A buffer that grows. */
class Bytes {
  #bytes: Buffer;
  #length = 0;

  constructor(expected: number) {
    this.#bytes = Buffer.allocUnsafe(Math.max(64, expected));
  }

  int32(value: number): void {
    this.#room(4);
    this.#length = this.#bytes.writeInt32LE(value, this.#length);
  }

  varint(value: number): void {
    this.#room(5);
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
    this.#bytes[this.#length++] = rest;
  }

  buffer(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(this.#bytes.length * 2);
    this.#bytes.copy(larger);
    this.#bytes = larger;
  }
}
