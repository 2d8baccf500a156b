/** A PostgreSQL of a run's own, gone with all its data when the run has ended, however it ended. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../server/platform/database/embedded.ts';
import { removeCluster } from '../server/platform/database/testing.ts';

/** A commit must reach a disk; many systems keep /tmp in memory. */
const onDisk = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();

export interface Cluster {
  ownerUrl: string;
  /** One for all databases in it: the cluster has one role for the desk, with one password. */
  secret: string;
  /** Stopped when the run ends, before the database: the last opened first. */
  stopAtEnd(one: { stop(): Promise<void> }): void;
}

export async function onThrowAwayCluster<T>(run: (cluster: Cluster) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(onDisk, 'yinuo-bench-'));
  const opened: { stop(): Promise<void> }[] = [];
  try {
    const embedded = await startEmbedded({ dataDir, log: () => {} });
    opened.push({ stop: () => embedded.stop('immediate') });
    return await run({
      ownerUrl: embedded.ownerUrl,
      secret: randomBytes(32).toString('hex'),
      stopAtEnd: (one) => opened.push(one),
    });
  } finally {
    for (const one of opened.toReversed()) await one.stop();
    await removeCluster(dataDir);
    rmSync(dataDir, { recursive: true });
  }
}
