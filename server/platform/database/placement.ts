import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { writeOnce } from '../write-once.ts';
import { systemFolder } from './binaries.ts';
import { type Account, runsAsRoot } from './system-account.ts';

/** Where a cluster and what belongs to it lie. */
export interface Placement {
  home: string;
  /** PostgreSQL's own data directory; exists only when its initialisation was completed. */
  data: string;
  lock: string;
  log: string;
  ownerPassword: string;
}

/** The record in the data folder, from which its cluster is found again. */
interface ClusterRecord {
  /** Absolute, or relative to the data folder. */
  directory: string;
  ownerPassword: string;
}

const recordName = 'cluster.json';

/** Finds the data folder's cluster, or decides where its first one goes. */
export function placeCluster(dataDir: string): Placement {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, recordName);
  const record = existsSync(path) ? readFileSync(path, 'utf8') : writeOnce(path, JSON.stringify(newRecord()));
  const placement = read(record, dataDir);
  // Open to PostgreSQL's own user even where root's umask is strict; what is inside is closed by itself.
  if (mkdirSync(placement.home, { recursive: true })) chmodSync(placement.home, 0o755);
  for (const file of [placement.lock, placement.log]) keepForOwner(file, placement.home);
  return placement;
}

/** A single start with sudo must not leave files that the folder's owner can't write afterwards. */
function keepForOwner(file: string, home: string): void {
  closeSync(openSync(file, 'a', 0o600));
  const { uid, gid } = statSync(home);
  if (runsAsRoot) chownSync(file, uid, gid);
}

/** The data folder's cluster, or null when none was placed. */
export function findCluster(dataDir: string): Placement | null {
  const path = join(dataDir, recordName);
  return existsSync(path) ? read(readFileSync(path, 'utf8'), dataDir) : null;
}

function newRecord(): ClusterRecord {
  const name = `cluster-${randomBytes(6).toString('hex')}`;
  return {
    directory: runsAsRoot ? join(systemFolder, name) : 'postgres',
    ownerPassword: randomBytes(24).toString('base64url'),
  };
}

function read(text: string, dataDir: string): Placement {
  try {
    const record = JSON.parse(text) as ClusterRecord;
    const home = resolve(dataDir, record.directory);
    return {
      home,
      data: join(home, 'data'),
      lock: join(home, 'lock'),
      log: join(home, 'postgresql.log'),
      ownerPassword: record.ownerPassword,
    };
  } catch (cause) {
    const path = join(dataDir, recordName);
    throw new OperatorError(
      {
        zh: `${path} 已损坏，无法找到数据库。请从备份恢复这个文件。`,
        en: `${path} is damaged, so the database can't be found. Restore this file from a backup.`,
      },
      { cause },
    );
  }
}

/** The account that owns an initialised cluster: the only one PostgreSQL accepts. */
export function accountOf(placement: Placement): Account {
  const { uid, gid } = statSync(placement.data);
  if (!runsAsRoot && uid !== process.getuid?.()) {
    throw new OperatorError({
      zh: `数据库 ${placement.data} 属于另一个系统用户（uid ${uid}）。请用当初启动它的用户（或 root）启动，或用 YINUO_DATA 指定别的数据目录。`,
      en: `The database ${placement.data} belongs to another system user (uid ${uid}). Start as the user that made it (or as root), or choose another data folder with YINUO_DATA.`,
    });
  }
  return { uid, gid };
}

/** The longest folder for PostgreSQL's socket: the whole path must fit in 100 bytes. */
const longestSocketFolder = 100 - '/.s.PGSQL.5432'.length;

/** Makes the folder for the socket, closed to everybody but the account; a short one when the cluster's path is long. */
export function socketFolder(placement: Placement, account: Account): string {
  const beside = join(placement.home, 'socket');
  const folder = Buffer.byteLength(beside) <= longestSocketFolder ? beside : shortFolder(placement.home);
  try {
    mkdirSync(folder, { mode: 0o700 });
    chownSync(folder, account.uid, account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== account.uid || (found.mode & 0o077) !== 0) {
    throw new OperatorError({
      zh: `数据库的套接字目录 ${folder} 不是本用户私有的，不能使用。请删除它，或把数据目录（YINUO_DATA）放到较短的路径下。`,
      en: `The folder for the database's socket, ${folder}, isn't private to this user and can't be used. Remove it, or give the data folder (YINUO_DATA) a shorter path.`,
    });
  }
  return folder;
}

function shortFolder(home: string): string {
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12);
  return join(tmpdir().length <= 40 ? tmpdir() : '/tmp', `yinuo-${name}`);
}
