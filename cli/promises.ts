import { promiseForm, readPromiseLine } from '../core/standard/promises/promise-form.ts';
import { promisesIn } from '../core/standard/promises/promise.ts';
import type { Io } from './command.ts';
import { answerLines, type Complain } from './lines.ts';

const usage = `用法：yinuo promises < sentences.jsonl > promises.jsonl
每行读入一句话和它的时间，每行写出其中的承诺和期限；不需要数据库。

Usage: yinuo promises < sentences.jsonl > promises.jsonl
Reads a sentence and its time a line and writes what was promised and by when; needs no database.
`;

/** Reads sentences, writes their promises. 0: all lines were read; 1: some were not; 2: wrong usage. */
export async function promisesCommand(argv: string[], io: Io): Promise<number> {
  if (argv.length > 0) {
    const asked = argv.every((word) => word === '--help' || word === '-h');
    (asked ? io.stdout : io.stderr).write(usage);
    return asked ? 0 : 2;
  }
  return answerLines(io, 'sentence', promisesOf);
}

function promisesOf(line: string, complain: Complain): string {
  const read = readPromiseLine(line);
  if ('fault' in read) {
    complain(`${read.fault.field} ${read.fault.why}`);
    return '';
  }
  const { id, text, ...circumstances } = read.sentence;
  const { zone } = circumstances.calendar;
  const promises = promisesIn(text, circumstances).map((promised) => promiseForm(promised, zone));
  return `${JSON.stringify({ id, promises })}\n`;
}
