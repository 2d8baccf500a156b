import { StringDecoder } from 'node:string_decoder';

const longest = 16 * 1024 * 1024;

/** The lines of a stream, one at a time; null stands for a line that is too long to hold. */
export async function* linesOf(stream: AsyncIterable<string | Buffer>): AsyncGenerator<string | null> {
  const decoder = new StringDecoder('utf8');
  let held: string[] = [];
  let size = 0;
  let first = true;
  const take = () => {
    const line = size > longest ? null : held.join('').replace(/\r$/, '');
    held = [];
    size = 0;
    const whole = first && line ? line.replace(/^\ufeff/, '') : line;
    first = false;
    return whole;
  };
  const hold = (part: string) => {
    size += part.length;
    if (size > longest) held = [];
    else held.push(part);
  };
  for await (const chunk of stream) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    for (const part of parts.slice(0, -1)) {
      hold(part);
      yield take();
    }
    hold(parts.at(-1)!);
  }
  hold(decoder.end());
  if (size > 0) yield take();
}
