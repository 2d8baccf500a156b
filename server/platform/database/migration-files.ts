import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.ts';

/** One SQL file; `name` is how the database remembers it, `hash` is of its content. */
export interface SqlFile {
  name: string;
  sql: string;
  hash: string;
}

/** The numbered migrations of a folder, in the order of their numbers. */
export function readMigrations(folder: string): SqlFile[] {
  const files = readSql(folder, '');
  const numbers = new Set<string>();
  for (const { name } of files) {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (!number || numbers.has(number)) throw badName(name);
    numbers.add(number);
  }
  return files;
}

/** Functions and views that are replaced whole whenever their file changes. */
export function readRoutines(folder: string): SqlFile[] {
  const routines = join(folder, 'routines');
  return existsSync(routines) ? readSql(routines, 'routines/') : [];
}

function readSql(folder: string, prefix: string): SqlFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.toSorted().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name: prefix + name, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });
}

function badName(name: string): OperatorError {
  return new OperatorError({
    zh: `迁移文件 ${name} 的名称不正确：应为“四位编号-标题.sql”，且编号不能重复。请改名。`,
    en: `The migration ${name} is misnamed: it must be NNNN-title.sql with a number of its own. Rename it.`,
  });
}
