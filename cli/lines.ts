import { once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import type { Io } from './command.ts';

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

export type Complain = (complaint: string) => void;

/**
 * Writes what each line of the standard input is answered by; a line that can't be read is told by its number and left
 * out. 0: all lines were read; 1: some were not, or the answer complained.
 * @param unit what a line holds, for the advice on one that is too long
 */
export async function answerLines(
  io: Io,
  unit: string,
  answer: (line: string, complain: Complain) => string,
): Promise<number> {
  let code = 0;
  let number = 0;
  for await (const line of linesOf(io.stdin)) {
    number++;
    if (line !== null && line.trim() === '') continue;
    const complain = (complaint: string) => {
      code = 1;
      io.stderr.write(`line ${number}: ${complaint}\n`);
    };
    if (line === null) complain(tooLong(unit));
    const written = line === null ? '' : answer(line, complain);
    if (written !== '' && !io.stdout.write(written)) await once(io.stdout, 'drain');
  }
  return code;
}

export const tooLong = (unit: string) => `is longer than 16 MB, so it was skipped; write one ${unit} a line`;
