import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { OperatorError } from '../server/platform/operator-error.ts';
import { linesOf } from './lines.ts';

/** One line of a file and where it stands; `text` is null where the line is too long to hold. */
export interface SourceLine {
  place: string;
  text: string | null;
}

export interface Source {
  lines: AsyncIterable<SourceLine>;
  /** Between 0 and 1. */
  read(): number;
}

/** The lines of all files in turn. Throws OperatorError at once where one can't be read. */
export function linesOfFiles(files: string[]): Source {
  const total = files.map(sizeOf).reduce((sum, size) => sum + size, 0);
  let bytes = 0;
  return { lines: lines(), read: () => (total === 0 ? 1 : Math.min(1, bytes / total)) };

  async function* lines(): AsyncGenerator<SourceLine> {
    for (const file of files) {
      let number = 0;
      for await (const text of linesOf(createReadStream(file))) {
        yield { place: `${basename(file)}:${++number}`, text };
        bytes += Buffer.byteLength(text ?? '') + 1;
      }
    }
  }
}

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return found.size;
  throw new OperatorError({
    zh: found ? `${file} 不是文件。请写出要导入的 .jsonl 文件。` : `找不到文件 ${file}。请检查路径。`,
    en: found
      ? `${file} is not a file. Name the .jsonl file to import.`
      : `The file ${file} does not exist. Check its path.`,
  });
}
