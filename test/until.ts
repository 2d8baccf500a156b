import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 20_000;

/** Waits for a condition and answers with what it found; fails with the words given when it never comes. */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  ms = patienceMs,
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== false && found != null) return found as Exclude<T, false | null | undefined>;
    if (performance.now() > deadline) throw new Error(`never came: ${what}`);
    await pause(5);
  }
}
