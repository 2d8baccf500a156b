import type { Writable } from 'node:stream';

export interface Progress {
  /** How many are done. */
  show(done: number): void;
  /** A line that stays. */
  say(text: string): void;
  end(): void;
}

const width = 24;

/** A bar on a terminal; elsewhere a line now and then. `part` says how much is done, between 0 and 1. */
export function showProgress(
  stderr: Writable & { isTTY?: boolean },
  part: () => number,
  what = '段会话 conversations',
): Progress {
  const terminal = stderr.isTTY === true;
  const everyMs = terminal ? 100 : 5_000;
  const startedAt = performance.now();
  let shownAt = startedAt;
  let barred = false;

  return {
    show(done) {
      const now = performance.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      const perSecond = (done / ((now - startedAt) / 1000)).toFixed(1);
      const text = `${Math.round(part() * 100)}%  ${done} ${what}  ${perSecond}/s`;
      stderr.write(terminal ? `\r${bar(part())} ${text}\x1b[K` : `${text}\n`);
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
