import { join } from 'node:path';
import pg from 'pg';
import { OperatorError } from '../operator-error.ts';
import { ensureJobQueue } from './job-queue.ts';
import { type SqlFile, readMigrations, readRoutines } from './migration-files.ts';
import { ensureRoles, roleUrl } from './roles.ts';

export interface MigrateOptions {
  /** The master secret; the roles' passwords follow from it. */
  secret: string;
  /** The folder of the SQL files. */
  migrations?: string;
}

/** Where the server connects: as the role of requests, and as the role that reads the event log of all shops. */
export interface RoleUrls {
  appUrl: string;
  pumpUrl: string;
}

export const migrationsFolder = join(import.meta.dirname, '../../migrations');

/**
 * Brings a database up to date: roles, numbered migrations, the job queue's schema, routines. Nodes that
 * start at once take turns. Throws OperatorError when files and database contradict each other.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<RoleUrls> {
  const { secret, migrations = migrationsFolder } = options;
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'yinuo migrate' });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [lockNumber]);
    await ensureRoles(owner, ownerUrl, secret);
    await owner.query(recordTable);
    await applyMigrations(owner, readMigrations(migrations));
    await ensureJobQueue(owner, ownerUrl);
    await replaceRoutines(owner, readRoutines(migrations));
  } finally {
    await owner.end(); // gives the lock back
  }
  return { appUrl: roleUrl(ownerUrl, 'yinuo_app', secret), pumpUrl: roleUrl(ownerUrl, 'yinuo_pump', secret) };
}

/** Any number of our own: the lock is among those of this database only. */
const lockNumber = 7_141_980_001;

const recordTable = `
  create table if not exists yinuo_migrations (
    name text primary key,
    hash text not null,
    applied_at timestamptz not null default now()
  )`;

async function applyMigrations(owner: pg.Client, files: SqlFile[]): Promise<void> {
  const applied = await readApplied(owner);
  const known = new Set(files.map(({ name }) => name));
  const newest =
    [...applied.keys()]
      .filter((name) => !name.startsWith('routines/'))
      .toSorted()
      .at(-1) ?? '';
  for (const name of applied.keys()) {
    if (!known.has(name) && !name.startsWith('routines/')) throw unknownMigration(name);
  }
  for (const file of files) {
    const hash = applied.get(file.name);
    if (hash === file.hash) continue;
    if (hash) throw altered(file.name);
    if (file.name < newest) throw outOfOrder(file.name, newest);
    await apply(owner, file);
  }
}

async function replaceRoutines(owner: pg.Client, files: SqlFile[]): Promise<void> {
  const applied = await readApplied(owner);
  for (const file of files) if (applied.get(file.name) !== file.hash) await apply(owner, file);
}

async function readApplied(owner: pg.Client): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string; hash: string }>(
    'select name, hash from yinuo_migrations',
  );
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

async function apply(owner: pg.Client, { name, sql, hash }: SqlFile): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(sql);
    await owner.query(
      `insert into yinuo_migrations (name, hash) values ($1, $2)
       on conflict (name) do update set hash = excluded.hash, applied_at = now()`,
      [name, hash],
    );
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw failed(name, error as Error);
  }
}

function altered(name: string): OperatorError {
  return new OperatorError({
    zh: `迁移 ${name} 已经在这个数据库上执行过，之后文件被改动。请恢复原文件，把改动写成新的迁移。`,
    en: `The migration ${name} was applied to this database and its file changed afterwards. Restore the file and put the change into a new migration.`,
  });
}

function unknownMigration(name: string): OperatorError {
  return new OperatorError({
    zh: `数据库执行过迁移 ${name}，而本程序没有它：数据库来自更新的版本。请升级 Yinuo，或恢复升级前的备份。`,
    en: `The database has had the migration ${name}, which this program lacks: it comes from a newer version. Upgrade Yinuo, or restore the backup from before the upgrade.`,
  });
}

function outOfOrder(name: string, newest: string): OperatorError {
  return new OperatorError({
    zh: `迁移 ${name} 的编号小于已执行的 ${newest}，不同数据库的执行顺序会不一致。请改用更大的编号。`,
    en: `The migration ${name} is numbered below ${newest}, which was already applied, so databases would differ in order. Give it a higher number.`,
  });
}

function failed(name: string, cause: Error): OperatorError {
  return new OperatorError(
    {
      zh: `迁移 ${name} 执行失败，数据库保持在它之前的状态：${cause.message}`,
      en: `The migration ${name} failed and the database is as it was before it: ${cause.message}`,
    },
    { cause },
  );
}
