/**
 * What a file is, told from its bytes alone: a name or a header says what its sender likes. What is not in this table is not
 * taken; SVG and HTML are not, so that nothing kept here could ever run as a page.
 */
import { officeKind } from './office.ts';

export interface FileType {
  mime: string;
  /** The first is the usual one. */
  extensions: readonly string[];
  /** Shown in place; everything else is only ever downloaded. */
  picture: boolean;
}

const types = {
  png: { mime: 'image/png', extensions: ['png'], picture: true },
  jpeg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'], picture: true },
  gif: { mime: 'image/gif', extensions: ['gif'], picture: true },
  webp: { mime: 'image/webp', extensions: ['webp'], picture: true },
  pdf: { mime: 'application/pdf', extensions: ['pdf'], picture: false },
  mp4: { mime: 'video/mp4', extensions: ['mp4', 'm4v', 'mov'], picture: false },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    picture: false,
  },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    picture: false,
  },
  pptx: {
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
    picture: false,
  },
} satisfies Record<string, FileType>;

/** By how it begins; an office document may still turn out to be another kind of archive. */
export function mayBe(head: Buffer): boolean {
  return byMagic(head) !== null || isArchive(head);
}

export function sniff({ head, tail, size }: { head: Buffer; tail: Buffer; size: number }): FileType | null {
  const office = isArchive(head) ? officeKind(tail, size) : null;
  return office ? types[office] : byMagic(head);
}

export const pictureTypes: readonly string[] = Object.values(types)
  .filter((type) => type.picture)
  .map((type) => type.mime);

function byMagic(head: Buffer): FileType | null {
  const starts = (bytes: string, at = 0) =>
    head.subarray(at, at + bytes.length).equals(Buffer.from(bytes, 'latin1'));
  if (starts('\x89PNG\r\n\x1a\n')) return types.png;
  if (starts('\xff\xd8\xff')) return types.jpeg;
  if (starts('GIF87a') || starts('GIF89a')) return types.gif;
  if (starts('RIFF') && starts('WEBP', 8)) return types.webp;
  if (starts('%PDF-')) return types.pdf;
  if (starts('ftyp', 4) && brands.some((brand) => starts(brand, 8))) return types.mp4;
  return null;
}

const brands = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'qt  ', 'dash'];
const isArchive = (head: Buffer) => head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
