import type { Readable, Writable } from 'node:stream';

/** What a command reads and writes; tests hand in their own. */
export interface Io {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
}

/** Runs to its end and returns the exit code. */
export type Command = (argv: string[], io: Io) => Promise<number>;
