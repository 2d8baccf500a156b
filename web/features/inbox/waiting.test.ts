import { describe, expect, it } from 'vitest';
import { defaultThresholds } from '../../../core/standard/waiting.ts';
import { waitingOf } from './waiting.ts';

const minute = 60_000;
const waiting = (
  state: 'waiting' | 'assigned',
  waitingSince: number | null,
  assignedAt: number | null,
  now: number,
) => waitingOf({ state, waitingSince, assignedAt }, 'always', defaultThresholds, now);

describe('the waiting ring', () => {
  it('is not there where nobody waits', () => {
    expect(waiting('assigned', null, 0, 9 * minute)).toBeNull();
  });

  it('fills towards the finding and stays full', () => {
    expect(waiting('waiting', 0, null, 2.5 * minute)).toMatchObject({ ms: 2.5 * minute, share: 0.5 });
    expect(waiting('waiting', 0, null, 12 * minute)?.share).toBe(1);
  });

  it('begins anew for the agent who gets the conversation', () => {
    expect(waiting('assigned', 0, 4 * minute, 5 * minute)?.ms).toBe(minute);
  });

  it('calls for a look with the first reminder, and is late when the supervisor is called', () => {
    expect(waiting('waiting', 0, null, 0.5 * minute)?.stage).toBe('calm');
    expect(waiting('waiting', 0, null, 1 * minute)?.stage).toBe('remind');
    expect(waiting('waiting', 0, null, 4 * minute)?.stage).toBe('late');
  });

  it('is never below zero when the clocks differ', () => {
    expect(waiting('waiting', minute, null, 0)).toMatchObject({ ms: 0, share: 0 });
  });
});
