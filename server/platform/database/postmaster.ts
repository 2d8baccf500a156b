import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '../operator-error.ts';
import type { Binaries } from './binaries.ts';
import { type Placement, accountOf } from './placement.ts';

/** A running PostgreSQL that accepts connections. */
export interface Postmaster {
  pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<void>;
  /** `fast` ends sessions and writes a checkpoint; `immediate` leaves recovery to the next start. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
}

export interface PostmasterOptions {
  placement: Placement;
  binaries: Binaries;
  socket: string;
  /** false: for tests, trades safety in a power cut for speed. */
  durable: boolean;
}

/** Starts PostgreSQL and waits until it accepts connections, crash recovery included. */
export async function launchPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { placement, binaries } = options;
  const log = openLog(placement.log);
  // The caller has stopped what was left: whoever has the number in the lock now is not PostgreSQL, or is dead but not yet buried.
  rmSync(join(options.socket, '.s.PGSQL.5432.lock'), { force: true });
  const child = spawn(binaries.postgres, ['-D', placement.data, ...settings(options)], {
    ...accountOf(placement),
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    // Its own session: Ctrl-C is for the server, which stops its database last.
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
  });
  closeSync(log.descriptor);
  const ended = new Promise<void>((resolve, reject) => {
    child.on('exit', () => resolve());
    child.on('error', reject);
  });
  await Promise.race([
    ready(child, placement),
    ended.then(() => Promise.reject(didNotStart(placement, log.start))),
  ]);
  const stop = async (mode: 'fast' | 'immediate') => {
    child.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await ended;
  };
  if (child.pid === undefined) throw didNotStart(placement, log.start);
  return { pid: child.pid, ended, stop };
}

function settings({ socket, durable }: PostmasterOptions): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    max_connections: 100,
    shared_buffers: durable ? '256MB' : '64MB',
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    jit: 'off',
    // A new shop's first import or big day must not be planned for empty tables.
    autovacuum_naptime: '5s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Statements and details of errors carry what customers wrote; they have no place in a log file.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** PostgreSQL writes `ready` into the eighth line of its pid file once it accepts connections. */
async function ready(child: ChildProcess, placement: Placement): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const lines = readPidFile(placement.data);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return;
    await pause(5);
  }
}

function readPidFile(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return []; // not written yet
  }
}

const largestLog = 10 * 1024 * 1024;

function openLog(path: string): { descriptor: number; start: number } {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const full = size > largestLog;
  if (full) renameSync(path, `${path}.1`);
  return { descriptor: openSync(path, 'a', 0o600), start: full ? 0 : size };
}

function didNotStart(placement: Placement, start: number): OperatorError {
  const said = readFileSync(placement.log).subarray(start).toString('utf8').trim();
  return new OperatorError({
    zh: `PostgreSQL 没有启动成功（日志 ${placement.log}），请按它的提示处理后重新启动：\n${said}`,
    en: `PostgreSQL did not start (log: ${placement.log}). Put right what it says, then start again:\n${said}`,
  });
}
