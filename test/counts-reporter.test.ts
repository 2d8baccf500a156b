import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const passing = "test('adds', () => expect(1 + 1).toBe(2));";
const failing = "test('adds wrongly', () => expect(1 + 1).toBe(3));";

test('counts what passed', () => {
  expect(lastLineOf({ 'a.test.ts': passing + passing })).toEqual(['2 passed, 0 failed', 0]);
});

test('counts what failed', () => {
  expect(lastLineOf({ 'a.test.ts': passing + failing })).toEqual(['1 passed, 1 failed', 1]);
});

test('counts what was left out, when something was', () => {
  expect(lastLineOf({ 'a.test.ts': `${passing} test.todo('subtracts');` })).toEqual([
    '1 passed, 0 failed, 1 skipped',
    0,
  ]);
});

test('tells what passed only when it was tried again, and why it failed before', () => {
  const unsteady = `let tries = 0; test('waits', { retry: 1 }, () => expect(++tries).toBe(2));`;
  const [said, code] = outputOf({ 'a.test.ts': unsteady + passing });
  expect(said.slice(-2)).toEqual([
    'passed when tried again: a.test.ts > waits: expected 1 to be 2 // Object.is equality',
    '2 passed, 0 failed',
  ]);
  expect(code).toBe(0);
});

test('a file that does not load is a failure more', () => {
  const files = { 'a.test.ts': passing + failing, 'b.test.ts': "import './gone.ts';" };
  expect(lastLineOf(files)).toEqual(['1 passed, 2 failed', 1]);
});

test('a file without a test is a failure more', () => {
  expect(lastLineOf({ 'a.test.ts': failing, 'b.test.ts': '' })).toEqual(['0 passed, 2 failed', 1]);
});

test('a hook that throws is a failure more, and its tests were left out', () => {
  const hooked = `describe('sums', () => { beforeAll(() => { throw new Error('no database'); }); ${passing} });`;
  expect(lastLineOf({ 'a.test.ts': hooked + failing })).toEqual(['0 passed, 2 failed, 1 skipped', 1]);
});

test('an error outside of any test is a failure more', () => {
  const files = { 'a.test.ts': `${failing} Promise.reject(new Error('nobody waited'));` };
  expect(lastLineOf(files)).toEqual(['0 passed, 2 failed', 1]);
});

test('a global set-up that throws is a failure', () => {
  const files = {
    'a.test.ts': passing,
    'setup.ts': "export default () => { throw new Error('no database'); };",
  };
  expect(lastLineOf(files, "globalSetup: './setup.ts'")).toEqual(['0 passed, 1 failed', 1]);
});

test('a run without any test file is a failure', () => {
  expect(lastLineOf({})).toEqual(['0 passed, 1 failed', 1]);
});

test('stays last when a teardown still talks', () => {
  const talking = "export default () => () => console.log('the database has stopped');";
  const files = { 'a.test.ts': passing, 'setup.ts': talking };
  expect(lastLineOf(files, "globalSetup: './setup.ts'")).toEqual(['1 passed, 0 failed', 0]);
});

function lastLineOf(...run: Parameters<typeof outputOf>): [line: string | undefined, code: number | null] {
  const [lines, code] = outputOf(...run);
  return [lines.at(-1), code];
}

/** Runs vitest with our reporter on these files; gives what it printed and its exit code. */
function outputOf(files: Record<string, string>, options = ''): [lines: string[], code: number | null] {
  const folder = mkdtempSync(join(tmpdir(), 'yinuo-counts-'));
  try {
    symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), join(folder, 'node_modules'));
    const reporter = JSON.stringify(fileURLToPath(new URL('counts-reporter.ts', import.meta.url)));
    const configuration = `export default { test: { globals: true, reporters: ['default', ${reporter}], ${options} } };`;
    writeFileSync(join(folder, 'vitest.config.ts'), configuration);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
    const run = spawnSync(process.execPath, [vitest, 'run'], { cwd: folder, encoding: 'utf8' });
    return [run.stdout.trimEnd().split('\n'), run.status];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
