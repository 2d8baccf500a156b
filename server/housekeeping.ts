/** What one node does for all: reactions to the log, the index of what is said, what falls due, leases that ran out; and jobs on every node. */
import type { ImportRunner, SourceReader, Sources } from './modules/commerce/index.ts';
import { fillAddresses, findShortages, forgetDeliveries } from './modules/commerce/index.ts';
import type { Conversations } from './modules/conversations/index.ts';
import type { Index } from './modules/search/index.ts';
import { keepIndex } from './modules/search/index.ts';
import type { Operations } from './modules/operations/index.ts';
import { followSources, resumePayments } from './modules/operations/index.ts';
import { askForFigures } from './modules/insights/index.ts';
import { fillTails } from './modules/customers/index.ts';
import {
  finishErasures,
  moveStrayConversations,
  releaseStranded,
  routeWaiting,
  sendDue,
  sweepClocks,
  sweepUploads,
} from './modules/conversations/index.ts';
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
  operations: Operations;
  imports: ImportRunner;
  sources: Sources;
  sourceReader: SourceReader;
  logPool: Pool;
  /** What the node's own reader of the log has read. */
  tail: Tail;
  jobsPool: Pool;
  onFailure(error: unknown): void;
}

const roundMs = 1000;
const sweepEveryMs = 10 * 60_000;
/** What a file or a shop system told is in a conversation so soon. */
const followEveryMs = 10_000;
/** No upload takes longer. */
const arrivingForMs = 3600_000;

export function keepHouse({
  conversations,
  operations,
  imports,
  sources,
  sourceReader,
  logPool,
  tail,
  jobsPool,
  onFailure,
}: Options): Housekeeping {
  let reactions: Reactions | null = null;
  let index: Index | null = null;
  let jobs: Jobs | null = null;
  let stopped = false;
  let sweptAt = 0;
  let followedAt = 0;
  const starting = startJobs();
  const leadership = seekLeadership(jobsPool, lead, onFailure);

  return {
    wake() {
      reactions?.wake();
      index?.wake();
    },
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
    const words = await keepIndex({
      pool: conversations.pool,
      logPool,
      tail,
      now: conversations.now,
      onFailure,
    });
    reactions = reader;
    index = words;
    let round: Promise<void> = Promise.resolve();
    let asked = false;
    const rounds = setInterval(() => {
      round = round
        .then(() => reader.save())
        .then(makeRound)
        .then(async () => words.tend(await conversations.shops.ids()))
        .then(async () => {
          if (asked || !jobs) return;
          for (const shopId of await conversations.shops.ids()) await askForFigures(conversations, shopId);
          asked = true;
        })
        .catch(onFailure);
    }, roundMs);
    return async () => {
      clearInterval(rounds);
      reactions = index = null;
      await round;
      await reader.stop();
      await words.stop();
    };
  }

  /** What a server that died left half done, and what lies about. */
  async function sweepShop(shopId: string) {
    const { pool, vault, now } = conversations;
    await sweepUploads(conversations, shopId);
    await moveStrayConversations(conversations, shopId);
    await finishErasures(conversations, shopId);
    await forgetDeliveries(sources, shopId);
    while (await fillTails(pool, vault, shopId));
    while (await fillAddresses(pool, vault, shopId));
    await findShortages(pool, shopId, now());
  }

  async function makeRound() {
    const { shops, pool, files, now } = conversations;
    const sweeps = now() - sweptAt > sweepEveryMs;
    if (sweeps) {
      sweptAt = now();
      await files.sweep(now() - arrivingForMs);
    }
    const follows = now() - followedAt > followEveryMs;
    if (follows) followedAt = now();
    for (const shopId of await shops.ids()) {
      await sendDue(conversations, shopId);
      await sweepClocks(conversations, shopId);
      await inShop(pool, shopId, (tx) => dropExpiredLeases(tx, shopId, now()));
      await releaseStranded(conversations, shopId);
      await routeWaiting(conversations, shopId);
      await imports.resume(shopId);
      await resumePayments(operations, shopId);
      await sourceReader.resume(shopId);
      if (follows) await followSources(operations, shopId);
      if (sweeps) await sweepShop(shopId);
    }
  }
}
