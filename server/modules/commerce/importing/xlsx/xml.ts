/**
 * The marks and texts of an XML part as it streams in: as much of XML as spreadsheets write. A document type is refused, so
 * that no entity of a file's own is ever made longer or fetched; names come without their prefix.
 */

export interface XmlReader {
  open(name: string, attributes: (name: string) => string | null): void;
  text(text: string): void;
  close(name: string): void;
}

export class BadXml extends Error {}

/** A mark or text that does not end within this is none of a spreadsheet. */
const longest = 4_000_000;

export function xmlParser(reader: XmlReader): { push(chunk: string): void; end(): void } {
  let left = '';
  return {
    push(chunk) {
      const whole = left + chunk;
      left = whole.slice(readParts(whole, reader));
      if (left.length > longest) throw new BadXml('endless');
    },
    end() {
      if (left.trim() !== '') throw new BadXml('cut off');
    },
  };
}

/** Up to where it read: what is behind has not come whole. */
function readParts(xml: string, reader: XmlReader): number {
  let at = 0;
  for (;;) {
    const mark = xml.indexOf('<', at);
    if (mark < 0) return at;
    if (mark > at) reader.text(unescaped(xml.slice(at, mark)));
    const end = endOf(xml, mark, reader);
    if (end < 0) return mark;
    at = end;
  }
}

/** Behind the mark; negative: its end has not come. */
function endOf(xml: string, mark: number, reader: XmlReader): number {
  if (xml.startsWith('<!--', mark)) return after(xml, '-->', mark);
  if (xml.startsWith('<![CDATA[', mark)) {
    const end = after(xml, ']]>', mark);
    if (end >= 0) reader.text(xml.slice(mark + 9, end - 3));
    return end;
  }
  if (xml.startsWith('<?', mark)) return after(xml, '?>', mark);
  // The beginning of one of these may be all that has come.
  if (xml.startsWith('<!', mark)) {
    if (/^<!(?:-|\[C?D?A?T?A?)?$/.test(xml.slice(mark))) return -1;
    throw new BadXml('a document type');
  }
  const end = after(xml, '>', mark);
  if (end < 0) return -1;
  if (xml[mark + 1] === '/') reader.close(bare(xml.slice(mark + 2, end - 1).trim()));
  else {
    const empty = xml[end - 2] === '/';
    const inside = xml.slice(mark + 1, end - (empty ? 2 : 1));
    const space = inside.search(/\s/);
    const name = bare(space < 0 ? inside : inside.slice(0, space));
    reader.open(name, (wanted) => (space < 0 ? null : attribute(inside, wanted)));
    if (empty) reader.close(name);
  }
  return end;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** By its whole name: `r` is another than `x:r`. */
function attribute(inside: string, wanted: string): string | null {
  for (let at = inside.indexOf(wanted); at >= 0; at = inside.indexOf(wanted, at + 1)) {
    if (!/\s/.test(inside[at - 1] ?? '')) continue;
    const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(inside.slice(at + wanted.length));
    if (value) return unescaped(value[1] ?? value[2] ?? '');
  }
  return null;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
