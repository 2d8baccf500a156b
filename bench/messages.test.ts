import { expect, test } from 'vitest';
import { contestantNames } from './contestants.ts';
import { benchMessages } from './messages.ts';

test('a tiny run takes each of the three through every kind of pressure, and finds all of it stored', async () => {
  const progress: string[] = [];
  const measured = await benchMessages({
    pressures: [
      { kind: 'in-flight', inFlight: 4, conversations: 2 },
      { kind: 'offered', perSecond: 50, conversations: 2 },
    ],
    seconds: 0.3,
    rounds: 2,
    onProgress: (done, of) => progress.push(`${done}/${of}`),
    signal: new AbortController().signal,
  });
  expect(progress).toEqual(['0/4', '1/4', '2/4', '3/4']);
  for (const { rounds } of measured) {
    expect(rounds).toHaveLength(2);
    for (const round of rounds)
      for (const name of contestantNames) expect(round[name].rate).toBeGreaterThan(0);
  }
});

test('a run that is stopped ends before its first measurement is counted', async () => {
  const stopping = new AbortController();
  const stopped = benchMessages({
    pressures: [{ kind: 'in-flight', inFlight: 1, conversations: 1 }],
    seconds: 0.2,
    rounds: 3,
    onProgress: () => stopping.abort(),
    signal: stopping.signal,
  });
  await expect(stopped).rejects.toThrow('aborted');
});
