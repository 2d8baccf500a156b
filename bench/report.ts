/** What was measured, as data and as a table. Ratios are medians of each round's own ratio: the three shared its noise. */
import { availableParallelism, cpus, release, totalmem } from 'node:os';
import type { ContestantName } from './contestants.ts';
import { contestantNames } from './contestants.ts';
import type { Figures } from './load/figures.ts';
import { median } from './load/figures.ts';
import type { Measured, Pressure } from './messages.ts';

export interface Conditions {
  date: string;
  machine: string;
  node: string;
  seconds: number;
  rounds: number;
}

export interface Report extends Conditions {
  results: Result[];
}

export interface Result {
  pressure: Pressure;
  /** Medians over the rounds. */
  figures: Record<ContestantName, Figures>;
  /** The desk's rate by the bare program's. */
  rateRatio: Record<Bare, number>;
  /** The desk's p99 to delivery by the bare program's. */
  p99Ratio: Record<Bare, number>;
  targets: Target[];
  rounds: Measured['rounds'];
}

export interface Target {
  name: string;
  measured: number;
  wanted: string;
  met: boolean;
}

type Bare = Exclude<ContestantName, 'desk'>;

export function machine(): Pick<Conditions, 'date' | 'machine' | 'node'> {
  const memory = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString(),
    machine: `${cpus()[0]?.model.trim() ?? process.arch}, ${availableParallelism()} cores, ${memory} GB, ${process.platform} ${release()}`,
    node: process.version,
  };
}

export function reportOf(measured: Measured[], conditions: Conditions): Report {
  return { ...conditions, results: measured.map(resultOf) };
}

function resultOf({ pressure, rounds }: Measured): Result {
  const figures = byName(contestantNames, (name) => mediansOf(rounds.map((round) => round[name])));
  const ratio = (of: (figures: Figures) => number) =>
    byName(bare, (name) => median(rounds.map((round) => of(round.desk) / of(round[name]))));
  const rateRatio = ratio(({ rate }) => rate);
  const p99Ratio = ratio(({ delivered }) => delivered.p99);
  const targets = targetsOf(pressure, rateRatio, p99Ratio);
  return { pressure, figures, rateRatio, p99Ratio, targets, rounds };
}

const bare = ['oneCommitEach', 'sharedCommits'] as const;

/** As fast as a commit each, and two fifths of all that could be had, from 64 in flight on; at rest, no sluggishness. */
function targetsOf(pressure: Pressure, rate: Record<Bare, number>, p99: Record<Bare, number>): Target[] {
  const atLeast = (name: string, measured: number, least: number) => ({
    name,
    measured,
    wanted: `≥ ${least}`,
    met: measured >= least,
  });
  if (pressure.kind === 'offered')
    return [{ name: 'p99/A', measured: p99.oneCommitEach, wanted: '≤ 2', met: p99.oneCommitEach <= 2 }];
  if (pressure.inFlight < 64) return [];
  return [atLeast('A', rate.oneCommitEach, 1), atLeast('B', rate.sharedCommits, 0.4)];
}

export function tableOf({ date, machine, node, seconds, rounds, results }: Report): string {
  const lines = results.flatMap(({ pressure, figures, rateRatio, p99Ratio, targets }) => [
    '',
    titleOf(pressure),
    ...contestantNames.map((name) => row(name, figures[name], name === 'desk' ? 1 : rateRatio[name])),
    ...(pressure.kind === 'offered' ? [`  p99 ÷ A ${p99Ratio.oneCommitEach.toFixed(2)}`] : []),
    ...targets.map(
      ({ name, measured, wanted, met }) => `  ${met ? '✓' : '✗'} ${name} ${measured.toFixed(2)} (${wanted})`,
    ),
  ]);
  return `${[...head, `${date} · ${machine} · Node ${node} · ${rounds} × ${seconds} s`, columns, ...lines].join('\n')}\n`;
}

const head = [
  '消息：坐席发出 → 检查 → 落盘 → 顾客收到。毫秒从应发时刻算起，各轮取中位数。',
  'Messages: agent sends → checks → on disk → customer has it. Milliseconds from when due; medians of the rounds.',
  '每秒条数，送达的 p50 和 p99，确认（ack）的 p50 和 p99，服务台速度与裸程序之比 · rate, to delivery, to ack, desk by bare program',
  'A: 每条一次提交的裸程序 bare program, a commit each · B: 合并提交的裸程序 bare program, shared commits',
];
const columns =
  ' '.repeat(8) +
  ['rate/s', 'p50', 'p99', 'ack p50', 'ack p99', 'desk ÷'].map((name) => name.padStart(11)).join('');

const shortNames: Record<ContestantName, string> = { desk: 'desk', oneCommitEach: 'A', sharedCommits: 'B' };

function titleOf(pressure: Pressure): string {
  const { conversations } = pressure;
  return pressure.kind === 'in-flight'
    ? `${pressure.inFlight} 条在途，${conversations} 个会话 · ${pressure.inFlight} in flight, ${conversations} conversation(s)`
    : `每秒 ${pressure.perSecond} 条，${conversations} 个会话 · ${pressure.perSecond}/s offered, ${conversations} conversation(s)`;
}

function row(name: ContestantName, { rate, delivered, acknowledged }: Figures, ratio: number): string {
  const times = [delivered.p50, delivered.p99, acknowledged.p50, acknowledged.p99];
  const cells = [
    rate.toFixed(0),
    ...times.map((ms) => ms.toFixed(1)),
    name === 'desk' ? '' : ratio.toFixed(2),
  ];
  return `  ${shortNames[name].padEnd(6)}${cells.map((cell) => cell.padStart(11)).join('')}`.trimEnd();
}

function mediansOf(figures: Figures[]): Figures {
  const of = (pick: (one: Figures) => number) => median(figures.map(pick));
  return {
    rate: of((one) => one.rate),
    delivered: { p50: of((one) => one.delivered.p50), p99: of((one) => one.delivered.p99) },
    acknowledged: { p50: of((one) => one.acknowledged.p50), p99: of((one) => one.acknowledged.p99) },
  };
}

function byName<Name extends string, T>(names: readonly Name[], of: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, T>;
}
