/** Which engine judged. Written by `vitest run -u core/standard/engine-version.test.ts` from the sources of the rules. */
export const engineVersion: string = '00000000';
