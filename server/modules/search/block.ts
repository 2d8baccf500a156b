/** Which documents of a block hold a token, in as few bytes as it takes. Pure. */

/** Documents of a block. A list of them never needs more bytes than one bit for each does. */
export const blockSize = 4096;
const bitmapBytes = blockSize / 8;

/** @param docs ascending */
export function encodeDocs(docs: readonly number[]): Buffer {
  if (docs.length * 2 < bitmapBytes) {
    const list = Buffer.allocUnsafe(docs.length * 2);
    for (const [i, doc] of docs.entries()) list.writeUInt16LE(doc, i * 2);
    return list;
  }
  const bits = Buffer.alloc(bitmapBytes);
  for (const doc of docs) bits[doc >> 3]! |= 1 << (doc & 7);
  return bits;
}

/** Ascending. */
export function decodeDocs(encoded: Buffer): number[] {
  const docs: number[] = [];
  if (encoded.length < bitmapBytes) {
    for (let i = 0; i < encoded.length; i += 2) docs.push(encoded.readUInt16LE(i));
    return docs;
  }
  for (let byte = 0; byte < bitmapBytes; byte++)
    for (let rest = encoded[byte]!; rest !== 0; rest &= rest - 1)
      docs.push(byte * 8 + 31 - Math.clz32(rest & -rest));
  return docs;
}

/** The documents that stand in every list, ascending. */
export function inAll(lists: readonly Buffer[]): number[] {
  const [shortest, ...others] = lists.toSorted((a, b) => a.length - b.length);
  if (!shortest) return [];
  let docs = decodeDocs(shortest);
  for (const other of others) {
    if (docs.length === 0) return docs;
    const held = new Set(decodeDocs(other));
    docs = docs.filter((doc) => held.has(doc));
  }
  return docs;
}
