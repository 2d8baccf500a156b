import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const allGood = '7 passed, 0 failed';

test('passes when tests and checks pass', () => {
  expect(ci({ test: [allGood, 0], check: 0 })).toEqual({ code: 0, last: allGood, checked: true });
});

test('fails when a test fails, and still checks', () => {
  const counts = '6 passed, 1 failed, 2 skipped';
  expect(ci({ test: [counts, 1], check: 0 })).toEqual({ code: 1, last: counts, checked: true });
});

test('fails when only a check fails, and still ends with the counts', () => {
  expect(ci({ test: [allGood, 0], check: 1 })).toEqual({ code: 1, last: allGood, checked: true });
});

test('fails when the tests never came to count', () => {
  const outcome = ci({ test: ['npm could not install', 0], check: 0 });
  expect(outcome).toEqual({ code: 1, last: '0 passed, 1 failed', checked: true });
});

/** Runs `.ci/run` in a folder of its own with an `npm` that only says and does what it is told here. */
function ci(npm: { test: [line: string, code: number]; check: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'yinuo-ci-'));
  try {
    mkdirSync(join(folder, '.ci'));
    cpSync(fileURLToPath(new URL('../.ci/run', import.meta.url)), join(folder, '.ci/run'));
    const [line, code] = npm.test;
    const script = `#!/bin/sh
if [ "$1" = test ]; then echo tests; echo '${line}'; exit ${code}; fi
echo checks; touch checked; exit ${npm.check}
`;
    writeFileSync(join(folder, 'npm'), script);
    chmodSync(join(folder, 'npm'), 0o755);
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
    const run = spawnSync('bash', ['.ci/run'], { cwd: folder, env, encoding: 'utf8' });
    const last = run.stdout.trimEnd().split('\n').at(-1);
    return { code: run.status, last, checked: existsSync(join(folder, 'checked')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
