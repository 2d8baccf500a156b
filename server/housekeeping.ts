/** What one node does for all: reactions to the log, waits that grow too long, leases that ran out; and jobs on every node. */
import type { Conversations } from './modules/conversations/index.ts';
import { routeWaiting, sweepClocks } from './modules/conversations/index.ts';
import { dropExpiredLeases } from './modules/team/index.ts';
import type { Pool } from './platform/database/pool.ts';
import { inShop } from './platform/database/pool.ts';
import type { Jobs } from './platform/jobs.ts';
import { runJobs } from './platform/jobs.ts';
import { seekLeadership } from './platform/leader.ts';
import type { Tail } from './platform/log/tail.ts';
import type { Reactions } from './reactions.ts';
import { followReactions, tasks } from './reactions.ts';

export interface Housekeeping {
  /** There may be something to react to. */
  wake(): void;
  /** Somebody became free. */
  route(shopId: string): void;
  jobs(): 'ok' | 'failing';
  stop(): Promise<void>;
}

interface Options {
  conversations: Conversations;
  logPool: Pool;
  /** What the node's own reader of the log has read. */
  tail: Tail;
  jobsPool: Pool;
  onFailure(error: unknown): void;
}

const roundMs = 1000;

export function keepHouse({ conversations, logPool, tail, jobsPool, onFailure }: Options): Housekeeping {
  let reactions: Reactions | null = null;
  let jobs: Jobs | null = null;
  let stopped = false;
  const starting = startJobs();
  const leadership = seekLeadership(jobsPool, lead, onFailure);

  return {
    wake: () => reactions?.wake(),
    route(shopId) {
      if (reactions) routeWaiting(conversations, shopId).catch(onFailure);
    },
    jobs: () => (jobs ? 'ok' : 'failing'),
    async stop() {
      stopped = true;
      await starting;
      await leadership.stop();
      await jobs?.stop();
    },
  };

  async function startJobs(): Promise<void> {
    while (!stopped && !jobs) {
      jobs = await runJobs(jobsPool, tasks(conversations), onFailure).catch(
        (error) => (onFailure(error), null),
      );
      if (!jobs && !stopped) await new Promise((resolve) => setTimeout(resolve, roundMs));
    }
  }

  async function lead() {
    const reader = await followReactions(conversations, logPool, tail, onFailure);
    reactions = reader;
    let round: Promise<void> = Promise.resolve();
    const rounds = setInterval(() => {
      round = round
        .then(() => reader.save())
        .then(makeRound)
        .catch(onFailure);
    }, roundMs);
    return async () => {
      clearInterval(rounds);
      reactions = null;
      await round;
      await reader.stop();
    };
  }

  async function makeRound() {
    const { shops, pool, now } = conversations;
    for (const shopId of await shops.ids()) {
      await sweepClocks(conversations, shopId);
      await inShop(pool, shopId, (tx) => dropExpiredLeases(tx, shopId, now()));
      await routeWaiting(conversations, shopId);
    }
  }
}
