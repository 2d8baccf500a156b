/**
 * Which office document an archive is, by the names in its directory at the end. Nothing in it is ever unpacked: however
 * far its contents would swell, no more than its last bytes is read.
 */

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;
const mostEntries = 5000;

const mainParts = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
} as const;

export function officeKind(tail: Buffer, size: number): keyof typeof mainParts | null {
  const names = namesIn(tail, size);
  // With a program inside it is no plain document.
  if (
    !names?.includes('[Content_Types].xml') ||
    names.some((name) => /vbaProject|activeX|\.(exe|js|vbs)$/i.test(name))
  )
    return null;
  const kinds = Object.keys(mainParts) as (keyof typeof mainParts)[];
  return kinds.find((kind) => names.includes(mainParts[kind])) ?? null;
}

/** null: its directory is not whole, or begins before what was read. */
function namesIn(tail: Buffer, size: number): string[] | null {
  const end = endOf(tail);
  if (end < 0) return null;
  const count = tail.readUInt16LE(end + 10);
  const start = tail.readUInt32LE(end + 16) - (size - tail.length);
  if (start < 0 || count > mostEntries) return null;
  const names: string[] = [];
  for (let at = start; names.length < count;) {
    if (at + entryBytes > end || tail.readUInt32LE(at) !== entryMark) return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => tail.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push(tail.toString('utf8', at + entryBytes, at + entryBytes + name));
    at += entryBytes + name + extra + comment;
  }
  return names;
}

function endOf(tail: Buffer): number {
  for (let at = tail.length - endBytes; at >= 0; at--) if (tail.readUInt32LE(at) === endMark) return at;
  return -1;
}
