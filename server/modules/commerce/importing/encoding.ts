/** UTF-8 or GB18030, found out from the bytes themselves: all of them, since the first Chinese name may stand far down. */
import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

export async function encodingOf(bytes: AsyncIterable<Buffer>): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const lenient = new TextDecoder('utf-8');
  let first = true;
  let fails = false;
  let broken = 0;
  let whole = 0;
  for await (const chunk of bytes) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
    first = false;
    if (!fails) fails = !decodes(strict, chunk);
    for (const character of lenient.decode(chunk, { stream: true })) {
      if (character === '\ufffd') broken++;
      else if (character > '\u007f') whole++;
    }
  }
  if (!fails) fails = !decodes(strict);
  // A UTF-8 file with a torn character stays one: GB18030 read as UTF-8 is broken nearly everywhere.
  return fails && broken * 20 > whole ? 'gb18030' : 'utf-8';
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

export async function* decoded(bytes: Readable, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}
