import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Advice } from '../operator-error.ts';
import { findBinaries } from './binaries.ts';
import { lockCluster } from './cluster-lock.ts';
import { databaseName, initialiseOnce, ownerName } from './initialise.ts';
import { stopLeftovers } from './leftovers.ts';
import { accountOf, findCluster, placeCluster, socketFolder } from './placement.ts';
import { launchPostmaster } from './postmaster.ts';
import { type DatabaseState, Supervisor } from './supervisor.ts';

export interface EmbeddedOptions {
  dataDir: string;
  log: (line: Advice) => void;
  /** false only for tests: a power cut may lose data. */
  durable?: boolean;
}

export interface Embedded {
  /** Stays the same through restarts, so that pools reconnect by themselves. */
  ownerUrl: string;
  /** The postmaster's process id; another one after a restart. */
  readonly pid: number;
  readonly state: DatabaseState;
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

/**
 * Runs the data folder's own PostgreSQL: makes it at the first start, takes over what a killed server left,
 * restarts it when it dies. Throws OperatorError when another server uses it or it can't be started.
 */
export async function startEmbedded({ dataDir, log, durable = true }: EmbeddedOptions): Promise<Embedded> {
  const placement = placeCluster(resolve(dataDir));
  const lock = lockCluster(placement.lock);
  try {
    const binaries = findBinaries();
    await initialiseOnce(placement, binaries, durable);
    const orphan = await stopLeftovers(placement.data);
    if (orphan !== null) log(tookOver(orphan));
    const socket = socketFolder(placement, accountOf(placement));
    const options = { placement, binaries, socket, durable };
    const supervisor = new Supervisor(options, await launchPostmaster(options), log);
    return {
      ownerUrl: ownerUrl(socket, placement.ownerPassword),
      get pid() {
        return supervisor.pid;
      },
      get state() {
        return supervisor.state;
      },
      stop: async (mode = 'fast') => {
        await supervisor.stop(mode);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Where the cluster answers that a live server of this data folder runs; null: none is there yet. */
export function runningClusterUrl(dataDir: string): string | null {
  const placement = findCluster(resolve(dataDir));
  if (!placement || !existsSync(placement.data)) return null;
  return ownerUrl(socketFolder(placement, accountOf(placement)), placement.ownerPassword);
}

/** The host of a URL may be a socket's folder in percent-encoding, for pg as for libpq. */
function ownerUrl(socket: string, password: string): string {
  return `postgresql://${ownerName}:${password}@${encodeURIComponent(socket)}/${databaseName}`;
}

function tookOver(pid: number): Advice {
  return {
    zh: `上次异常退出留下的数据库（进程 ${pid}）已停止，由本次启动接管。`,
    en: `Stopped the database that a killed server left behind (process ${pid}); this start takes over.`,
  };
}
