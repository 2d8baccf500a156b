import startCluster from '../server/platform/database/testing.ts';

/**
 * Global set-up of the projects whose tests need PostgreSQL: one cluster for the whole run, so the project that
 * comes second finds the first one's.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  return process.env.YINUO_TEST_CLUSTER ? undefined : startCluster();
}
