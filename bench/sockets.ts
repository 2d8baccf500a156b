/**
 * What a connection costs that says nothing: thousands of desks and widgets on the real server, beside a bare `ws` server
 * with the same clients and the same beats, each in a fresh process, in turn.
 */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../server/platform/database/migrate.ts';
import type { RoleUrls } from '../server/platform/database/migrate.ts';
import type { Child } from './child.ts';
import { startChild } from './child.ts';
import { median } from './load/figures.ts';
import type { DeskTarget, Target } from './load/lane.ts';
import type { Order } from './sockets/crowd.ts';
import { requireOpenFiles } from './sockets/open-files.ts';
import type { Pass } from './sockets/passes.ts';
import { desksOf, issuePasses } from './sockets/passes.ts';
import type { Cluster } from './throw-away-cluster.ts';
import { onThrowAwayCluster } from './throw-away-cluster.ts';

/** Of one server with all its idle connections. */
export interface Idle {
  /** Bytes of the server's memory for each connection. */
  residentBytes: number;
  /** Bytes of them that are objects and buffers in use. */
  usedBytes: number;
  /** The server's processor time as a share of one core: all of it, not the connections' alone. */
  processor: number;
  /** Transactions a second that the database committed meanwhile. */
  transactions: number;
}

export interface SocketFigures {
  desks: number;
  widgets: number;
  /** Medians over the rounds. */
  desk: Idle;
  bare: Idle;
  /** The desk's by the bare server's, medians of each round's own. */
  ratio: { memory: number; processor: number };
  eachRound: Round[];
}

type Contestant = 'desk' | 'bare';
type Round = Record<Contestant, Idle>;

export interface SocketBench {
  connections: number;
  /** Until what follows from an arrival is over: standings told, leases taken. */
  settleMs: number;
  /** How long they are watched then. */
  idleMs: number;
  rounds: number;
  signal: AbortSignal;
  onProgress(what: string): void;
}

/** Throws where a connection was lost: then there is nothing to report. */
export async function benchSockets(options: SocketBench): Promise<SocketFigures> {
  requireOpenFiles(options.connections);
  return onThrowAwayCluster((cluster) => measure(cluster, options));
}

async function measure(
  { ownerUrl, secret, stopAtEnd }: Cluster,
  options: SocketBench,
): Promise<SocketFigures> {
  const { connections, rounds, onProgress } = options;
  const urls = await migrate(ownerUrl, { secret });
  const database = new pg.Client({ connectionString: ownerUrl });
  await database.connect();
  stopAtEnd({ stop: () => database.end() });
  const crowd = startChild('./sockets/crowd.ts');
  stopAtEnd(crowd);
  const start = (contestant: Contestant) => startServer(contestant, { urls, secret });

  const passes = await onServer(start('desk'), ({ target }) =>
    issuePasses(
      target as DeskTarget,
      connections,
      (done) => onProgress(`passes ${Math.floor((done / connections) * 100)} %`),
      options.signal,
    ),
  );
  const measured: Round[] = [];
  for (let round = 1; round <= rounds; round++) {
    const idle: Partial<Round> = {};
    for (const contestant of round % 2 ? (['bare', 'desk'] as const) : (['desk', 'bare'] as const)) {
      onProgress(`${round}/${rounds} ${contestant}`);
      idle[contestant] = await onServer(start(contestant), (server) =>
        watch(server, { ...options, passes, crowd, database }),
      );
    }
    measured.push(idle as Round);
  }
  return figuresOf(connections, measured);
}

interface Server {
  child: Child;
  target: Target;
}

async function startServer(
  contestant: Contestant,
  input: { urls: RoleUrls; secret: string },
): Promise<Server> {
  const child = startChild(contestant === 'desk' ? './desk.ts' : './baseline/idle.ts', { weighable: true });
  try {
    return { child, target: await child.ask<Target>(input) };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

async function onServer<T>(starting: Promise<Server>, work: (server: Server) => Promise<T>): Promise<T> {
  const server = await starting;
  try {
    return await work(server);
  } finally {
    await server.child.stop();
  }
}

interface Watching extends SocketBench {
  passes: Pass[];
  crowd: Child;
  database: pg.Client;
}

/** The first few bring in what a program loads and compiles once; what the others add is theirs. */
async function watch({ child, target }: Server, watching: Watching): Promise<Idle> {
  const { passes, crowd, database, connections, settleMs, idleMs, signal } = watching;
  const first = Math.ceil(connections / 20);
  const order = (one: Order) => {
    signal.throwIfAborted();
    return crowd.ask<number>(one);
  };
  const { url } = target;
  try {
    await order({ do: 'open', url, passes: passes.slice(0, first) });
    await wait(settleMs, undefined, { signal });
    const few = await child.held();
    await order({ do: 'open', url, passes: passes.slice(first) });
    await wait(settleMs, undefined, { signal });

    const [spentBefore, committedBefore] = [await child.spent(), await committed(database)];
    await wait(idleMs, undefined, { signal });
    const [spent, committedAfter] = [await child.spent(), await committed(database)];
    const all = await child.held();
    if ((await order({ do: 'count' })) !== connections) throw new Error('not all of them were connected');
    return {
      residentBytes: (all.resident - few.resident) / (connections - first),
      usedBytes: (all.used - few.used) / (connections - first),
      processor: (spent.processorMs - spentBefore.processorMs) / idleMs,
      transactions: (committedAfter - committedBefore) / (idleMs / 1000),
    };
  } finally {
    await crowd.ask({ do: 'close' } satisfies Order);
  }
}

async function committed(database: pg.Client): Promise<number> {
  const { rows } = await database.query(
    'select xact_commit::float as count from pg_stat_database where datname = current_database()',
  );
  return rows[0].count;
}

function figuresOf(connections: number, rounds: Round[]): SocketFigures {
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  const idle = (contestant: Contestant): Idle => ({
    residentBytes: of((round) => round[contestant].residentBytes),
    usedBytes: of((round) => round[contestant].usedBytes),
    processor: of((round) => round[contestant].processor),
    transactions: of((round) => round[contestant].transactions),
  });
  const desks = desksOf(connections);
  return {
    desks,
    widgets: connections - desks,
    desk: idle('desk'),
    bare: idle('bare'),
    ratio: {
      memory: of(({ desk, bare }) => desk.residentBytes / bare.residentBytes),
      processor: of(({ desk, bare }) => desk.processor / bare.processor),
    },
    eachRound: rounds,
  };
}
