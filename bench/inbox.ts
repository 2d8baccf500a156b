/**
 * Whether the inbox stays as quick when a shop grows old: the first page of each list, and opening a conversation, in a shop
 * with ten thousand conversations and in one with a million, in turn, over HTTP. As many are open in both: a day's work.
 */
import type { OpenShop } from './inbox-shop.ts';
import { openShop } from './inbox-shop.ts';
import { signIn } from './load/front-door.ts';
import { median } from './load/figures.ts';
import type { Cluster } from './throw-away-cluster.ts';
import { onThrowAwayCluster } from './throw-away-cluster.ts';

/** Conversations of the young shop and of the old one. */
export const sizes: readonly number[] = [10_000, 1_000_000];

/** What an agent and a supervisor do first. */
const asks = {
  mine: { as: 'agent', path: '/api/v1/conversations?view=mine' },
  waiting: { as: 'agent', path: '/api/v1/conversations?view=waiting' },
  all: { as: 'agent', path: '/api/v1/conversations?view=all' },
  closed: { as: 'agent', path: '/api/v1/conversations?view=closed' },
  risk: { as: 'supervisor', path: '/api/v1/conversations?view=risk' },
  'closed, strong': { as: 'supervisor', path: '/api/v1/conversations?view=closed&mood=strong' },
  'open one': { as: 'agent', path: null },
} as const;
export type Ask = keyof typeof asks;

export interface InboxFigures {
  ask: Ask;
  /** Medians over the rounds of each round's own median, ms; by size. */
  ms: number[];
  p99: number[];
  /** The large shop's by the small one's, median of each round's own ratio. */
  growth: number;
}

export interface InboxBench {
  sizes: readonly number[];
  rounds: number;
  signal: AbortSignal;
  onProgress(done: number, of: number): void;
}

export function benchInbox(options: InboxBench): Promise<InboxFigures[]> {
  return onThrowAwayCluster((cluster) => measure(cluster, options));
}

async function measure(
  cluster: Cluster,
  { sizes: counts, rounds, signal, onProgress }: InboxBench,
): Promise<InboxFigures[]> {
  const shops: Caller[] = [];
  const steps = counts.length + rounds;
  for (const [i, size] of counts.entries()) {
    onProgress(i, steps);
    signal.throwIfAborted();
    shops.push(await callerOf(await openShop(cluster, size)));
  }
  const names = Object.keys(asks) as Ask[];
  const taken = new Map(names.map((name) => [name, [] as number[][][]]));
  for (let round = 0; round <= rounds; round++) {
    onProgress(counts.length + Math.max(0, round - 1), steps);
    for (const name of names) {
      signal.throwIfAborted();
      const times: number[][] = counts.map(() => []);
      // One by one in turn: what disturbs the machine disturbs both.
      for (let call = 0; call < calls; call++)
        for (const [i, shop] of shops.entries()) times[i]!.push(await shop(name, call));
      if (round > 0) taken.get(name)!.push(times); // the first warms up
    }
  }
  return names.map((ask) => figuresOf(ask, taken.get(ask)!));
}

const calls = 60;

type Caller = (ask: Ask, call: number) => Promise<number>;

async function callerOf({ target, ids }: OpenShop): Promise<Caller> {
  const cookies = {
    agent: await signIn(target, target.accounts[0]!),
    supervisor: await signIn(target, target.accounts.at(-1)!),
  };
  return async (ask, call) => {
    const { as, path } = asks[ask];
    const asked = path ?? `/api/v1/conversations/${ids[(call * 37) % ids.length]}`;
    const begun = performance.now();
    const answer = await fetch(target.url + asked, { headers: { cookie: cookies[as] } });
    await answer.text();
    if (!answer.ok) throw new Error(`${asked} answered ${answer.status}`);
    return performance.now() - begun;
  };
}

function figuresOf(ask: Ask, rounds: number[][][]): InboxFigures {
  const medians = rounds.map((round) => round.map(median));
  const p99 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1]!;
  return {
    ask,
    ms: medians[0]!.map((_, i) => median(medians.map((round) => round[i]!))),
    p99: medians[0]!.map((_, i) => median(rounds.map((round) => p99(round[i]!)))),
    growth: median(medians.map((round) => round.at(-1)! / round[0]!)),
  };
}
