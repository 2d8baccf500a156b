import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { syncFolder } from '../write-once.ts';
import type { Binaries } from './binaries.ts';
import { stopMakers } from './leftovers.ts';
import type { Placement } from './placement.ts';
import { type Account, accountForNewCluster } from './system-account.ts';

export const ownerName = 'yinuo_owner';
export const databaseName = 'yinuo';

/**
 * Makes the cluster if it has none. It is made under another name and renamed when it is whole: a data
 * directory that exists is complete, and a start that was killed half-way is simply done again.
 */
export async function initialiseOnce(
  placement: Placement,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  if (existsSync(placement.data)) return refuseOtherVersion(placement, binaries);
  await removeDrafts(placement.home);
  const account = accountForNewCluster();
  const draft = join(placement.home, `${draftPrefix}${randomUUID()}`);
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, placement.ownerPassword, { mode: 0o600 });
  for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
  const sync = durable ? [] : ['--no-sync'];
  await run(binaries.initdb, [...initdbOptions, '-D', draft, `--pwfile=${passwordFile}`, ...sync], account);
  rmSync(passwordFile);
  const single = [
    '--single',
    '-D',
    draft,
    '-c',
    'exit_on_error=on',
    '-c',
    `fsync=${durable ? 'on' : 'off'}`,
    'postgres',
  ];
  await run(binaries.postgres, single, account, `create database ${databaseName};\n`);
  renameSync(draft, placement.data);
  if (durable) syncFolder(placement.home);
}

/** The built-in C.UTF-8 sorts and folds the same on every machine, whatever locales it has. */
const initdbOptions = [
  `--username=${ownerName}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

const draftPrefix = 'data.new-';

async function removeDrafts(home: string): Promise<void> {
  for (const name of readdirSync(home).filter((name) => name.startsWith(draftPrefix))) {
    await stopMakers(join(home, name));
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

function refuseOtherVersion(placement: Placement, binaries: Binaries): void {
  const found = readFileSync(join(placement.data, 'PG_VERSION'), 'utf8').trim();
  if (found === binaries.major) return;
  throw new OperatorError({
    zh: `数据库 ${placement.data} 由 PostgreSQL ${found} 创建，而内置的是 ${binaries.major}。请先用旧版本导出，再导入到新的数据目录，见 docs/backup.md。`,
    en: `The database ${placement.data} was made by PostgreSQL ${found}; the embedded one is ${binaries.major}. Dump it with the old version and restore it into a new data folder: see docs/backup.md.`,
  });
}

function run(program: string, args: string[], account: Account, input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...account,
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(cannotInitialise(program, output.trim()))));
    child.stdin.on('error', () => {}); // the exit code says why it stopped reading
    child.stdin.end(input);
  });
}

function cannotInitialise(program: string, output: string): OperatorError {
  return new OperatorError({
    zh: `无法初始化数据库，${program} 的输出如下，请据此处理后重新启动：\n${output}`,
    en: `The database can't be initialised. Put right what ${program} says, then start again:\n${output}`,
  });
}
