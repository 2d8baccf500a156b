/**
 * Which engine judged: a digest of the sources of rules and score, the same in server and browser.
 * Written by `vitest run core/standard/engine-version.test.ts -u`.
 */
export const engineVersion: string = '071fcea014b2';
