import { describe, expect, it } from 'vitest';
import type { StoredFinding } from '../../../core/conversations/thread.ts';
import { storedOf } from './own-episode.ts';
import { wallClock } from './wall-clock.ts';

const finding = (some: Partial<StoredFinding>): StoredFinding => ({
  findingId: 'f',
  episodeId: 'now',
  rule: 'attitude.blame',
  weight: 'warn',
  moment: 'after',
  messageSeq: 12,
  start: 0,
  end: 2,
  verdict: null,
  verdictBy: null,
  contestedBy: null,
  contestReason: null,
  at: 0,
  ...some,
});

describe('the findings stored of an episode', () => {
  const wrong = finding({ findingId: 'wrong', verdict: 'wrong' });
  const right = finding({ findingId: 'right', messageSeq: 14, verdict: 'right' });
  const before = finding({ findingId: 'before', episodeId: 'before', verdict: 'wrong' });
  const stored = storedOf([wrong, right, before], 'now', 11);

  it('stand at its own turns; those of an episode before do not', () => {
    expect(stored.at({ turn: 1, rule: 'attitude.blame' })).toBe(wrong);
    expect(stored.at({ turn: 3, rule: 'attitude.blame' })).toBe(right);
    expect(stored.at({ turn: 1, rule: 'attitude.threat' })).toBeUndefined();
  });

  it('count in the score as people decided', () => {
    expect(stored.verdicts).toEqual([{ rule: 'attitude.blame', turn: 1, verdict: 'wrong' }]);
  });
});

describe('a time', () => {
  it('is the shop’s own clock’s', () => {
    const noon = Date.parse('2026-11-11T12:00:00+08:00');
    expect(wallClock(noon, 'always')).toBe('12:00');
    expect(wallClock(noon, { zone: 'Europe/Berlin', hours: [] })).toBe('05:00');
  });
});
