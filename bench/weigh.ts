/** What a process holds and spends, read by itself: the system's own tools differ from machine to machine. */
import { setTimeout as wait } from 'node:timers/promises';

/** `held` collects garbage first, so it is not asked for while `spent` is being compared. */
export type Asked = 'held' | 'spent';

export interface Held {
  /** Bytes of memory that the system counts as the process's own. */
  resident: number;
  /** Bytes of it that are objects and buffers in use. */
  used: number;
}

export interface Spent {
  /** Milliseconds of processor time since the process began. */
  processorMs: number;
}

export async function weigh(asked: Asked): Promise<Held | Spent> {
  if (asked === 'spent') {
    const { user, system } = process.cpuUsage();
    return { processorMs: (user + system) / 1000 };
  }
  await collectGarbage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, used: heapUsed + external };
}

/** Twice with a pause: what the first frees may hold on to more, and pages go back to the system afterwards. */
async function collectGarbage(): Promise<void> {
  if (!globalThis.gc) throw new Error('a process that is weighed is started with --expose-gc');
  for (let i = 0; i < 2; i++) {
    await globalThis.gc({ type: 'major', execution: 'async', flavor: 'last-resort' });
    await wait(200);
  }
}
