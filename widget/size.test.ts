import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const limitBytes = 15_000;

let folder: string;
let script: string;
let parts: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'widget-'));
  await build({
    configFile: join(import.meta.dirname, 'vite.config.ts'),
    logLevel: 'silent',
    build: { outDir: folder },
  });
  script = await readFile(join(folder, 'widget.js'), 'utf8');
  const others = (await readdir(folder)).filter((name) => name !== 'widget.js');
  parts = await Promise.all(others.map((name) => readFile(join(folder, name), 'utf8')));
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

test('what every visitor loads is one file of at most 15 kB gzipped', () => {
  expect(gzipSync(script).length).toBeLessThanOrEqual(limitBytes);
});

test('what few need stands beside it, under names that the script knows and a browser may keep', async () => {
  const names = (await readdir(folder)).filter((name) => name !== 'widget.js');
  expect(names.map((name) => name.replace(/-[\w-]{8}\.js$/, ''))).toEqual(['card', 'en', 'more', 'zh-TW']);
  for (const name of names) expect(script).toContain(name);
  for (const part of parts) expect(gzipSync(part).length).toBeLessThanOrEqual(5_000);
});

test('it never makes markup of text, nor code', () => {
  expect([script, ...parts].join('\n')).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/,
  );
});

test('it is one expression that names nothing of the page', () => {
  expect(script).toMatch(/^\(function\(\)\{/);
});
