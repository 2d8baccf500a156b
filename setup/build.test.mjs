import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build } from './build.mjs';

let project;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'yinuo-build-'));
  for (const name of [
    'package-lock.json',
    'web/vite.config.ts',
    'web/main.ts',
    'widget/vite.config.ts',
    'core/events.ts',
  ]) {
    write(name, name);
  }
  nodeIs('part=$(dirname "$4"); echo "$part" >> builds; mkdir -p dist/$part');
});
afterEach(() => rmSync(project, { recursive: true }));

function write(name, content) {
  mkdirSync(join(project, name, '..'), { recursive: true });
  writeFileSync(join(project, name), content);
}

/** Stands for the pinned Node running vite: `node vite.js build --config web/vite.config.ts`. */
function nodeIs(script) {
  write('node', `#!/bin/sh\n${script}\n`);
  chmodSync(join(project, 'node'), 0o755);
}

const run = () => build(project, join(project, 'node'));
const builds = () => readFileSync(join(project, 'builds'), 'utf8').trim().split('\n');

test('builds desk and widget once', async () => {
  await run();
  await run();
  expect(builds()).toEqual(['web', 'widget']);
});

test.each([
  ['web/main.ts', ['web']],
  ['widget/vite.config.ts', ['widget']],
  ['core/events.ts', ['web', 'widget']],
  ['package-lock.json', ['web', 'widget']],
  ['web/main.test.ts', []],
])('a change in %s builds %o anew', async (name, expected) => {
  await run();
  write(name, 'changed');
  await run();
  expect(builds().slice(2)).toEqual(expected);
});

test('a file that only looks newer builds nothing', async () => {
  await run();
  write('web/main.ts', 'web/main.ts');
  await run();
  expect(builds()).toHaveLength(2);
});

test('an output that was removed is built anew', async () => {
  await run();
  rmSync(join(project, 'dist/widget'), { recursive: true });
  await run();
  expect(builds().slice(2)).toEqual(['widget']);
});

test('a failed build is an error and is tried again', async () => {
  nodeIs('exit 3');
  await expect(run()).rejects.toThrow(/building web failed \(exit code 3\)/);
  expect(existsSync(join(project, 'dist/.web-sources'))).toBe(false);
});
