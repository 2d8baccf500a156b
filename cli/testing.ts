/** For tests: a command that reads lines and writes lines, without a process of its own. */
import { Readable, Writable } from 'node:stream';

type Streams = { stdin: Readable; stdout: Writable; stderr: Writable };

export async function runCommand(
  command: (argv: string[], io: Streams) => Promise<number>,
  input: Iterable<string | Buffer>,
  argv: string[] = [],
): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr') =>
    new Writable({
      write(chunk, _, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const io = { stdin: Readable.from(input), stdout: into('stdout'), stderr: into('stderr') };
  const code = await command(argv, io);
  return { code, ...written };
}
