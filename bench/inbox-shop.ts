/** A shop of a given age with its desk at rest beside it, as it stands before the day's first customer. */
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { withDatabase } from '../server/platform/database/database-url.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import { openPool } from '../server/platform/database/pool.ts';
import { asOwner } from './as-owner.ts';
import { startChild } from './child.ts';
import { fillInbox } from './inbox-fill.ts';
import type { DeskTarget } from './load/lane.ts';
import { beginShop } from './shop.ts';
import type { Cluster } from './throw-away-cluster.ts';

export interface OpenShop {
  target: DeskTarget;
  /** Of conversations to open. */
  ids: string[];
}

export async function openShop(
  { ownerUrl, secret, stopAtEnd }: Cluster,
  conversations: number,
): Promise<OpenShop> {
  const name = `bench_inbox_${conversations}`;
  await asOwner(ownerUrl, (owner) => owner.query(`create database ${name}`));
  const databaseUrl = withDatabase(ownerUrl, name);
  const urls = await migrate(databaseUrl, { secret });
  const pool = openPool(urls.appUrl, 1);
  await beginShop(pool, secret).finally(() => pool.end());
  const ids = await fillInbox(databaseUrl, conversations);
  const desk = startChild('./desk.ts');
  stopAtEnd(desk);
  const target = await desk.ask<DeskTarget>({ urls, secret });
  await asOwner(databaseUrl, atRest);
  return { target, ids };
}

/** Until what the desk does by itself at its start is done: nothing new in its log, and all of it read. */
async function atRest(owner: pg.Client): Promise<void> {
  let before = '';
  for (;;) {
    const { rows } = await owner.query<{ seen: string; read: boolean; jobs: number }>(
      `select newest.at as seen, (select count(*)::int from graphile_worker.jobs) as jobs,
        newest.at is not distinct from (select min(event_id) from log_positions) as read
      from (select max(event_id) as at from events) newest`,
    );
    const { seen, read, jobs } = rows[0]!;
    if (read && jobs === 0 && seen === before) return;
    before = seen;
    await wait(restMs);
  }
}

/** Longer than the desk's own round of what falls due. */
const restMs = 1500;
