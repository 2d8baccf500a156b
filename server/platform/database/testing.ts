/**
 * Databases for tests: a cluster for each worker, a fresh migrated database for each file that asks. Two files at once
 * never share a cluster: a long transaction of one would hold back the log's readers of the other.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { lockCluster } from './cluster-lock.ts';
import { withDatabase } from './database-url.ts';
import { startEmbedded } from './embedded.ts';
import { stopLeftovers } from './leftovers.ts';
import { type RoleUrls, migrate } from './migrate.ts';
import { findCluster } from './placement.ts';
import { roleUrl } from './roles.ts';

/** The master secret of every test database. */
export const testSecret = 'a secret for tests only';

/** Where the clusters are, apart by blanks. */
export const clustersVariable = 'YINUO_TEST_CLUSTERS';
const templateName = 'yinuo_template';

export interface TestDatabase extends RoleUrls {
  ownerUrl: string;
  drop(): Promise<void>;
}

/** Starts as many clusters as there are workers, and tells this process and its children where they are. */
export async function startTestClusters(workers: number): Promise<() => Promise<void>> {
  const clusters = await Promise.all(Array.from({ length: workers }, startTestCluster));
  process.env[clustersVariable] = clusters.map(({ ownerUrl }) => ownerUrl).join(' ');
  return async () => void (await Promise.all(clusters.map(({ stop }) => stop())));
}

async function startTestCluster(): Promise<{ ownerUrl: string; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yinuo-test-'));
  const { ownerUrl, stop } = await startEmbedded({
    dataDir,
    log: ({ en }) => process.stderr.write(`${en}\n`),
    durable: false,
  });
  await runAsOwner(ownerUrl, `create database ${templateName}`);
  await migrate(withDatabase(ownerUrl, templateName), { secret: testSecret });
  return {
    ownerUrl,
    stop: async () => {
      await stop('immediate');
      await removeCluster(dataDir);
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** A fresh, migrated database of its own. */
export async function testDatabase(): Promise<TestDatabase> {
  return databaseFrom(templateName);
}

/** A fresh database with nothing in it. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return databaseFrom('template1');
}

async function databaseFrom(template: string): Promise<TestDatabase> {
  const clusters = process.env[clustersVariable]?.split(' ');
  if (!clusters)
    throw new Error(`${clustersVariable} is not set: list test/database.ts as vitest's globalSetup`);
  const cluster = clusters[(Number(process.env.VITEST_POOL_ID) - 1) % clusters.length]!;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await runAsOwner(cluster, `create database ${name} template ${template}`);
  const ownerUrl = withDatabase(cluster, name);
  return {
    ownerUrl,
    appUrl: roleUrl(ownerUrl, 'yinuo_app', testSecret),
    pumpUrl: roleUrl(ownerUrl, 'yinuo_pump', testSecret),
    drop: () => runAsOwner(cluster, `drop database ${name} with (force)`),
  };
}

/** Removes a data folder's cluster, wherever it lies; refuses while a server uses it. */
export async function removeCluster(dataDir: string): Promise<void> {
  const placement = findCluster(dataDir);
  if (!placement) return;
  const lock = lockCluster(placement.lock);
  await stopLeftovers(placement.data);
  lock.release();
  rmSync(placement.home, { recursive: true });
}

async function runAsOwner(url: string, statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    await owner.query(statement);
  } finally {
    await owner.end();
  }
}
