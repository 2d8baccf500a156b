const first = 500;
export const longest = 15_000;

/**
 * Milliseconds before the next attempt, after `failures` in a row: doubled each time, up to 15 s, and somewhere
 * in the upper half of that, so that a thousand clients do not come back in the same instant.
 */
export function retryDelay(failures: number, random: () => number): number {
  return Math.min(longest, first * 2 ** failures) * (0.5 + random() / 2);
}
