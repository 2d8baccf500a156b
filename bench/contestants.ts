/** The three programs that are measured, each in a process of its own, over databases of one and the same cluster. */
import { migrate } from '../server/platform/database/migrate.ts';
import { withDatabase } from '../server/platform/database/database-url.ts';
import { asOwner } from './as-owner.ts';
import { createBareTables } from './baseline/tables.ts';
import { startChild } from './child.ts';
import type { Target } from './load/lane.ts';

export const contestantNames = ['desk', 'oneCommitEach', 'sharedCommits'] as const;
export type ContestantName = (typeof contestantNames)[number];

export interface Contestant {
  name: ContestantName;
  target: Target;
  /** Agents' messages and their events that the database holds. */
  stored(): Promise<{ messages: number; events: number }>;
  /** Statistics for the planner: a shop's database has them, a new one not yet. */
  analyse(): Promise<void>;
  stop(): Promise<void>;
}

/** `ownerUrl`: a cluster of the bench's own. */
export async function startContestant(
  name: ContestantName,
  ownerUrl: string,
  secret: string,
): Promise<Contestant> {
  const databaseUrl = withDatabase(ownerUrl, `bench_${name.toLowerCase()}`);
  await asOwner(ownerUrl, (owner) => owner.query(`create database bench_${name.toLowerCase()}`));
  const running = startChild(modules[name]);
  try {
    const target = await running.ask<Target>(await inputOf(name, databaseUrl, secret));
    return {
      name,
      target,
      stored: () => count(databaseUrl),
      analyse: () => asOwner(databaseUrl, async (owner) => void (await owner.query('analyze'))),
      stop: running.stop,
    };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

const modules: Record<ContestantName, string> = {
  desk: './desk.ts',
  oneCommitEach: './baseline/one-commit-each.ts',
  sharedCommits: './baseline/shared-commits.ts',
};

async function inputOf(name: ContestantName, databaseUrl: string, secret: string): Promise<object> {
  if (name === 'desk') return { urls: await migrate(databaseUrl, { secret }), secret };
  await createBareTables(databaseUrl);
  return { databaseUrl };
}

function count(databaseUrl: string): Promise<{ messages: number; events: number }> {
  return asOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query(
      `select (select count(*)::int from messages where author = 'agent') as messages,
        (select count(*)::int from events where type = 'message.posted' and data->>'author' = 'agent') as events`,
    );
    return rows[0];
  });
}
