/** One node of several does what must be done once. A session-level lock in the database decides; a dead node's lock is free. */
import type { Pool } from './database/pool.ts';

export interface Leadership {
  stop(): Promise<void>;
}

/** `lead` runs while this node leads and returns what ends it. */
export function seekLeadership(
  pool: Pool,
  lead: () => Promise<() => Promise<void>>,
  onFailure: (error: unknown) => void,
): Leadership {
  const stopped = Promise.withResolvers<void>();
  let stopping = false;
  const finished = run();
  return {
    stop() {
      stopping = true;
      stopped.resolve();
      return finished;
    },
  };

  async function run() {
    while (!stopping) {
      try {
        await term();
      } catch (error) {
        if (!stopping) onFailure(error);
      }
      if (!stopping) await Promise.race([stopped.promise, pause(retryMs)]);
    }
  }

  /** One time in office: ends when the connection that holds the lock breaks, or at the stop. */
  async function term() {
    const client = await pool.connect();
    const broken = Promise.withResolvers<void>();
    client.on('error', () => broken.resolve());
    client.on('end', () => broken.resolve());
    try {
      const { rows } = await client.query<{ leads: boolean }>(
        `select pg_try_advisory_lock(${leaderLock}) as leads`,
      );
      if (!rows[0]!.leads) return;
      const resign = await lead();
      await Promise.race([stopped.promise, broken.promise]);
      await resign();
    } finally {
      // Not back into the pool: the lock ends with its connection.
      client.release(true);
    }
  }
}

export const leaderLock = 7_301_905;
const retryMs = 1000;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
