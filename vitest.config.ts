import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ruleSays } from './web/rule-says.ts';

/** Tests import as the product does: Node itself runs the TypeScript. Vite is left to what a browser runs. */
const native = { viteModuleRunner: false };

/**
 * Servers, databases and browsers are killed, cut off and raced here, on machines that may stall: the closing lines tell which tests
 * passed only at the second try.
 */
const again = 1;

/** One kind of tests after the other. */
export default defineConfig({
  test: {
    reporters: ['default', './test/counts-reporter.ts'],
    // Left to itself it keeps one core free: of two that is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{bench,core,live,scripts,setup,test,training}/**/*.test.{ts,mjs}'],
          exclude: ['test/{browser,attacks,faults}/**'],
          experimental: native,
          isolate: false, // most of them are of the core, which keeps no state: its rules and weights load once
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [ruleSays()],
        test: {
          name: 'web',
          include: ['{web,widget}/**/*.test.{ts,tsx}'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'server',
          include: ['{server,cli,demo}/**/*.test.ts', 'test/{attacks,faults}/**/*.test.ts'],
          globalSetup: './test/database.ts',
          experimental: native,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          retry: again,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: './test/database.ts',
          experimental: native,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 40_000 } },
          retry: again,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
