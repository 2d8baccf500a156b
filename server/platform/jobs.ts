/** Work that is done later or tried again: graphile-worker on the same database, from any node. */
import type { TaskList } from 'graphile-worker';
import { Logger, run } from 'graphile-worker';
import type { Pool } from './database/pool.ts';

export interface Jobs {
  stop(): Promise<void>;
}

export async function runJobs(
  pool: Pool,
  tasks: TaskList,
  onFailure: (error: unknown) => void,
): Promise<Jobs> {
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger(() => (level, message, meta) => {
      if (level === 'error') onFailure(meta?.['error'] ?? new Error(message));
    }),
  });
  runner.promise.catch(onFailure);
  return { stop: () => runner.stop() };
}

/** Once for each key: enqueued again, it stays one job. */
export async function enqueue(pool: Pool, task: string, payload: object, key: string): Promise<void> {
  await pool.query(
    'select graphile_worker.add_job($1, payload := $2::json, job_key := $3, max_attempts := 12)',
    [task, JSON.stringify(payload), key],
  );
}
