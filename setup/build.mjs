import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SetupFailure, say } from './failure.mjs';
import { withLock } from './lock.mjs';

/** What is built for browsers, and the folders whose content goes into it. */
const parts = [
  { name: 'web', sources: ['core', 'live', 'web'] },
  { name: 'widget', sources: ['core', 'live', 'widget'] },
];

/** Builds desk and widget where their sources changed since they were built last. */
export async function build(root, node) {
  for (const part of parts) {
    if (!existsSync(join(root, part.name, 'vite.config.ts')) || isBuilt(root, part)) continue;
    await withLock(join(root, `.setup/build-${part.name}.lock`), async () => {
      if (isBuilt(root, part)) return;
      say(`正在构建 ${part.name}`, `building ${part.name}`);
      const sources = fingerprint(root, part);
      await vite(root, node, part.name);
      compress(join(root, 'dist', part.name));
      mkdirSync(join(root, 'dist'), { recursive: true });
      writeFileSync(stampOf(root, part), sources);
    });
  }
}

function isBuilt(root, part) {
  const stamp = stampOf(root, part);
  const output = join(root, 'dist', part.name);
  return existsSync(stamp) && existsSync(output) && readFileSync(stamp, 'utf8') === fingerprint(root, part);
}

function stampOf(root, { name }) {
  return join(root, 'dist', `.${name}-sources`);
}

/** By content: a new checkout changes every file's time and nothing else. */
function fingerprint(root, { sources }) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const path of sources.flatMap((folder) => filesUnder(join(root, folder)))) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function vite(root, node, name) {
  const command = [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--config',
    `${name}/vite.config.ts`,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(node, command, { cwd: root, stdio: ['ignore', process.stderr, process.stderr] });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(buildFailed(name, code))));
  });
}

/** Beside each file its gzip, so that the server only picks: the desk is 0.9 MB as it is and a third of it packed. */
function compress(folder) {
  for (const file of filesUnder(folder).filter((path) => /\.(js|css|html|svg)$/.test(path))) {
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}

function buildFailed(name, code) {
  return new SetupFailure(
    `构建 ${name} 失败（退出码 ${code}），原因见上方 vite 的输出。`,
    `building ${name} failed (exit code ${code}); vite says why above.`,
  );
}
