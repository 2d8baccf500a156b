import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { findCluster } from '../../server/platform/database/placement.ts';

export interface DeskProcess {
  child: ChildProcess;
  /** Where it listens; waits for the `ready` line. */
  ready(): Promise<string>;
  /** Everything it said on stderr so far. */
  errors(): string;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** Runs the fake desk as a process of its own, so that it can be killed. */
export function spawnDesk(
  dataDir: string,
  options: { env?: NodeJS.ProcessEnv; uid?: number; gid?: number } = {},
) {
  const { env, ...account } = options;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fake-desk.ts')], {
    ...account,
    env: { PATH: process.env.PATH, HOME: '/', PORT: '0', YINUO_DATA: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  const ready = async () => {
    await expect
      .poll(() => output || child.exitCode !== null, { timeout: 60_000, message: 'ready or ended' })
      .toBeTruthy();
    const url = /^ready (\S+)$/m.exec(output)?.[1];
    expect(url, errors).toBeDefined();
    return String(url);
  };
  return { child, ready, errors: () => errors, ended } satisfies DeskProcess;
}

/** Keeps a note and returns once the desk acknowledged it. */
export async function note(url: string, body: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', body });
  expect(response.status, 'acknowledged').toBe(200);
}

export async function notes(url: string): Promise<string[]> {
  return (await fetch(url)).json() as Promise<string[]>;
}

/** The process id of the data folder's PostgreSQL, 0 when none is recorded. */
export function postmasterOf(dataDir: string): number {
  const data = findCluster(dataDir)?.data ?? '';
  const file = join(data, 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0;
}
