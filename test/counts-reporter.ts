import { writeSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

type Counts = { passed: number; failed: number; skipped: number };

/**
 * Ends the run's output with one line, `N passed, N failed` (`, N skipped` when there are any).
 * What keeps tests from running counts as failed: a file that does not load, a hook of a suite, an error outside
 * of any test, a global set-up. A run that exits with a failure therefore never says `0 failed`.
 *
 * Before it, the tests that passed only when they were tried again, with what failed the first time: each is a fault to be found.
 */
export default class CountsReporter implements Reporter {
  #counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  #unsteady: TestCase[] = [];

  /** At exit, since other reporters and the global teardown still write after the end of the run. */
  onInit() {
    process.once('exit', (code) => {
      if (code !== 0) this.#counts.failed ||= 1;
      for (const test of this.#unsteady)
        writeSync(process.stdout.fd, `passed when tried again: ${told(test)}\n`);
      writeSync(process.stdout.fd, `${line(this.#counts)}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]) {
    this.#counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) count(module, this.#counts);
    this.#unsteady = modules.flatMap(({ children }) =>
      [...children.allTests()].filter((test) => test.diagnostic()?.flaky),
    );
  }
}

function told(test: TestCase): string {
  const [first] = test.result().errors ?? [];
  return `${test.module.relativeModuleId} > ${test.fullName}: ${first?.message.replaceAll('\n', '\n  ')}`;
}

function count(module: TestModule, counts: Counts) {
  counts.failed += module.errors().length;
  for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') counts.passed++;
    else if (state === 'failed') counts.failed++;
    else counts.skipped++;
  }
}

function line({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
