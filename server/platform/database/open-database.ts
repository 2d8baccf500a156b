/** The desk's database for a command beside the desk, whether the desk runs or not. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../config.ts';
import { type Advice, OperatorError } from '../operator-error.ts';
import { ClusterInUse } from './cluster-lock.ts';
import { runningClusterUrl, startEmbedded } from './embedded.ts';
import { type RoleUrls, migrate } from './migrate.ts';

export interface OpenDatabase {
  urls: RoleUrls;
  /** Stops what was started for this command; a running desk's database stays. */
  close(): Promise<void>;
}

/**
 * `DATABASE_URL`, or the embedded cluster: that of the running desk, or else started for this command alone.
 * Brings the database up to date. Throws OperatorError where neither can be reached.
 */
export async function openDatabase(
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'secret'>,
  log: (line: Advice) => void,
): Promise<OpenDatabase> {
  const { ownerUrl, close } = await reach(config, log);
  try {
    return { urls: await migrate(ownerUrl, { secret: config.secret }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function reach(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  log: (line: Advice) => void,
): Promise<{ ownerUrl: string; close(): Promise<void> }> {
  if (databaseUrl !== null) return { ownerUrl: databaseUrl, close: async () => {} };
  try {
    const { ownerUrl, stop } = await startEmbedded({ dataDir, log });
    return { ownerUrl, close: () => stop() };
  } catch (error) {
    if (!(error instanceof ClusterInUse)) throw error;
    return { ownerUrl: await running(dataDir, error), close: async () => {} };
  }
}

const patienceMs = 30_000;

/** A desk that is just starting holds the cluster before it answers. */
async function running(dataDir: string, inUse: ClusterInUse): Promise<string> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const url = runningClusterUrl(dataDir);
    if (url !== null && (await answers(url))) return url;
    if (performance.now() > deadline) throw new OperatorError(inUse.advice, { cause: inUse });
    await pause(100);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    const notYet = ['ENOENT', 'ECONNREFUSED', '57P03'];
    if (notYet.includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}
