import { expect, test } from 'vitest';
import type { Figures } from './load/figures.ts';
import type { Measured } from './messages.ts';
import { reportOf, tableOf } from './report.ts';

const conditions = { date: '2026-01-01', machine: 'a machine', node: 'v24', seconds: 1, rounds: 3 };

const figures = (rate: number, p99 = 1): Figures => ({
  rate,
  delivered: { p50: 1, p99 },
  acknowledged: { p50: 1, p99: 1 },
});

test('a ratio is the median of the ratios of the rounds, not the ratio of the medians', () => {
  const rounds: Measured['rounds'] = [
    { desk: figures(100), oneCommitEach: figures(50), sharedCommits: figures(1000) },
    { desk: figures(30), oneCommitEach: figures(20), sharedCommits: figures(60) },
    { desk: figures(20), oneCommitEach: figures(40), sharedCommits: figures(80) },
  ];
  const pressure = { kind: 'in-flight', inFlight: 64, conversations: 1 } as const;
  const [result] = reportOf([{ pressure, rounds }], conditions).results;
  expect(result!.rateRatio).toEqual({ oneCommitEach: 1.5, sharedCommits: 0.25 });
  expect(result!.targets.map(({ name, met }) => [name, met])).toEqual([
    ['A', true],
    ['B', false],
  ]);
});

test('at an even stream the target is the tail of the latency', () => {
  const rounds = [
    { desk: figures(200, 30), oneCommitEach: figures(200, 10), sharedCommits: figures(200, 10) },
  ];
  const pressure = { kind: 'offered', perSecond: 200, conversations: 16 } as const;
  const report = reportOf([{ pressure, rounds }], conditions);
  expect(report.results[0]!.targets).toEqual([{ name: 'p99/A', measured: 3, wanted: '≤ 2', met: false }]);
  expect(tableOf(report)).toContain('✗ p99/A 3.00 (≤ 2)');
});
