import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '../operator-error.ts';

/**
 * Stops what a killed server left running in a data directory. The caller holds the cluster's lock, so
 * nothing here belongs to a live server. Returns the process id of an orphaned PostgreSQL, or null.
 */
export async function stopLeftovers(data: string): Promise<number | null> {
  const postmaster = recordedPostmaster(data);
  const orphan = postmaster !== null && worksIn(postmaster, data) ? postmaster : null;
  if (orphan !== null) {
    signal(orphan, 'SIGINT');
    if (!(await gone([orphan], 30_000))) signal(orphan, 'SIGQUIT');
    if (!(await gone([orphan], 30_000))) throw cannotStop(orphan);
  }
  // A backend outlives its killed postmaster until it next looks up, and holds the shared memory meanwhile.
  const backends = processesIn(data);
  for (const pid of backends) signal(pid, 'SIGQUIT');
  if (!(await gone(backends, 5_000))) for (const pid of backends) signal(pid, 'SIGKILL');
  if (!(await gone(backends, 5_000))) throw cannotStop(backends.join(', '));
  // What the file names now is dead, or a stranger with a reused number that PostgreSQL would take for itself.
  rmSync(join(data, 'postmaster.pid'), { force: true });
  return orphan;
}

/** Stops what a killed server left making a cluster in this folder: it would go on, and bring a removed folder back. */
export async function stopMakers(draft: string): Promise<void> {
  if (!existsSync('/proc/self/cmdline')) return;
  const makers = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 1 && commandLine(pid).includes(draft));
  for (const pid of makers) signal(pid, 'SIGKILL');
  if (!(await gone(makers, 5_000))) throw cannotStop(makers.join(', '));
}

function recordedPostmaster(data: string): number | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return pid > 1 ? pid : null;
}

/** PostgreSQL's processes work in their data directory; systems without /proc show it on the command line. */
function worksIn(pid: number, data: string): boolean {
  if (existsSync('/proc/self/cwd')) return workingDirectory(pid) === realpathSync(data);
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
  return stdout.includes(`-D ${data}`);
}

function processesIn(data: string): number[] {
  if (!existsSync('/proc/self/cwd') || !existsSync(data)) return [];
  const folder = realpathSync(data);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 1 && workingDirectory(pid) === folder && isPostgres(pid));
}

function workingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null; // ended, or another user's
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // ended
  }
}

/** Somebody's shell may stand in the data directory; it is not ours to stop. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function gone(pids: number[], milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (pids.some(isAlive)) {
    if (performance.now() > deadline) return false;
    await pause(10);
  }
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** A dead process that its parent has not collected yet still answers to signal 0. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function cannotStop(pid: number | string): OperatorError {
  return new OperatorError({
    zh: `上次异常退出留下的 PostgreSQL（进程 ${pid}）无法停止。请手动结束该进程后再启动。`,
    en: `The PostgreSQL that a killed server left behind (process ${pid}) does not stop. End that process by hand, then start again.`,
  });
}
