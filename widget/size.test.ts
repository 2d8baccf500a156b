import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const limitBytes = 15_000;

let folder: string;
let script: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'widget-'));
  await build({
    configFile: join(import.meta.dirname, 'vite.config.ts'),
    logLevel: 'silent',
    build: { outDir: folder },
  });
  script = await readFile(join(folder, 'widget.js'), 'utf8');
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

test('the whole widget is one file of at most 15 kB gzipped', async () => {
  expect(await readdir(folder)).toEqual(['widget.js']);
  expect(gzipSync(script).length).toBeLessThanOrEqual(limitBytes);
});

test('it never makes markup of text, nor code', () => {
  expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/);
});

test('it is one expression that names nothing of the page', () => {
  expect(script).toMatch(/^\(function\(\)\{/);
});
