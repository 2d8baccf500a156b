import { onWake } from './wake.ts';

/** Milliseconds, or until the network returns. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    const stop = onWake(done);
    function done() {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}
