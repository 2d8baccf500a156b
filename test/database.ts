import type { TestProject } from 'vitest/node';
import { clustersVariable, startTestClusters } from '../server/platform/database/testing.ts';

/** Global set-up of the projects whose tests need PostgreSQL: what comes second finds the first one's clusters. */
export default async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  return process.env[clustersVariable] ? undefined : startTestClusters(vitest.config.maxWorkers);
}
