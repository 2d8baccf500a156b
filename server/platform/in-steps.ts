/** Long work beside everything else that the server does: what pauses between its steps goes on when others had their turn. */
import { setImmediate as nextTurn } from 'node:timers/promises';

interface Pace {
  now(): number;
  giveWay(): Promise<unknown>;
}

/** Nobody waits longer for it than this, and one step. */
const heldMs = 8;

export async function inSteps<Result>(
  work: Generator<void, Result>,
  { now, giveWay }: Pace = { now: () => performance.now(), giveWay: () => nextTurn() },
): Promise<Result> {
  let begun = now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (now() - begun < heldMs) continue;
    await giveWay();
    begun = now();
  }
}
