/** The desk as an operator starts it, in a process of its own that a test can kill. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCluster } from '../../../server/platform/database/placement.ts';
import { removeCluster } from '../../../server/platform/database/testing.ts';

const main = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));

export class DeskProcess {
  readonly #dataDir: string;
  #child: ChildProcess | null = null;

  private constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  static async inFreshFolder(): Promise<DeskProcess> {
    return new DeskProcess(await mkdtemp(join(tmpdir(), 'yinuo-browser-')));
  }

  /** Resolves with its port once it is ready. */
  async start(): Promise<number> {
    const child = spawn(process.execPath, [main, 'start'], {
      env: { PATH: process.env.PATH, HOME: '/', PORT: '0', YINUO_DATA: this.#dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let said = '';
    return new Promise((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        said += String(chunk);
        const port = /^ready \S+:(\d+)/m.exec(said)?.[1];
        if (port) resolve(Number(port));
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('error', reject);
      child.once('close', () => reject(new Error(`the desk ended:\n${said}`)));
    });
  }

  /** As a power cut would: nothing is said or written any more. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async killDatabase(): Promise<void> {
    const { data } = findCluster(this.#dataDir)!;
    process.kill(Number.parseInt(await readFile(join(data, 'postmaster.pid'), 'utf8'), 10), 'SIGKILL');
  }

  /** Stops it and takes its data away. */
  async remove(): Promise<void> {
    await this.kill();
    await removeCluster(this.#dataDir);
    await rm(this.#dataDir, { recursive: true });
  }
}
