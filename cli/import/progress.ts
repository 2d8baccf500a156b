import type { Writable } from 'node:stream';
import type { Tally } from './import-lines.ts';
import type { Source } from './source-lines.ts';

export interface Progress {
  show(tally: Tally): void;
  /** A line that stays. */
  say(text: string): void;
  end(): void;
}

const width = 24;

/** A bar on a terminal; elsewhere a line now and then. */
export function showProgress(stderr: Writable & { isTTY?: boolean }, { read }: Source): Progress {
  const terminal = stderr.isTTY === true;
  const everyMs = terminal ? 100 : 5_000;
  const startedAt = performance.now();
  let shownAt = startedAt;
  let barred = false;

  return {
    show(tally) {
      const now = performance.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      const done = tally.imported + tally.alreadyThere + tally.skipped;
      const perSecond = Math.round(done / ((now - startedAt) / 1000));
      const text = `${Math.round(read() * 100)}%  ${done} 段会话 conversations  ${perSecond}/s`;
      stderr.write(terminal ? `\r${bar(read())} ${text}\x1b[K` : `${text}\n`);
      barred = terminal;
    },
    say(text) {
      wipe();
      stderr.write(`${text}\n`);
    },
    end: wipe,
  };

  function wipe() {
    if (barred) stderr.write('\r\x1b[K');
    barred = false;
  }
}

function bar(part: number): string {
  const full = Math.round(part * width);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}]`;
}
