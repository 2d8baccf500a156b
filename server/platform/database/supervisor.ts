import { setTimeout as pause } from 'node:timers/promises';
import type { Advice } from '../operator-error.ts';
import { stopLeftovers } from './leftovers.ts';
import { type Postmaster, type PostmasterOptions, launchPostmaster } from './postmaster.ts';

export type DatabaseState = 'running' | 'restarting' | 'stopped';

const longestPause = 5_000;

/** Keeps one PostgreSQL running until it is told to stop, however often it dies. */
export class Supervisor {
  state: DatabaseState = 'running';
  readonly #options: PostmasterOptions;
  readonly #log: (line: Advice) => void;
  readonly #stopping = new AbortController();
  readonly #watch: Promise<void>;
  #postmaster: Postmaster;

  constructor(options: PostmasterOptions, postmaster: Postmaster, log: (line: Advice) => void) {
    this.#options = options;
    this.#postmaster = postmaster;
    this.#log = log;
    this.#watch = this.#restartWhenItDies();
  }

  get pid(): number {
    return this.#postmaster.pid;
  }

  async stop(mode: 'fast' | 'immediate'): Promise<void> {
    this.#stopping.abort();
    await this.#postmaster.stop(mode);
    await this.#watch;
    this.state = 'stopped';
  }

  async #restartWhenItDies(): Promise<void> {
    for (;;) {
      await this.#postmaster.ended;
      if (this.#stopping.signal.aborted) return;
      this.state = 'restarting';
      this.#log(died(this.pid));
      if (!(await this.#restart())) return;
      this.state = 'running';
      this.#log(restarted(this.pid));
    }
  }

  /** Tries until it succeeds (true) or is told to stop (false): a full disk may be emptied, a limit raised. */
  async #restart(): Promise<boolean> {
    for (let wait = 100; !this.#stopping.signal.aborted; wait = Math.min(2 * wait, longestPause)) {
      try {
        await stopLeftovers(this.#options.placement.data);
        this.#postmaster = await launchPostmaster(this.#options);
        if (!this.#stopping.signal.aborted) return true;
        await this.#postmaster.stop('fast');
      } catch (error) {
        this.#log(failed(error));
        await pause(wait, undefined, { signal: this.#stopping.signal }).catch(() => {});
      }
    }
    return false;
  }
}

function died(pid: number): Advice {
  return {
    zh: `数据库（进程 ${pid}）意外退出，正在重新启动。`,
    en: `The database (process ${pid}) ended unexpectedly; restarting it.`,
  };
}

function restarted(pid: number): Advice {
  return { zh: `数据库已恢复（进程 ${pid}）。`, en: `The database is back (process ${pid}).` };
}

function failed(error: unknown): Advice {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    zh: `数据库暂时无法重新启动，将继续尝试：\n${reason}`,
    en: `The database can't be restarted yet; trying again:\n${reason}`,
  };
}
