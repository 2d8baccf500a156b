/** Where the documents of a block stand, sixty-four to a page, so that one of them is read without all others. Pure. */
import type { Dated, DocumentKind } from './documents.ts';

export const pageSize = 64;

/** null: it was taken out. */
export type Places = (Dated | null)[];

export interface Page {
  /** Its number in the block. */
  page: number;
  firstAt: number;
  bytes: Buffer;
}

/** @param places in the order of time, none taken out */
export function pagesOf(places: readonly Dated[]): Page[] {
  return Array.from({ length: Math.ceil(places.length / pageSize) }, (_, page) => {
    const some = places.slice(page * pageSize, (page + 1) * pageSize);
    return { page, firstAt: some[0]!.at, bytes: encodePage(some) };
  });
}

/** Each conversation once; then for each document which of them, its kind, its number there, and when. */
export function encodePage(places: Places): Buffer {
  const owners = [...new Set(places.flatMap((place) => (place ? [place.ownerId] : [])))];
  const bytes = Buffer.alloc(1 + owners.length * 16 + places.length * placeBytes);
  bytes[0] = owners.length;
  for (const [i, ownerId] of owners.entries()) bytes.set(bytesOfUuid(ownerId), 1 + i * 16);
  for (const [i, place] of places.entries()) {
    if (!place) continue;
    const at = 1 + owners.length * 16 + i * placeBytes;
    bytes[at] = kinds.indexOf(place.kind) + 1;
    bytes[at + 1] = owners.indexOf(place.ownerId);
    bytes.writeInt32LE(place.seq, at + 2);
    bytes.writeDoubleLE(place.at, at + 6);
  }
  return bytes;
}

export function decodePage(bytes: Buffer): Places {
  const count = bytes[0]!;
  const start = 1 + count * 16;
  const owners = Array.from({ length: count }, (_, i) =>
    uuidOfBytes(bytes.subarray(1 + i * 16, 17 + i * 16)),
  );
  return Array.from({ length: (bytes.length - start) / placeBytes }, (_, i) => {
    const at = start + i * placeBytes;
    const kind = kinds[bytes[at]! - 1];
    if (!kind) return null;
    return {
      kind,
      ownerId: owners[bytes[at + 1]!]!,
      seq: bytes.readInt32LE(at + 2),
      at: bytes.readDoubleLE(at + 6),
    };
  });
}

const bytesOfUuid = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const uuidOfBytes = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const kinds: readonly DocumentKind[] = ['message', 'note', 'customer'];
const placeBytes = 14;
