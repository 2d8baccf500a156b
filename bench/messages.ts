/**
 * Durable messages a second through the whole road, against two bare programs in the same run.
 * The three take turns, round after round, so that a noisy machine is noisy for all of them.
 */
import type { Child } from './child.ts';
import { startChild } from './child.ts';
import type { Contestant, ContestantName } from './contestants.ts';
import { contestantNames, startContestant } from './contestants.ts';
import type { Figures } from './load/figures.ts';
import type { Order } from './load/generator.ts';
import type { Cluster } from './throw-away-cluster.ts';
import { onThrowAwayCluster } from './throw-away-cluster.ts';

/** What is pressed: a number in flight over a number of conversations, or a number offered a second. */
export type Pressure =
  | { kind: 'in-flight'; inFlight: number; conversations: number }
  | { kind: 'offered'; perSecond: number; conversations: number };

/** One, many and very many in flight, over one conversation and over sixteen; and an even stream. */
export const everyPressure: Pressure[] = [
  ...[1, 64, 512].flatMap((inFlight) =>
    [1, 16].map((conversations) => ({ kind: 'in-flight' as const, inFlight, conversations })),
  ),
  { kind: 'offered', perSecond: 200, conversations: 16 },
];

export interface Measured {
  pressure: Pressure;
  /** One entry a round. */
  rounds: Record<ContestantName, Figures>[];
}

export interface BenchOptions {
  pressures: Pressure[];
  seconds: number;
  rounds: number;
  /** Told what is measured now. */
  onProgress(done: number, of: number): void;
  /** Ends the run early, after the measurement that is under way; everything is cleared away. */
  signal: AbortSignal;
}

/** Throws where a message was lost, doubled, changed or out of order: then there is nothing to report. Or when stopped. */
export function benchMessages(options: BenchOptions): Promise<Measured[]> {
  return onThrowAwayCluster((cluster) => measure(cluster, options));
}

async function measure({ ownerUrl, secret, stopAtEnd }: Cluster, options: BenchOptions): Promise<Measured[]> {
  const { pressures, seconds, rounds, onProgress, signal } = options;
  const contestants: Contestant[] = [];
  for (const name of contestantNames) {
    signal.throwIfAborted();
    const contestant = await startContestant(name, ownerUrl, secret);
    stopAtEnd(contestant);
    contestants.push(contestant);
  }
  const generator = startChild('./load/generator.ts');
  stopAtEnd(generator);
  const order = (one: Order) => {
    signal.throwIfAborted();
    return generator.ask<Figures>(one);
  };

  const widths = [...new Set(pressures.map((pressure) => pressure.conversations))];
  for (const { name, target } of contestants)
    for (const conversations of widths) await order({ do: 'open', name, target, conversations });

  await warmUp(contestants, widths, seconds, order);
  const measured: Measured[] = pressures.map((pressure) => ({ pressure, rounds: [] }));
  let done = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { pressure, rounds: results } of measured) {
      onProgress(done++, rounds * pressures.length);
      const figures: Partial<Record<ContestantName, Figures>> = {};
      for (const name of turnsOf(round)) figures[name] = await order(orderOf(pressure, name, seconds));
      results.push(figures as Record<ContestantName, Figures>);
    }
  }
  for (const contestant of contestants) await requireStored(contestant, generator);
  return measured;
}

/** As after a morning's work: code compiled, connections open, tables filled, statistics taken. */
async function warmUp(
  contestants: Contestant[],
  widths: number[],
  seconds: number,
  order: (one: Order) => Promise<Figures>,
): Promise<void> {
  const run = { seconds: Math.min(1.5, seconds), warmUpSeconds: 0 };
  for (const { name, analyse } of contestants) {
    for (const conversations of widths) await order({ do: 'press', name, conversations, inFlight: 64, run });
    await analyse();
    for (const conversations of widths) await order({ do: 'press', name, conversations, inFlight: 64, run });
  }
}

/** Whoever came first comes last in the next round. */
function turnsOf(round: number): ContestantName[] {
  const shift = round % contestantNames.length;
  return [...contestantNames.slice(shift), ...contestantNames.slice(0, shift)];
}

function orderOf(pressure: Pressure, name: ContestantName, seconds: number): Order {
  const { conversations } = pressure;
  const run = { seconds, warmUpSeconds: Math.min(1, seconds / 2) };
  return pressure.kind === 'in-flight'
    ? { do: 'press', name, conversations, inFlight: pressure.inFlight, run }
    : { do: 'offer', name, conversations, perSecond: pressure.perSecond, run };
}

/** What came through must stand on disk: each message once, with its event. */
async function requireStored({ name, stored }: Contestant, generator: Child): Promise<void> {
  const settled = await generator.ask<number>({ do: 'count', name } satisfies Order);
  const { messages, events } = await stored();
  if (messages !== settled || events !== settled)
    throw new Error(`${name}: ${settled} came through, ${messages} messages and ${events} events are stored`);
}
